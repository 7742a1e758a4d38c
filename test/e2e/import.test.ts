import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryFiles } from '../kit/files.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { runOnenx, type Ended } from '../kit/onenx.js';
import { csv, organizationRow, teamRow } from '../kit/records.js';

const HONGQIAO = '310105009000';
const ELSEWHERE = '310105001000';
const SOURCE = ['--source', 'e2e'];
const SAMPLE_SOURCE = ['--source', 'onenx-sample'];

const write = temporaryFiles();
let hub: TestHub;
let before: unknown;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(async () => hub?.close());

beforeEach(async () => {
  before = await everything();
});

/** What the hub says of all teams and organizations: how many, and the teams of a street one by one. */
async function everything(): Promise<unknown> {
  const { status, body } = await hub.query(
    `query All($asOf: Date!) {
      teams: activityTeams(under: "310105") { totalCount }
      organizations: registeredOrganizations(under: "310105") { totalCount }
      ofStreet: activityTeams(under: "${HONGQIAO}", first: 1000) { nodes { id name status members filedAt version updatedAt } }
      counted: rollup(input: {scope: "310105", by: ["street"], asOf: $asOf, measures: [
        {of: "teams.filed"}, {of: "teams.members"}, {of: "orgs.registered"}, {of: "orgs.community"}
      ]}) { rows { group { value } values { value } } total { values { value } } }
    }`,
    { asOf: '2026-11-22' },
  );
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
}

/** The names of the records that the hub has under some names. */
async function named(list: 'activityTeams' | 'registeredOrganizations', names: readonly string[]): Promise<string[]> {
  const text = `query Named($names: [String!]) { found: ${list}(under: "310105", where: {name: {in: $names}}) { nodes { name } } }`;
  const { body } = await hub.query<{ found: { nodes: { name: string }[] } }>(text, { names });
  return (body.data?.found.nodes ?? []).map(({ name }) => name).sort();
}

async function importInto(kind: string, file: string, words: readonly string[] = SOURCE): Promise<Ended> {
  return runOnenx(['import', kind, file, '--into', hub.dataDirectory, ...words]);
}

describe('a file of which no row can be read is refused whole', () => {
  const teams = csv([teamRow(9001, { place: HONGQIAO })]);
  const withoutCategory = 'place,teamNo,name,status,filedAt\n310105009,T1,x,FILED,2024-05-06\n';
  const spreadsheet = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00);
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00);

  test.each([
    ['lacks a column', 'ActivityTeam', withoutCategory, 'COLUMN_MISSING', 'category (类别(四个领域))'],
    ['is not text', 'ActivityTeam', old, 'FILE_NOT_TEXT', '0x11 @ 2'],
    ['is a broken workbook', 'ActivityTeam', spreadsheet, 'FILE_NOT_WORKBOOK', 'ZIP'],
    ['is of an unknown kind', 'Nonsense', teams, 'KIND_UNKNOWN', '"Nonsense"; known: divisions, '],
  ])('when it %s', async (_, kind, content, code, found) => {
    const { status, stderr } = await importInto(kind, await write('records.csv', content));
    expect(status).toBe(1);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(found);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await everything()).toEqual(before);
  });
});

describe('a row that breaks a rule is refused and the others land', () => {
  test('a credit code with a bad check digit', async () => {
    const right = organizationRow(9003);
    const wrong = { ...right, uscc: mistyped(String(right['uscc'])) };
    const file = await write('organizations.csv', csv([organizationRow(9001), wrong, organizationRow(9002)]));

    const { status, stdout } = await importInto('RegisteredOrganization', file);
    expect(status).toBe(3);
    expect(stdout).toContain('3 rows: 2 inserted, 0 updated, 0 unchanged, 1 rejected');
    expect(stdout).toMatch(/line 3, uscc: .*\[CREDIT_CODE_CHECK_DIGIT\]/);
    const names = [9001, 9002, 9003].map((n) => String(organizationRow(n)['name']));
    expect(await named('registeredOrganizations', names)).toEqual(names.slice(0, 2).sort());
  });

  test('a record outside its node', async () => {
    const [own, other] = [teamRow(9001, { place: HONGQIAO }), teamRow(9002, { place: ELSEWHERE })];
    const file = await write('teams.csv', csv([own, other]));

    const { status, stdout } = await importInto('ActivityTeam', file, [...SOURCE, '--owns', '310105009']);
    expect(status).toBe(3);
    expect(stdout).toMatch(/line 3, place: .*310105001000.*310105009.*\[PLACE_OUTSIDE_NODE\]/);
    expect(await named('activityTeams', [String(own['name']), String(other['name'])])).toEqual([own['name']]);
  });

  test('a place that there is not, one above its level, and one that is no code', async () => {
    const places = ['310105999', '310105', '31010500'];
    const rows = places.map((place, i) => teamRow(9100 + i, { place }));
    const file = await write('teams.csv', csv([teamRow(9200, { place: HONGQIAO }), ...rows]));

    const { status, stdout } = await importInto('ActivityTeam', file);
    expect(status).toBe(3);
    const codes = [...stdout.matchAll(/line (\d), place: .*\[(\w+)\]/g)].map(([, line, code]) => `${line} ${code}`);
    expect(codes).toEqual(['3 PLACE_UNKNOWN', '4 PLACE_LEVEL', '5 DIVISION_CODE_MALFORMED']);
  });

  test('and when none lands, the exit status is 1 and nothing has changed', async () => {
    const file = await write(
      'teams.csv',
      csv([teamRow(9300, { place: ELSEWHERE }), teamRow(9301, { place: ELSEWHERE })]),
    );
    const { status, stdout } = await importInto('ActivityTeam', file, [...SOURCE, '--owns', '310105009']);
    expect(status).toBe(1);
    expect(stdout).toContain('0 inserted, 0 updated, 0 unchanged, 2 rejected');
    expect(await everything()).toEqual(before);
  });

  test('the stored record of a refused row stays as it was', async () => {
    const [team] = await storedTeams();
    const changed = { ...team, name: '改名', status: 'NONSENSE' };
    const { status, stdout } = await importInto(
      'ActivityTeam',
      await write('teams.csv', csv([changed])),
      SAMPLE_SOURCE,
    );
    expect([status, stdout.match(/\[(\w+)\]/)?.[1]]).toEqual([1, 'VALUE_NOT_IN_LIST']);
    expect(await everything()).toEqual(before);
  });
});

test('a workbook goes out and in again, and its template is one', async () => {
  const file = await write('teams.xlsx', '');
  const words = ['export', 'ActivityTeam', '--from', hub.dataDirectory, '--out', file, '--language', 'zh'];
  expect(await runOnenx(words)).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = await importInto('ActivityTeam', file, SAMPLE_SOURCE);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^(\d+) rows: 0 inserted, 0 updated, \1 unchanged, 0 rejected, 0 closed$/m);
  expect(await everything()).toEqual(before);

  expect(await runOnenx(['template', '群众活动团队', '--out', file])).toMatchObject({ status: 0 });
  expect(await importInto('ActivityTeam', file)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^0 rows/) });
});

test("the sample's own file, imported again, changes nothing", async () => {
  const { status, stdout } = await importInto('ActivityTeam', `${hub.sampleDirectory}/ActivityTeam.csv`, SAMPLE_SOURCE);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^(\d+) rows: 0 inserted, 0 updated, \1 unchanged, 0 rejected, 0 closed$/m);
  expect(await everything()).toEqual(before);
});

/** A code whose last character, the check digit of GB 32100, is another one. */
function mistyped(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`;
}

/** The teams of a street as an import file has them. */
async function storedTeams(): Promise<Record<string, string>[]> {
  const { body } = await hub.query<{ list: { nodes: Record<string, string>[] } }>(
    `{ list: activityTeams(under: "${HONGQIAO}", first: 1) { nodes { teamNo name category status filedAt } } }`,
  );
  return (body.data?.list.nodes ?? []).map((team) => ({ ...team, place: HONGQIAO }));
}
