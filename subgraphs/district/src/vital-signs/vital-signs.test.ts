import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { asked, parametersWithout, TODAY } from './vital-input.test-kit.js';
import { asksForWarning } from './raise-warnings.js';
import { findingsOf, vitalRules, vitalSignsOf } from './vital-signs.js';

type Asked = ReturnType<typeof asked>;

/** Since when it is so; null where nothing is found. */
function since(code: string, input: Asked): string | null {
  const told = found(code, input);
  return told === null ? null : (told.since ?? 'not told');
}

/** What a rule finds: the records and the day; null for nothing. */
function found(code: string, input: Asked): { records: readonly string[]; since: string | null } | null {
  const finding = findingsOf(input).find(({ rule }) => rule.code === code);
  return finding === undefined ? null : { records: finding.records, since: finding.since };
}

const report = (year: number, values: RecordValues = {}): RecordValues => ({
  id: `r${year}`,
  reportYear: year,
  dueAt: `${year + 1}-05-31`,
  submittedAt: null,
  ...values,
});

describe('a body in name only', () => {
  test.each<[string, RecordValues, RecordValues[], string | null]>([
    ['nothing known', {}, [], null],
    ['checked, never active', { checkedAt: '2020-01-01' }, [], '2011-03-02'],
    ['a year ago to the day', { lastActivityAt: '2025-06-30' }, [], null],
    ['a year and a day ago', { lastActivityAt: '2025-06-29' }, [], '2026-06-30'],
    ['a report of no activity', { lastActivityAt: '2024-01-01' }, [report(2025, { activities: 0 })], '2025-01-02'],
    [
      'only the last reports tell of none',
      {},
      [report(2024, { activities: 0 }), report(2023, { activities: 0 })],
      '2024-01-01',
    ],
    ['an old report of activities and none since', {}, [report(2020, { activities: 3 })], null],
    ['a report of activities', { lastActivityAt: '2024-01-01' }, [report(2025, { activities: 3 })], null],
    ['registered within the year', { registeredAt: '2025-06-30', checkedAt: TODAY }, [], null],
  ])('for want of activity: %s', (_, organization, reports, day) => {
    expect(since('ZOMBIE_NO_ACTIVITY', asked(organization, { reports }))).toBe(day);
  });

  test('is none while it supplies a project', () => {
    const project = { id: 'p', projectNo: 'P1', stage: 'RUNNING', startedAt: '2020-01-01', endedAt: null };
    const input = (stage: string) => asked({ checkedAt: TODAY }, { projects: [{ ...project, stage }] });
    expect(found('ZOMBIE_NO_ACTIVITY', input('RUNNING'))).toBeNull();
    expect(found('ZOMBIE_NO_ACTIVITY', input('CLOSED'))).toMatchObject({ since: '2021-01-02', records: ['org', 'p'] });
  });

  const came = { submittedAt: '2026-03-01' };
  test.each<[string, RecordValues[], string | null]>([
    ['one missed', [report(2024)], null],
    ['two missed in a row', [report(2023), report(2024)], '2025-06-01'],
    ['three missed in a row', [report(2022), report(2023), report(2024)], '2024-06-01'],
    ['a year between of which nothing is recorded', [report(2022), report(2024)], null],
    ['two missed, then one that came', [report(2022), report(2023), report(2024, came)], null],
    ['one that came between', [report(2022), report(2023, came), report(2024)], null],
    ['the second is due today', [report(2024), report(2025, { dueAt: TODAY })], null],
    ['the same year twice', [report(2024), report(2024, { id: 'twin' })], null],
  ])('for want of reports: %s', (_, reports, day) => {
    expect(since('ZOMBIE_UNREPORTED', asked({}, { reports }))).toBe(day);
  });

  test('for want of reports names the reports, and by the register’s own day the organization', () => {
    const reports = [report(2024), report(2023)];
    expect(found('ZOMBIE_UNREPORTED', asked({}, { reports }))?.records).toEqual(['r2023', 'r2024']);
    const checked = { reportDueBy: '2026-05-31', lastReportYear: 2023 };
    expect(found('ZOMBIE_UNREPORTED', asked(checked))).toEqual({ records: ['org'], since: '2026-06-01' });
    expect(found('ZOMBIE_UNREPORTED', asked(checked, { reports: [report(2024, came)] }))).toBeNull();
  });
});

describe('a project', () => {
  const project = { id: 'p', projectNo: 'P1', stage: 'RUNNING', startedAt: '2025-01-01', endedAt: null };
  const payment = (values: RecordValues) => ({
    id: 'pay',
    projectNo: 'P1',
    paymentStatus: 'PAID',
    isFinal: true,
    paidAt: '2026-01-10',
    paidBeforeEvaluation: null,
    ...values,
  });
  const evaluation = (evaluatedAt: string, result: string | null, replacedAt: string | null = null) => ({
    id: 'e',
    projectNo: 'P1',
    evaluatedAt,
    result,
    replacedAt,
  });
  test.each<[string, RecordValues[], RecordValues[], boolean]>([
    ['by its mark', [payment({ paidBeforeEvaluation: true })], [evaluation('2025-12-01', 'GOOD')], true],
    ['not by its mark', [payment({ paidBeforeEvaluation: false })], [], false],
    ['without an evaluation', [payment({})], [], true],
    ['a day after the evaluation', [payment({})], [evaluation('2026-01-09', 'PASSED')], false],
    ['a day before the evaluation', [payment({})], [evaluation('2026-01-11', 'PASSED')], true],
    ['after one that failed', [payment({})], [evaluation('2025-12-01', 'FAILED')], true],
    ['after one that found nothing yet', [payment({})], [evaluation('2025-12-01', null)], true],
    ['after one replaced before', [payment({})], [evaluation('2025-11-01', 'PASSED', '2025-12-01')], true],
    ['a payment on account', [payment({ isFinal: false })], [], false],
    ['not paid yet', [payment({ paymentStatus: 'APPROVED', paidAt: null })], [], false],
  ])('is paid before it is evaluated: %s', (_, payments, performances, early) => {
    const input = asked({}, { projects: [project], payments, performances });
    expect(found('PAID_BEFORE_EVALUATED', input)).toEqual(
      early ? { records: ['pay', 'p'], since: '2026-01-10' } : null,
    );
  });

  test('whose stage says paid is held against its evaluations where no payment is kept', () => {
    const paid = { ...project, stage: 'PAID', stageSince: '2026-02-01' };
    expect(found('PAID_BEFORE_EVALUATED', asked({}, { projects: [paid] }))?.since).toBe('2026-02-01');
    const performances = [evaluation('2026-01-01', 'GOOD')];
    expect(found('PAID_BEFORE_EVALUATED', asked({}, { projects: [paid], performances }))).toBeNull();
  });
});

test.each<[string, RecordValues, Parameters<typeof asked>[1], string | null]>([
  ['ELECTION_OVERDUE', {}, { bodies: [{ id: 'b', foundedAt: '2015-01-01', nextElectionAt: '2026-06-29' }] }, TODAY],
  ['ELECTION_OVERDUE', {}, { bodies: [{ id: 'b', foundedAt: '2015-01-01', nextElectionAt: TODAY }] }, null],
  [
    'ELECTION_OVERDUE',
    {},
    { bodies: [{ id: 'b', foundedAt: '2015-01-01', nextElectionAt: '2020-01-01', endedAt: '2021-01-01' }] },
    null,
  ],
  ['GRADE_EXPIRED', {}, { grades: [{ id: 'g', awardedAt: '2021-06-30', validTo: TODAY }] }, TODAY],
  ['GRADE_EXPIRED', {}, { grades: [{ id: 'g', awardedAt: '2021-06-30', validTo: '2026-07-01' }] }, null],
  [
    'GRADE_EXPIRED',
    {},
    {
      grades: [
        { id: 'g', awardedAt: '2015-01-01', validTo: '2020-01-01' },
        { id: 'h', awardedAt: '2025-01-01', validTo: '2030-01-01' },
      ],
    },
    null,
  ],
  ['RECTIFICATION_OVERDUE', { status: 'RECTIFYING', rectifyBy: '2026-06-29' }, {}, TODAY],
  ['RECTIFICATION_OVERDUE', { status: 'RECTIFYING', rectifyBy: TODAY }, {}, null],
  ['RECTIFICATION_OVERDUE', { status: 'ACTIVE', rectifyBy: '2026-01-01' }, {}, null],
  ['LISTED_ABNORMAL_TOO_LONG', {}, { listings: [{ id: 'l', creditKind: 'ABNORMAL', listedAt: '2024-06-30' }] }, TODAY],
  ['LISTED_ABNORMAL_TOO_LONG', {}, { listings: [{ id: 'l', creditKind: 'ABNORMAL', listedAt: '2024-07-01' }] }, null],
  [
    'LISTED_ABNORMAL_TOO_LONG',
    {},
    { listings: [{ id: 'l', creditKind: 'ABNORMAL', listedAt: '2020-01-01', seriousFrom: '2027-01-01' }] },
    null,
  ],
  [
    'LISTED_SERIOUS',
    {},
    { listings: [{ id: 'l', creditKind: 'SERIOUS', listedAt: '2025-01-01', removedAt: '2026-06-30' }] },
    null,
  ],
  ['LISTED_SERIOUS', {}, { listings: [{ id: 'l', creditKind: 'SERIOUS', listedAt: '2025-01-01' }] }, '2025-01-01'],
  ['ANNUAL_REPORT_OVERDUE', {}, { reports: [report(2024), report(2025)] }, '2025-06-01'],
  [
    'ANNUAL_REPORT_FAILED',
    {},
    { reports: [report(2024, { result: 'FAILED', concludedAt: '2025-07-01' })] },
    '2025-07-01',
  ],
  [
    'ANNUAL_REPORT_FAILED',
    {},
    { reports: [report(2024, { result: 'FAILED', concludedAt: '2025-07-01' }), report(2025, { result: 'PASSED' })] },
    null,
  ],
  [
    'PENALTIES_REPEATED',
    {},
    {
      penalties: [
        { id: 'a', penaltyKind: 'WARNING', penaltyStatus: 'PERFORMED', decidedAt: '2023-07-01' },
        { id: 'b', penaltyKind: 'FINE', penaltyStatus: 'DECIDED', decidedAt: '2026-01-01' },
      ],
    },
    '2026-01-01',
  ],
  [
    'PENALTIES_REPEATED',
    {},
    {
      penalties: [
        { id: 'a', penaltyKind: 'WARNING', penaltyStatus: 'PERFORMED', decidedAt: '2023-06-30' },
        { id: 'b', penaltyKind: 'FINE', penaltyStatus: 'DECIDED', decidedAt: '2026-01-01' },
        { id: 'c', penaltyKind: 'FINE', penaltyStatus: 'ANNULLED', decidedAt: '2026-02-01' },
      ],
    },
    null,
  ],
  ['NAME_DIFFERS', {}, { projects: [{ id: 'p', supplierName: '示 例社', startedAt: '2026-01-01' }] }, null],
])('%s of %j and %j is so since %s', (code, organization, related, day) => {
  expect(since(code, asked(organization, related))).toBe(day);
});

test('a party organization is missing only where there has to be one and it is known that there is none', () => {
  const missing = (partyOrganizationDue: boolean | null, partyCoverage: string | null) =>
    found('PARTY_ORGANIZATION_MISSING', asked({ partyOrganizationDue, partyCoverage })) !== null;
  expect([missing(true, 'NONE'), missing(true, 'WORK'), missing(true, 'ORG')]).toEqual([true, true, false]);
  expect([missing(true, null), missing(false, 'NONE'), missing(null, 'NONE')]).toEqual([false, false, false]);
});

describe('satisfaction', () => {
  const tally = (id: string, respondents: number | null, satisfied: number | null, more: RecordValues = {}) => ({
    id,
    projectNo: 'P1',
    evaluatedAt: '2026-01-01',
    respondents,
    satisfied,
    ...more,
  });
  const levelOf = (performances: RecordValues[]) =>
    vitalSignsOf(asked({}, { performances })).signs.find(({ sign }) => sign === 'SATISFACTION')?.level;

  test.each<[string, RecordValues[], string]>([
    ['no tally', [tally('a', null, null)], 'UNKNOWN'],
    ['too few asked', [tally('a', 4, 0)], 'UNKNOWN'],
    ['at the threshold', [tally('a', 5, 3)], 'GOOD'],
    ['below it', [tally('a', 100, 59)], 'WATCH'],
    ['by the sum, not the mean of shares', [tally('a', 1000, 700), tally('b', 10, 0)], 'GOOD'],
    ['longer ago than the window', [tally('a', 100, 0, { evaluatedAt: '2025-06-30' })], 'UNKNOWN'],
    ['of another supplier', [tally('a', 100, 0, { supplierUscc: '52310105MJ5968538L' })], 'UNKNOWN'],
  ])('of %s', (_, performances, level) => {
    expect(levelOf(performances)).toBe(level);
  });

  test('says its n', () => {
    const [finding] = findingsOf(asked({}, { performances: [tally('a', 30, 10)] }));
    expect(finding).toMatchObject({ confirmed: false, records: ['a'] });
    expect(finding?.en).toContain('10 of n = 30');
  });
});

describe('the signs of an organization', () => {
  test('of which nothing is known are unknown, and say what is missing', () => {
    const { signs, conflicts } = vitalSignsOf(asked());
    expect(signs.map(({ level }) => level)).toEqual(Array.from({ length: 5 }, () => 'UNKNOWN'));
    expect(signs.every(({ missing }) => missing.length > 0)).toBe(true);
    expect(conflicts).toEqual([]);
  });

  test('are unknown where a legal parameter is not in force, which is named', () => {
    const input = asked({ lastActivityAt: '2020-01-01' }, {}, parametersWithout('zombie.inactive.years'));
    expect(vitalSignsOf(input).signs[0]).toMatchObject({ level: 'UNKNOWN', missing: ['zombie.inactive.years'] });
  });

  test('are the worst of their findings, and good only where it is known', () => {
    const [activity, , , compliance] = vitalSignsOf(
      asked({ unreachableSince: '2026-01-01' }, { reports: [report(2024)] }),
    ).signs;
    expect(activity?.level).toBe('ALERT');
    expect(compliance?.level).toBe('WATCH');
    const reports = [report(2025, { submittedAt: '2026-03-01', activities: 2, income: 1 })];
    const levels = vitalSignsOf(asked({}, { reports })).signs.map(({ level }) => level);
    expect(levels).toEqual(['GOOD', 'GOOD', 'UNKNOWN', 'GOOD', 'UNKNOWN']);
  });

  test('list what contradicts: a code registered twice, a name that differs', () => {
    const twin = { ...asked().organization, id: 'twin', place: '310105002000' };
    const ended = { ...twin, id: 'ended', closedAt: TODAY };
    const grades = [{ id: 'g', organizationName: '示例会', awardedAt: '2025-01-01', validTo: '2030-01-01' }];
    const { conflicts } = vitalSignsOf(asked({}, { namesakes: [asked().organization, twin, ended], grades }));
    expect(conflicts.map(({ rule, records }) => [rule.code, records])).toEqual([
      ['CODE_REGISTERED_TWICE', ['org', 'twin']],
      ['NAME_DIFFERS', ['g']],
    ]);
  });
});

describe('the rules', () => {
  test('have codes of their own that fit into the number of a warning', () => {
    const codes = vitalRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    // With a credit code, a day and two strokes: 60 characters.
    expect(codes.filter((code) => code.length > 30)).toEqual([]);
  });

  test('name a source, and the mildest ask for no warning', () => {
    expect(vitalRules.filter(({ source }) => source === '')).toEqual([]);
    expect(vitalRules.filter((rule) => asksForWarning(rule)).some(({ severity }) => severity === 'BLUE')).toBe(false);
  });
});
