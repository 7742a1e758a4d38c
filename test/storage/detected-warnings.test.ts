import { expect, test } from '@jest/globals';
import { districtKinds } from '@onenx/district';
import type { NodeDatabase } from '@onenx/node';
import { addDays } from '@onenx/schema';
import { onEachDatabase } from '../kit/databases.js';
import { creditCode, DISTRICT, kindNamed, OTHER_STREET, STREET, stored } from '../kit/records.js';
import type { Values } from '../kit/store.js';
import { ask, fill, missedReport, organization, TODAY } from '../kit/vital-district.js';

const WARNING = `id version title ruleCode subjectId evidenceId evidenceIds severity warningStatus raisedAt synthetic
  place { code } history { action actor }`;
const RAISE = `mutation($input: RaiseDetectedWarningsInput!) { raiseDetectedWarnings(input: $input) {
  ok raised alreadyOpen settled remaining problems { code rule { code } } warnings { ${WARNING} } } }`;

interface Raised {
  readonly ok: boolean;
  readonly raised: number;
  readonly problems: readonly { code: string }[];
  readonly warnings: readonly (Record<string, unknown> & { id: string; ruleCode: string; version: number })[];
}

const warning = kindNamed('DistrictWarning');
const [id, reports] = [
  `${DISTRICT}-ORG-${creditCode(1)}`,
  [missedReport(1, 0), missedReport(1, 1)].map(({ id }) => String(id)),
];

async function raise(database: NodeDatabase, input: object, actor?: string): Promise<Raised> {
  return ask(database, RAISE, { variables: { input: { under: '310105', ...input } }, actor });
}

/** Moves a warning one step on. */
async function act(database: NodeDatabase, action: string, input: object): Promise<Record<string, unknown>> {
  const type = `${action.charAt(0).toUpperCase()}${action.slice(1)}Input`;
  const source = `mutation($input: ${type}!) { ${action}(input: $input) { ok problems { code } warning { ${WARNING} } } }`;
  const answer: { ok: boolean; warning: Record<string, unknown> } = await ask(database, source, {
    variables: { input: { requestId: action, ...input } },
  });
  expect(answer.ok).toBe(true);
  return answer.warning;
}

/** All that a change would leave behind. */
async function everything(database: NodeDatabase): Promise<object> {
  const count = async (table: string) =>
    database.query<{ n: number }>({ text: `SELECT COUNT(*) AS "n" FROM "${table}"`, params: [] });
  return {
    warnings: await stored(database, warning),
    log: await count('change_log'),
    requests: await count('change_request'),
    history: await count('district_warning_history'),
  };
}

onEachDatabase('the warnings that follow from what is found', (open) => {
  const filled = async (organizations: readonly Values[] = [organization(1)]): Promise<NodeDatabase> => {
    const database = await open(districtKinds);
    const AnnualReport = organizations.flatMap((_, i) => [missedReport(i + 1, 0), missedReport(i + 1, 1)]);
    await fill(database, { RegisteredOrganization: organizations, AnnualReport });
    return database;
  };

  test('go from two missed reports over a warning that is handled and disposed to one that is closed, and stay there', async () => {
    const database = await filled();
    const { warnings, ...counts } = await raise(database, { requestId: 'r1' });
    expect(counts).toEqual({ ok: true, raised: 2, alreadyOpen: 0, settled: 0, remaining: 0, problems: [] });
    const zombie = warnings.find(({ ruleCode }) => ruleCode === 'ZOMBIE_UNREPORTED');
    expect(zombie).toMatchObject({
      version: 1,
      subjectId: id,
      evidenceId: reports[1],
      evidenceIds: reports.toReversed().join(' '),
      severity: 'ORANGE',
      warningStatus: 'RAISED',
      raisedAt: TODAY,
      synthetic: true,
      place: { code: STREET },
      history: [{ action: 'saveDistrictWarning', actor: `DISTRICT_SUPERVISOR@${DISTRICT}` }],
    });
    expect(zombie?.['title']).toMatch(/^示例组织1:连续2个年度未报送年报/);
    const at = { id: zombie?.id };
    expect(await act(database, 'handleDistrictWarning', { ...at, expectedVersion: 1 })).toMatchObject({
      warningStatus: 'HANDLING',
    });
    await act(database, 'disposeDistrictWarning', { ...at, expectedVersion: 2, disposal: '示例:已约谈' });
    expect(await act(database, 'closeDistrictWarning', { ...at, expectedVersion: 3 })).toMatchObject({
      warningStatus: 'CLOSED',
      version: 4,
    });
    // The reports are still missing: the matter was dealt with, and is not raised again.
    expect(await raise(database, { requestId: 'r2' })).toMatchObject({
      ok: true,
      raised: 0,
      alreadyOpen: 1,
      settled: 1,
    });
  });

  test('are raised once, whether the request comes again or another does', async () => {
    const database = await filled([organization(1), organization(2, { place: OTHER_STREET })]);
    const made = await raise(database, { requestId: 'r1' });
    expect(made.raised).toBe(4);
    const before = await everything(database);
    expect(await raise(database, { requestId: 'r1' })).toEqual(made);
    expect(await raise(database, { requestId: 'r2' })).toMatchObject({
      ok: true,
      raised: 0,
      alreadyOpen: 4,
      warnings: [],
    });
    expect(await everything(database)).toEqual(before);
  });

  test('raised by two at once are one', async () => {
    const database = await filled();
    const [one, two] = await Promise.all([raise(database, { requestId: 'r1' }), raise(database, { requestId: 'r2' })]);
    expect([one.ok, two.ok, one.raised + two.raised]).toEqual([true, true, 2]);
    expect(await stored(database, warning)).toHaveLength(2);
  });

  test('are told by a dry run, which changes nothing', async () => {
    const database = await filled();
    const before = await everything(database);
    const told = await raise(database, { requestId: 'r1', dryRun: true });
    expect(told).toMatchObject({ ok: true, raised: 2 });
    expect(await everything(database)).toEqual(before);
    const made = await raise(database, { requestId: 'r1' });
    expect(made.warnings.map((one) => one.id).sort()).toEqual(told.warnings.map((one) => one.id).sort());
  });

  test('are refused to who may not write there', async () => {
    const database = await filled();
    const before = await everything(database);
    const refused = await raise(database, { requestId: 'r1' }, `STREET_OFFICER@${STREET}`);
    expect(refused).toMatchObject({ ok: false, raised: 0, problems: [{ code: 'ROLE_REQUIRED' }] });
    expect(await everything(database)).toEqual(before);
  });

  test('are of the place and the rules asked for, and of what asks for one', async () => {
    const database = await filled([organization(1), organization(2, { place: OTHER_STREET })]);
    const rule = ['ANNUAL_REPORT_OVERDUE'];
    const { warnings } = await raise(database, { requestId: 'r1', under: OTHER_STREET, rule });
    expect(warnings.map(({ ruleCode, place }) => [ruleCode, place])).toEqual([[rule[0], { code: OTHER_STREET }]]);
    const grade = {
      id: `${DISTRICT}-GRADE-1`,
      place: STREET,
      uscc: creditCode(1),
      organizationName: '示例组织1',
      grade: 'A3',
    };
    const GradeAssessment = [{ ...grade, awardedAt: '2010-01-01', validTo: addDays(TODAY, -1) }];
    await fill(database, { RegisteredOrganization: [organization(1)], GradeAssessment });
    expect(await raise(database, { requestId: 'r2', rule: ['GRADE_EXPIRED'] })).toMatchObject({ ok: true, raised: 0 });
  });

  test('come anew when the matter does', async () => {
    const database = await filled([organization(1, { unreachableSince: '2026-01-01' })]);
    const rule = ['ZOMBIE_UNREACHABLE'];
    const [first] = (await raise(database, { requestId: 'r1', rule })).warnings;
    await act(database, 'dismissDistrictWarning', { id: first?.id, expectedVersion: 1, disposal: '示例:误报' });
    expect(await raise(database, { requestId: 'r2', rule })).toMatchObject({ raised: 0, settled: 1 });
    const text = `UPDATE "registered_organization" SET "unreachable_since" = '2026-02-01'`;
    await database.query({ text, params: [] });
    expect(await raise(database, { requestId: 'r3', rule })).toMatchObject({ raised: 1, settled: 0 });
  });
});
