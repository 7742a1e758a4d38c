import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { importRecords } from '@onenx/node';
import { parseCodeSet, type KindDefinition } from '@onenx/schema';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import {
  creditCode,
  csv,
  DISTRICT,
  kindNamed,
  organization,
  organizationRow,
  OTHER_STREET,
  stored,
  STREET,
  team,
  teamRow,
  tree,
} from '../kit/records.js';

const TODAY = new Date('2026-03-04T17:00:00Z'); // the 5th in Shanghai

onEachDatabase('a row of an import', (open) => {
  const write = temporaryFiles();

  async function bring(kind: KindDefinition, content: string, more = {}) {
    const database = await open([kind]);
    const file = await write('rows.csv', content);
    const options = { database, kind, file, source: 'test', tree, now: () => TODAY };
    return { database, file, summary: await importRecords({ ...options, ...more }) };
  }

  test.each([
    [
      'a credit code with a wrong check digit',
      { uscc: '51310105MJ1408912N' },
      ['uscc', 'CREDIT_CODE_CHECK_DIGIT', 'N', 'M'],
    ],
    ['a malformed division code', { place: '31010' }, ['place', 'DIVISION_CODE_MALFORMED', '31010', '']],
    ['a place that is not in the tree', { place: '310105099' }, ['place', 'PLACE_UNKNOWN', '310105099000', '']],
    ['an empty cell', { name: '' }, ['name', 'VALUE_REQUIRED', '', '文本 (text) ≤ 200']],
    [
      'a day that is not in the calendar',
      { registeredAt: '2023-02-29' },
      ['registeredAt', 'DATE_INVALID', '2023-02-29', ''],
    ],
    [
      'a boolean that is none',
      { communityOrganization: 'maybe' },
      ['communityOrganization', 'VALUE_NOT_IN_LIST', 'maybe'],
    ],
    ['a value outside its list', { status: '取缔' }, ['status', 'VALUE_NOT_IN_LIST', '取缔']],
    ['a text that is too long', { name: '长'.repeat(201) }, ['name', 'TEXT_TOO_LONG', '201', '200']],
    [
      'dates in the wrong order',
      { closedAt: '2014-02-28' },
      ['closedAt', 'DATES_REVERSED', '2014-02-28', '2014-03-01'],
    ],
  ])('with %s is refused alone', async (_, changes, [column, code, found, expected]) => {
    const rows = [organizationRow(1), organizationRow(2, { closedAt: '', ...changes }), organizationRow(3)];
    const columns = { ...organizationRow(1), closedAt: '' };
    const { database, summary } = await bring(organization, csv([{ ...columns }, ...rows.slice(1)]));
    expect(summary).toMatchObject({ rows: 3, inserted: 2, rejected: 1 });
    const report = { line: 3, column, code, found, ...(expected === undefined ? {} : { expected }) };
    expect(summary.problems).toMatchObject([report]);
    expect((await stored(database, organization)).map((row) => row['name'])).toEqual(['示例组织1', '示例组织3']);
  });

  test('has to belong to the level of its kind, and to the node', async () => {
    const rows = [teamRow(1), teamRow(2, { place: DISTRICT }), teamRow(3, { place: OTHER_STREET })];
    const { summary } = await bring(team, csv(rows), { owns: parseCodeSet('310105,-310105002') });
    expect(summary).toMatchObject({ inserted: 1, rejected: 2 });
    expect(summary.problems).toMatchObject([
      { line: 3, column: 'place', code: 'PLACE_LEVEL', found: DISTRICT, expected: 'STREET' },
      { line: 4, column: 'place', code: 'PLACE_OUTSIDE_NODE', found: OTHER_STREET, expected: '310105,-310105002' },
    ]);
  });

  test('has whole numbers where it counts and fen where it pays', async () => {
    const { summary } = await bring(
      team,
      csv(['12', '-1', '1.5', '1,000', '1e3', '100001'].map((members, n) => teamRow(n, { members }))),
    );
    expect(summary.inserted).toBe(1);
    expect(summary.problems.map(({ code, found }) => `${code} ${found}`)).toEqual(
      ['-1', '1.5', '1,000', '1e3', '100001'].map((found) => `NUMBER_INVALID ${found}`),
    );
    const project = kindNamed('DistrictProject');
    const known = { place: STREET, projectNo: 'P1', title: '示例', projectCategory: '为老服务', stage: 'RUNNING' };
    const rest = { serviceField: '养老', procurementMethod: '询价', fundSource: 'FISCAL', toSocialOrganization: '是' };
    const row = { ...known, ...rest, contractAmount: '2380900000', startedAt: '2024/1/2' };
    const paid = await bring(project, csv([row, { ...row, projectNo: 'P2', contractAmount: '23.8' }]));
    expect(paid.summary.problems).toMatchObject([{ line: 3, column: 'contractAmount', code: 'NUMBER_INVALID' }]);
    expect(
      (await stored(paid.database, project)).map((one) => [Number(one['contract_amount']), one['started_at']]),
    ).toEqual([[2380900000, '2024-01-02']]);
  });

  test('is read as people write it: labels, short codes, spaces, other forms of days and booleans', async () => {
    const code = creditCode(7);
    const changes = { place: ' 310105001 ', uscc: ` ${code.toLowerCase()}`, status: '存续', legalForm: 'foundation' };
    const row = organizationRow(7, { ...changes, communityOrganization: '否', registeredAt: '2014/3/1' });
    const { database, summary } = await bring(organization, csv([row]));
    expect(summary).toMatchObject({ inserted: 1, problems: [] });
    expect(await stored(database, organization)).toMatchObject([
      {
        id: `310105000000-ORG-${code}`,
        place: STREET,
        uscc: code,
        status: 'ACTIVE',
        legal_form: 'FOUNDATION',
        community_organization: false,
        registered_at: '2014-03-01',
        updated_at: '2026-03-05',
        state: 'SUBMITTED',
        share_class: 'UNCONDITIONAL',
        open_class: 'CLOSED',
        synthetic: false,
        source_system: 'test',
        source_key: null,
        version: 1,
      },
    ]);
  });

  test('obeys the check of its kind', async () => {
    const kind = kindNamed('DistrictObservation');
    const row = { place: DISTRICT, periodFrom: '2014-01-01', periodTo: '2014-12-31', numerator: 353, denominator: 413 };
    const content = csv([
      { measure: 'medicalDisputes', ...row },
      { measure: 'medicalDispute', ...row },
      { measure: 'medicalDisputes', ...row, periodTo: '2015-12-31', numerator: 500 },
    ]);
    const { summary } = await bring(kind, content);
    expect(summary.problems).toMatchObject([
      { line: 3, column: 'measure', code: 'MEASURE_UNKNOWN' },
      { line: 4, column: 'numerator', code: 'NUMERATOR_EXCEEDS', found: '500', expected: '413' },
    ]);
  });

  test('that cannot be read takes no other with it, whatever its quotes', async () => {
    const [header, ...rows] = csv([1, 2, 3, 4].map((n) => teamRow(n)))
      .trimEnd()
      .split('\n');
    const broken = [header, rows[0], `${STREET},"T9,a,b`, rows[1], `${STREET},T8`, rows[2], `"${STREET}"x,T7`, rows[3]];
    const { summary, database } = await bring(team, broken.join('\n'));
    expect(summary).toMatchObject({ rows: 7, inserted: 4, rejected: 3 });
    expect(summary.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'ROW_MALFORMED'],
      [5, 'ROW_MALFORMED'],
      [7, 'ROW_MALFORMED'],
    ]);
    expect(await stored(database, team)).toHaveLength(4);
  });

  test('whose key came before with other content is refused; an exact repeat is not', async () => {
    const rows = [teamRow(1), teamRow(2), teamRow(1), teamRow(2, { name: '别名' })];
    const { summary, database } = await bring(team, csv(rows));
    expect(summary).toMatchObject({ inserted: 2, unchanged: 1, rejected: 1 });
    expect(summary.problems).toMatchObject([{ line: 5, code: 'KEY_REPEATED', found: 'T2', expected: '3' }]);
    expect((await stored(database, team)).map((row) => row['name'])).toEqual(['示例团队1', '示例团队2']);
  });

  test('that is refused is in the report, in both languages, without personal data', async () => {
    const rows = [
      teamRow(1, { leader: '张'.repeat(60) }),
      teamRow(2, { name: '=1+1', status: '=cmd', leader: '李某某' }),
    ];
    const { summary, file } = await bring(team, csv(rows));
    expect(summary.rejectsFile).toBe(`${file}.rejected.csv`);
    const report = await readFile(`${file}.rejected.csv`, 'utf8');
    const lines = report.trimEnd().split('\n');
    expect(lines[0]).toBe('\ufeffline,column,code,found,expected,messageZh,messageEn');
    expect(lines[1]).toMatch(/^2,leader,TEXT_TOO_LONG,60,50,.*最多50个.*at most 50/);
    expect(lines[2]).toMatch(/^3,status,VALUE_NOT_IN_LIST,'=cmd,/);
    expect(report).not.toMatch(/张|李某某/);
  });

  test('report of an earlier import goes when all rows land', async () => {
    const { database, file } = await bring(team, csv([teamRow(1, { status: 'x' })]));
    const { writeFile } = await import('node:fs/promises');
    await writeFile(file, csv([teamRow(1)]));
    const again = await importRecords({ database, kind: team, file, source: 'test', tree });
    expect(again).toMatchObject({ inserted: 1, rejectsFile: null });
    await expect(readFile(`${file}.rejected.csv`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
