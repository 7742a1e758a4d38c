import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { recordId, type KindDefinition } from '@onenx/schema';
import * as fc from 'fast-check';
import { onEachDatabase } from '../kit/databases.js';
import { ask } from '../kit/level.js';
import { allKinds, COMMITTEE, creditCode, OTHER_STREET, STREET, team as teamKind } from '../kit/records.js';
import { put } from '../kit/store.js';
import { act, expectHistoryWhole, review, save, streetServers, TEAM, trySave } from '../kit/team-changes.js';

/** A word of personal fields alone: where it shows, they do. */
const SECRET = '机密人员';
const OFFICER = { 'x-onenx-actor': `STREET_OFFICER@${STREET}` };
const ID = `${STREET}-T-T1`;
const NUL = '\u0000';

let logged = '';
beforeEach(() => {
  logged = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    logged += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const made = { requestId: 'made', place: STREET, team: { ...TEAM, leader: SECRET } };

/** What is refused of a new team, with which code, at which field. */
const NEW: readonly [string, object, string, string][] = [
  ['no place', { place: null }, 'VALUE_REQUIRED', 'place'],
  ['a place of another district', { place: '310104001000' }, 'PLACE_UNKNOWN', 'place'],
  ['a place above its level', { place: '310105000000' }, 'PLACE_LEVEL', 'place'],
  ['no number', { team: { ...TEAM, teamNo: null } }, 'VALUE_REQUIRED', 'team.teamNo'],
  ['a number of blanks', { team: { ...TEAM, teamNo: ' \t ' } }, 'VALUE_REQUIRED', 'team.teamNo'],
  ['a name of blanks', { team: { ...TEAM, name: '  ' } }, 'VALUE_REQUIRED', 'team.name'],
  ['a NUL', { team: { ...TEAM, name: `示例${NUL}` } }, 'ARGUMENT_INVALID', 'team.name'],
  ['half a character', { team: { ...TEAM, name: '示例\ud800' } }, 'ARGUMENT_INVALID', 'team.name'],
  ['a NUL in a personal field', { team: { ...TEAM, leader: SECRET + NUL } }, 'ARGUMENT_INVALID', 'team.leader'],
  ['a personal field too long', { team: { ...TEAM, leader: SECRET.repeat(20) } }, 'TEXT_TOO_LONG', 'team.leader'],
  ['too many members', { team: { ...TEAM, members: 2_147_483_647 } }, 'NUMBER_INVALID', 'team.members'],
  ['fewer than none', { team: { ...TEAM, members: -1 } }, 'NUMBER_INVALID', 'team.members'],
  ['an empty request number', { requestId: '' }, 'ARGUMENT_INVALID', 'requestId'],
  ['a long request number', { requestId: 'x'.repeat(10_000) }, 'ARGUMENT_INVALID', 'requestId'],
  ['a NUL in its request number', { requestId: NUL }, 'ARGUMENT_INVALID', 'requestId'],
  ['a long reason', { correction: 'x'.repeat(10_000) }, 'ARGUMENT_INVALID', 'correction'],
];

/** What is refused of a team that there is. */
const CHANGED: readonly [string, object, string, string][] = [
  ['no version', { expectedVersion: null }, 'VALUE_REQUIRED', 'expectedVersion'],
  ['a version of the future', { expectedVersion: 2_147_483_647 }, 'VERSION_CONFLICT', 'expectedVersion'],
  ['a version that never is', { expectedVersion: -1 }, 'VERSION_CONFLICT', 'expectedVersion'],
  ['an empty id', { id: '' }, 'RECORD_NOT_FOUND', 'id'],
  ['an id with a NUL', { id: NUL }, 'RECORD_NOT_FOUND', 'id'],
  ['an id of another kind', { id: `${STREET}-SP-1` }, 'RECORD_NOT_FOUND', 'id'],
  ['an id of nobody', { id: `${STREET}-T-T9` }, 'RECORD_NOT_FOUND', 'id'],
  ['another street', { place: OTHER_STREET }, 'PLACE_OUTSIDE_NODE', 'place'],
  ['the key of another', { team: { teamNo: 'T2' } }, 'RECORD_EXISTS', ''],
  ['a required field cleared', { team: { name: null } }, 'VALUE_REQUIRED', 'team.name'],
  ['a field that a rule requires cleared', { team: { leader: null } }, 'RULE_BROKEN', 'team.leader'],
  ['a draft again', { asDraft: true }, 'ACTION_NOT_ALLOWED', 'asDraft'],
];

onEachDatabase('a change that cannot be', (open) => {
  const streetServer = streetServers(open);

  test('is refused by code and field, changes nothing and tells nobody anything personal', async () => {
    const server = await streetServer();
    for (const [what, given, code, field] of NEW) {
      const refused = await save(server, { ...made, ...given });
      expect([what, refused.ok, ...codesAndFields(refused)]).toEqual([what, false, code, field]);
      expect(JSON.stringify(refused)).not.toContain(SECRET);
    }
    await expectHistoryWhole(server.database);
    expect((await save(server, made)).ok).toBe(true);
    expect((await save(server, { requestId: 'two', place: STREET, team: { ...TEAM, teamNo: 'T2' } })).ok).toBe(true);
    for (const [what, given, code, field] of CHANGED) {
      const input = { requestId: 'bad', id: ID, expectedVersion: 1, team: { members: 30 }, ...given };
      const refused = await save(server, input);
      expect([what, refused.ok, ...codesAndFields(refused)]).toEqual([what, false, code, field]);
      expect(JSON.stringify(refused)).not.toContain(SECRET);
    }
    const last = await save(server, { requestId: 'last', id: ID, expectedVersion: 1, team: { leader: `${SECRET}乙` } });
    expect(last.team).toMatchObject({ version: 2 });
    expect(last.team?.['history']).toMatchObject([{}, { changes: [{ field: 'leader', before: null, after: null }] }]);
    const stale = await save(server, { requestId: 'stale', id: ID, expectedVersion: 1, team: { leader: '示例' } });
    expect(stale.conflict).toMatchObject({ fields: ['leader'] });
    expect(JSON.stringify([last, stale]) + logged).not.toContain(SECRET);
    await expectHistoryWhole(server.database);
  });

  test('for what GraphQL refuses by itself is an error of the catalogue without the value', async () => {
    const server = await streetServer();
    const asked: readonly [object, string][] = [
      [{ filedAt: '2026-02-30' }, 'DATE_INVALID'],
      [{ members: 1e12 }, 'BAD_USER_INPUT'],
      [{ leader: { name: SECRET } }, 'BAD_USER_INPUT'],
      [{ leader: [SECRET] }, 'BAD_USER_INPUT'],
    ];
    for (const [given, code] of asked) {
      const { errors } = await trySave(server, { ...made, team: { ...TEAM, ...given } });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
    }
    expect(logged).not.toContain(SECRET);
  });

  test('for a fault inside leaves nothing behind, and nothing personal in the log', async () => {
    const server = await streetServer();
    await server.database.query({ text: 'DROP TABLE "change_log"', params: [] });
    for (let time = 0; time < 2; time++) {
      const { errors } = await trySave(server, made);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL_SERVER_ERROR']);
    }
    expect(logged).toContain('fault');
    expect(logged).not.toContain(SECRET);
    for (const table of ['activity_team', 'activity_team_history', 'change_request'])
      expect(await server.database.query({ text: `SELECT * FROM "${table}"`, params: [] })).toEqual([]);
  });

  test('by an actor that is none, or for places that are not asked about', async () => {
    const server = await streetServer();
    await save(server, made);
    const change = { requestId: 'r', id: ID, expectedVersion: 1, team: { members: 30 } };
    for (const actor of ['x', `STREET_OFFICER@`, `STREET_OFFICER@31`, `@${STREET}`, `KING@${STREET}`, '机密']) {
      const { errors } = await trySave(server, change, { 'x-onenx-actor': encodeURI(actor) });
      expect(['ARGUMENT_INVALID', 'DIVISION_CODE_MALFORMED']).toContain(errors?.[0]?.extensions['code']);
    }
    const elsewhere = { 'x-onenx-codes': OTHER_STREET };
    expect(codesAndFields(await save(server, change, elsewhere))).toEqual(['RECORD_NOT_FOUND', 'id']);
    expect(codesAndFields(await save(server, { ...made, requestId: 'r' }, elsewhere))).toContain('PLACE_OUTSIDE_NODE');
    // Also what was made is not told there.
    expect(codesAndFields(await save(server, made, elsewhere))).toEqual(['RECORD_NOT_FOUND', 'id']);
    const analyst = { 'x-onenx-actor': `ANALYST@${STREET}` };
    expect(codesAndFields(await save(server, change, analyst))).toEqual(['ROLE_REQUIRED', '']);
    const unknown = await review(server, { requestId: 'v', id: 'x', expectedVersion: 1, decision: 'APPROVE' });
    expect(unknown).toMatchObject({ ok: false, problems: [{ code: 'RECORD_NOT_FOUND', field: ['input', 'id'] }] });
  });
});

onEachDatabase('a record through its states', (open) => {
  const streetServer = streetServers(open);
  const cancel = { id: ID, endReason: '示例' };

  test('is worked on from its submission until it is withdrawn, and its rules are asked at both', async () => {
    const server = await streetServer();
    const draft = await save(server, { ...made, asDraft: true, team: { ...TEAM, acceptedTransferId: 'X1' } });
    expect(draft.team).toMatchObject({ state: 'DRAFT', allowedActions: ['saveActivityTeam', 'SUBMIT', 'WITHDRAW'] });
    const early = await act(server, 'cancelActivityTeamFiling', { ...cancel, requestId: 'a', expectedVersion: 1 });
    expect(codesAndFields(early)).toEqual(['ACTION_NOT_ALLOWED', 'id']);
    const other = { requestId: 'o', place: STREET, team: { ...TEAM, teamNo: 'T2', acceptedTransferId: 'X1' } };
    expect((await save(server, other)).ok).toBe(true);
    const submit = { id: ID, expectedVersion: 1, decision: 'SUBMIT' };
    const refused = await review(server, { ...submit, requestId: 's1' });
    expect(refused.problems).toEqual([{ code: 'RULE_BROKEN', field: null }]);
    await save(server, { requestId: 'c', id: ID, expectedVersion: 1, team: { acceptedTransferId: null } });
    expect((await review(server, { ...submit, requestId: 's2', expectedVersion: 2 })).ok).toBe(true);
    const at = { id: ID, expectedVersion: 3 };
    expect((await review(server, { ...at, requestId: 'w', decision: 'WITHDRAW' })).ok).toBe(true);
    const gone = { id: ID, expectedVersion: 4 };
    expect(codesAndFields(await save(server, { ...gone, requestId: 'x', team: { members: 30 } }))).toEqual([
      'ACTION_NOT_ALLOWED',
      'id',
    ]);
    const late = await act(server, 'cancelActivityTeamFiling', { ...cancel, ...gone, requestId: 'y' });
    expect(codesAndFields(late)).toEqual(['ACTION_NOT_ALLOWED', 'id']);
    expect(codesAndFields(await save(server, { ...made, requestId: 'again' }))).toEqual(['RECORD_EXISTS', '']);
  });

  test('once locked is worked on only with a reason', async () => {
    const server = await streetServer();
    await put(server.database, teamKind, [
      { ...TEAM, status: 'FILED', id: ID, place: STREET, state: 'LOCKED', filingValidTo: null },
    ]);
    const at = { ...cancel, expectedVersion: 1 };
    for (const correction of [null, '', '  ']) {
      const refused = await act(server, 'cancelActivityTeamFiling', { ...at, requestId: 'a', correction });
      expect(codesAndFields(refused)).toEqual(['RECORD_LOCKED', 'correction']);
    }
    const done = await act(server, 'cancelActivityTeamFiling', { ...at, requestId: 'a', correction: ' 示例更正 ' });
    expect(done.team).toMatchObject({ state: 'LOCKED', status: 'CANCELLED', version: 2 });
    expect(done.team?.['history']).toMatchObject([{ version: 1 }, { version: 2, reason: '示例更正' }]);
  });
});

onEachDatabase('a change that is sent again', (open) => {
  const streetServer = streetServers(open);

  test('is made once, and answered with the record as it stands now', async () => {
    const server = await streetServer();
    const dry = await save(server, { ...made, dryRun: true });
    expect(dry).toMatchObject({ ok: true, team: { version: 1, id: ID } });
    expect((await save(server, made)).team).toMatchObject({ version: 1 });
    const { teamNo, ...rest } = made.team;
    const change = { requestId: 'c', id: ID, expectedVersion: 1, team: { members: 30, name: '示例二' } };
    expect((await save(server, { ...change, dryRun: true })).team).toMatchObject({ version: 2, members: 30 });
    expect((await save(server, { ...change, dryRun: false })).team).toMatchObject({ version: 2, members: 30 });
    for (const again of [{ ...made, team: { ...rest, teamNo } }, { ...made, id: null, asDraft: null }, change]) {
      expect(await save(server, again)).toMatchObject({ ok: true, problems: [], team: { version: 2 } });
    }
    const other = await save(server, { ...change, team: { members: 31 } });
    expect(codesAndFields(other)).toEqual(['REQUEST_REUSED', 'requestId']);
    // What changes nothing makes no version.
    const same = await save(server, { requestId: 'd', id: ID, expectedVersion: 2, team: { members: 30 } });
    expect(same).toMatchObject({ ok: true, team: { version: 2 } });
    await expectHistoryWhole(server.database);
  });

  test('in a batch, half of which was made, is made as far as it was not', async () => {
    const server = await streetServer();
    const item = (n: number, members: number) => ({
      requestId: `b${n}`,
      place: STREET,
      team: { ...TEAM, teamNo: `B${n}`, members },
    });
    const query = `mutation($inputs: [SaveActivityTeamInput!]!) { made: saveActivityTeamBatch(inputs: $inputs) {
      ok team { id version } problems { code } } }`;
    const batch = async (inputs: readonly object[]) =>
      (await ask(server, query, { variables: { inputs }, headers: OFFICER })).data?.['made'] as { ok: boolean }[];
    expect((await batch([item(1, 12), item(2, 1), item(3, 12)])).map(({ ok }) => ok)).toEqual([true, false, true]);
    const again = await batch([item(1, 12), item(2, 12), item(3, 12), item(3, 12), item(3, 13)]);
    expect(again.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(again.slice(0, 4)).toMatchObject(
      [1, 2, 3, 3].map((n) => ({ team: { id: `${STREET}-T-B${n}`, version: 1 } })),
    );
    await expectHistoryWhole(server.database);
  });

  test('keeps its key and id apart: an id outlives its key, a key has one record', async () => {
    const server = await streetServer();
    await save(server, made);
    const moved = { requestId: 'm', id: ID, expectedVersion: 1, place: COMMITTEE, team: { teamNo: 'T2' } };
    expect((await save(server, moved)).team).toMatchObject({ id: ID, version: 2 });
    const taken = await save(server, { ...made, requestId: 't', team: { ...TEAM, teamNo: 'T2' } });
    expect(codesAndFields(taken)).toEqual(['RECORD_EXISTS', '']);
    expect(taken.problems[0]?.['message']).toContain(ID);
    const free = await save(server, { ...made, requestId: 'f' });
    expect(free.team).toMatchObject({ id: `${ID}~2`, version: 1 });
  });
});

onEachDatabase('the history', (open) => {
  const streetServer = streetServers(open);

  test('of fifty records is one statement, whatever else is asked', async () => {
    const statements: string[] = [];
    const server = await streetServer({ onStatement: (text) => statements.push(text) });
    const teams = Array.from({ length: 50 }, (_, n) => ({
      ...TEAM,
      teamNo: `H${n}`,
      id: `${STREET}-T-H${n}`,
      place: STREET,
      status: 'FILED',
      promotedToUscc: creditCode(1),
    }));
    await put(server.database, teamKind, teams);
    const query = (first: number) => `{ activityTeams(under: "${STREET}", first: ${first}) {
      nodes { id allowedActions history { version action changes { field } } } } }`;
    const counts: number[] = [];
    for (const first of [2, 50]) {
      statements.length = 0;
      const { data, errors } = await ask(server, query(first));
      expect(errors).toBeUndefined();
      const list = data?.['activityTeams'] as { nodes: object[] } | undefined;
      expect(list?.nodes).toHaveLength(first);
      counts.push(statements.filter((text) => text.includes('SELECT')).length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[1]).toBeLessThanOrEqual(2);
  });
});

test('no two keys make one id, whatever stands in them', () => {
  const kinds = allKinds.filter(
    ({ key, fields }) => key.length > 1 && key.every((name) => fields[name]?.type === 'text'),
  );
  expect(kinds.length).toBeGreaterThan(0);
  const part = fc.option(fc.stringMatching(/^[~%a27E5-]{1,5}$/));
  for (const kind of kinds) {
    const keys = fc.array(part, { minLength: kind.key.length, maxLength: kind.key.length });
    fc.assert(
      fc.property(keys, keys, (one, two) => {
        const same = JSON.stringify(one) === JSON.stringify(two);
        expect(idOf(kind, one) === idOf(kind, two)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  }
});

function idOf(kind: KindDefinition, key: readonly (string | null)[]): string | null {
  return recordId(kind, COMMITTEE, Object.fromEntries(kind.key.map((name, i) => [name, key[i] ?? null])));
}

test('no key is personal, nor can be missing', () => {
  for (const { key, fields } of allKinds) {
    for (const name of key)
      expect([fields[name]?.personal ?? false, fields[name]?.optional ?? false]).toEqual([false, false]);
  }
});

function codesAndFields({ problems }: { readonly problems: readonly Record<string, unknown>[] }): unknown[] {
  return problems.flatMap(({ code, field }) => [code, ((field ?? []) as string[]).slice(1).join('.')]);
}
