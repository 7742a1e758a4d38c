import { afterEach, expect, test } from '@jest/globals';
import { startLevelServer, type LevelServer } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { locationOf, onEachDatabase, type OpenDatabase } from '../kit/databases.js';
import { ask, type LevelAnswer } from '../kit/level.js';
import { STREET, tree } from '../kit/records.js';
import { putTree } from '../kit/store.js';

const TEAM = `id version status state filedAt endedAt allowedActions
  history { version action actor reason changes { field before after } }`;
const PAYLOAD = `ok team { ${TEAM} } problems { code severity message field rule { code source confirmed } }
  conflict { base { version name } current { version name } fields }`;
const SAVE = `mutation($input: SaveActivityTeamInput!) { change: saveActivityTeam(input: $input) { ${PAYLOAD} } }`;

interface Payload {
  readonly ok: boolean;
  readonly team: Record<string, unknown> | null;
  readonly problems: readonly Record<string, unknown>[];
  readonly conflict: Record<string, unknown> | null;
}

const fields = {
  teamNo: 'T1',
  name: '示例合唱队',
  category: 'CULTURE_SPORT',
  members: 12,
  leader: '示例甲',
  meetingPlace: '示例活动室',
  meetingTime: '周二上午',
  filedAt: '2026-03-02',
};

const running: LevelServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function streetServer(open: OpenDatabase): Promise<LevelServer> {
  const database = await open(streetKinds);
  await putTree(database, tree);
  const location = locationOf(database);
  const server = await startLevelServer({
    level: 'STREET',
    kinds: streetKinds,
    database: location,
    port: 0,
    owns: '310105',
  });
  running.push(server);
  return server;
}

function payloadOf({ data, errors }: LevelAnswer): Payload {
  expect(errors).toBeUndefined();
  return data?.['change'] as Payload;
}

async function save(server: LevelServer, input: object, headers?: Record<string, string>): Promise<Payload> {
  return payloadOf(await ask(server, SAVE, { variables: { input }, headers: { 'accept-language': 'en', ...headers } }));
}

async function act(server: LevelServer, action: string, input: object): Promise<Payload> {
  const type = `${action.charAt(0).toUpperCase()}${action.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { change: ${action}(input: $input) { ${PAYLOAD} } }`;
  return payloadOf(await ask(server, query, { variables: { input }, headers: { 'accept-language': 'en' } }));
}

onEachDatabase('a change through the API', (open) => {
  test('makes a record, and the same request again is the same change', async () => {
    const server = await streetServer(open);
    const input = { requestId: 'r1', place: STREET, team: fields };
    const first = await save(server, input);
    expect(first.problems).toEqual([]);
    expect(first.team).toMatchObject({ id: `${STREET}-T-T1`, version: 1, status: 'FILED', state: 'SUBMITTED' });
    expect(await save(server, input)).toEqual(first);
    const other = await save(server, { ...input, team: { ...fields, name: '示例另一队' } });
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'REQUEST_REUSED' }] });
  });

  test('is refused by rule and source, and changes nothing', async () => {
    const server = await streetServer(open);
    const refused = await save(server, {
      requestId: 'r1',
      place: STREET,
      team: { ...fields, members: 3, leader: null },
    });
    expect(refused.team).toBeNull();
    expect(refused.problems.map(({ rule }) => rule)).toMatchObject([{ code: 'TEAM_MEMBERS' }, { code: 'TEAM_LEADER' }]);
    expect((await save(server, { requestId: 'r1', place: STREET, team: fields })).ok).toBe(true);
  });

  test('that began from an older version gets both versions, and loses nothing', async () => {
    const server = await streetServer(open);
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    const one = { requestId: 'r2', id, expectedVersion: 1, team: { name: '示例一队' } };
    const two = { requestId: 'r3', id, expectedVersion: 1, team: { name: '示例二队' } };
    const outcomes = await Promise.all([save(server, one), save(server, two)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = outcomes.filter(({ ok }) => !ok);
    expect(lost).toMatchObject({ problems: [{ code: 'VERSION_CONFLICT' }] });
    expect(lost?.conflict).toMatchObject({
      base: { version: 1, name: fields.name },
      current: { version: 2 },
      fields: ['name'],
    });
  });

  test('moves a record through its work, and its history tells how', async () => {
    const server = await streetServer(open);
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    expect(team?.['allowedActions']).toEqual(
      expect.arrayContaining(['saveActivityTeam', 'cancelActivityTeamFiling', 'APPROVE', 'WITHDRAW']),
    );
    const cancelled = await act(server, 'cancelActivityTeamFiling', {
      requestId: 'r2',
      id,
      expectedVersion: 1,
      endReason: '示例原因',
    });
    expect(cancelled.team).toMatchObject({ version: 2, status: 'CANCELLED' });
    const again = await act(server, 'cancelActivityTeamFiling', {
      requestId: 'r3',
      id,
      expectedVersion: 2,
      endReason: '再次',
    });
    expect(again.problems).toMatchObject([{ code: 'ACTION_NOT_ALLOWED' }]);
    const history = cancelled.team?.['history'] as { action: string; actor: string; changes: { field: string }[] }[];
    expect(history.map(({ action }) => action)).toEqual(['saveActivityTeam', 'cancelActivityTeamFiling']);
    expect(history[1]?.actor).toBe('STREET_OFFICER@310105000000');
    expect(history[1]?.changes.map(({ field }) => field)).toEqual(['status', 'endReason', 'endedAt']);
  });

  test('of a locked record needs a reason, and keeps both', async () => {
    const server = await streetServer(open);
    const { team } = await save(server, { requestId: 'r1', place: STREET, team: fields });
    const id = team?.['id'];
    const review = `mutation($input: ReviewStreetRecordInput!) { reviewStreetRecord(input: $input) { ok record { version state } problems { code } } }`;
    const decide = async (requestId: string, decision: string, actor: string, expectedVersion: number) =>
      (
        await ask(server, review, {
          variables: { input: { requestId, id, expectedVersion, decision } },
          headers: { 'x-onenx-actor': actor },
        })
      ).data?.['reviewStreetRecord'];
    const street = `STREET_OFFICER@${STREET}`;
    const district = 'DISTRICT_SUPERVISOR@310105000000';
    expect(await decide('a0', 'APPROVE', district, 1)).toMatchObject({
      ok: false,
      problems: [{ code: 'ROLE_REQUIRED' }],
    });
    expect(await decide('a1', 'APPROVE', street, 1)).toMatchObject({ record: { state: 'APPROVED_STREET' } });
    expect(await decide('a2', 'APPROVE', district, 2)).toMatchObject({ record: { state: 'APPROVED_DISTRICT' } });
    expect(await decide('a3', 'LOCK', district, 3)).toMatchObject({ record: { state: 'LOCKED' } });
    const input = { id, expectedVersion: 4, team: { members: 20 } };
    expect(await save(server, { ...input, requestId: 'c1' })).toMatchObject({ problems: [{ code: 'RECORD_LOCKED' }] });
    const corrected = await save(server, { ...input, requestId: 'c2', correction: '示例: 漏报八人' });
    expect(corrected.team).toMatchObject({ version: 5, state: 'LOCKED' });
    const history = corrected.team?.['history'] as { reason: string; changes: object[] }[];
    expect(history.at(-1)).toMatchObject({
      reason: '示例: 漏报八人',
      changes: [{ field: 'members', before: '12', after: '20' }],
    });
  });

  test('that is a dry run tells the outcome and changes nothing', async () => {
    const server = await streetServer(open);
    const input = { requestId: 'r1', dryRun: true, place: STREET, team: fields };
    expect(await save(server, input)).toMatchObject({ ok: true, team: { version: 1 } });
    const list = await ask(server, `{ activityTeams(under: "${STREET}") { totalCount } }`);
    expect(list.data).toEqual({ activityTeams: { totalCount: 0 } });
  });
});
