import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { locationOf, onEachDatabase, targetOf } from '../kit/databases.js';
import { csv, STREET, teamRow, tree } from '../kit/records.js';
import { ONENX, ServerProcess } from '../kit/server-process.js';
import { putTree } from '../kit/store.js';
import { act, expectHistoryWhole, save, TEAM, type Payload } from '../kit/team-changes.js';

const running: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(async (server) => server.kill()));
});

/** Two processes over one database, as where a second one takes over without the first having ended. */
async function twoServers(database: NodeDatabase): Promise<[ServerProcess, ServerProcess]> {
  await putTree(database, tree);
  const words = ['node', '--level', 'street', '--owns', '310105', '--database', locationOf(database)];
  const first = await ServerProcess.start(words);
  const second = await ServerProcess.start(words);
  running.push(first, second);
  return [first, second];
}

const create = (teamNo: string, more: object = {}) => ({
  requestId: randomUUID(),
  place: STREET,
  team: { ...TEAM, teamNo, ...more },
});

const codesOf = (outcomes: readonly Payload[]) => outcomes.flatMap(({ problems }) => problems.map(({ code }) => code));

/** One member more, again on the new version where somebody else was faster. */
async function addMember(server: ServerProcess, id: string, seen: { version: number; members: number }): Promise<void> {
  const requestId = randomUUID();
  const input = { requestId, id, expectedVersion: seen.version, team: { members: seen.members + 1 } };
  const { ok, conflict, problems } = await save(server, input);
  if (ok) return;
  expect(problems).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
  expect(conflict).toMatchObject({ base: { version: seen.version, members: seen.members }, fields: ['members'] });
  await addMember(server, id, conflict?.['current'] as typeof seen);
}

onEachDatabase('changes at the same time', (open) => {
  test('of one record: none is lost, none is made twice', async () => {
    const database = await open(streetKinds);
    const servers = await twoServers(database);
    const { team } = await save(servers[0], create('T1', { members: 10 }));
    const id = String(team?.['id']);
    const clients = Array.from({ length: 12 }, async (_, n) => {
      for (let i = 0; i < 3; i++) await addMember(servers[n % 2] ?? servers[0], id, { version: 1, members: 10 });
    });
    await Promise.all(clients);
    const last = await save(servers[1], { requestId: 'last', id, expectedVersion: 37, team: { name: '示例末次' } });
    expect(last.team).toMatchObject({ version: 38, members: 46 });
    const history = last.team?.['history'] as { version: number; recordedAt: string }[];
    expect(history.map(({ version }) => version)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
    const moments = history.map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual(moments.toSorted());
    await expectHistoryWhole(database);
  });

  test('that would give two records one key, one transfer or one number: one is made', async () => {
    const database = await open(streetKinds);
    const servers = await twoServers(database);
    const inTurn = async (inputs: readonly object[]) =>
      Promise.all(inputs.map(async (input, n) => save(servers[n % 2] ?? servers[0], input)));

    const keyed = await inTurn(Array.from({ length: 10 }, () => create('K1')));
    expect(keyed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(keyed)).toEqual(Array.from({ length: 9 }, () => 'RECORD_EXISTS'));
    for (const { problems } of keyed) for (const { message } of problems) expect(message).toContain(`${STREET}-T-K1`);

    const same = create('S1');
    const sent = await inTurn(Array.from({ length: 10 }, () => same));
    for (const outcome of sent) expect(outcome).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ ok: true, team: { version: 1 } });

    const accepting = Array.from({ length: 10 }, (_, n) => create(`A${n}`, { acceptedTransferId: 'X1' }));
    const accepted = await inTurn(accepting);
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(accepted)).toEqual(Array.from({ length: 9 }, () => 'RULE_BROKEN'));

    const movers = await inTurn(Array.from({ length: 4 }, (_, n) => create(`M${n}`)));
    const toOneKey = movers.map(({ team }) => ({
      requestId: randomUUID(),
      id: team?.['id'],
      expectedVersion: 1,
      team: { teamNo: 'N1' },
    }));
    const moved = await inTurn([...toOneKey, create('N1'), create('N1')]);
    expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(moved)).toEqual(Array.from({ length: 5 }, () => 'RECORD_EXISTS'));
    await expectHistoryWhole(database);
  });

  test('and actions at the same time: a record takes one way', async () => {
    const database = await open(streetKinds);
    const servers = await twoServers(database);
    const { team } = await save(servers[0], create('T1'));
    const at = () => ({ requestId: randomUUID(), id: team?.['id'], expectedVersion: 1 });
    const outcomes = await Promise.all([
      act(servers[0], 'cancelActivityTeamFiling', { ...at(), endReason: '示例' }),
      act(servers[1], 'promoteActivityTeam', { ...at(), transferId: 'X1' }),
      save(servers[1], { ...at(), team: { members: 20 } }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(outcomes)).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT']);
  });

  test('while another process imports: both go on, neither fails', async () => {
    const database = await open(streetKinds);
    const servers = await twoServers(database);
    const directory = await mkdtemp(join(tmpdir(), 'onenx-concurrent-'));
    const file = join(directory, 'teams.csv');
    const rows = 10_000;
    await writeFile(file, csv(Array.from({ length: rows }, (_, n) => teamRow(n))));
    const over = new AbortController();
    const imported = importFile(file, targetOf(database)).finally(() => over.abort());
    let made = 0;
    const clients = Array.from({ length: 4 }, async (_, n) => {
      let team: Payload['team'] = null;
      while (!over.signal.aborted || team === null) {
        const { id, version: expectedVersion } = team ?? {};
        const change = { requestId: randomUUID(), id, expectedVersion, team: { members: 20 + made } };
        const outcome = await save(servers[n % 2] ?? servers[0], team === null ? create(`C${n}`) : change);
        expect(outcome.problems).toEqual([]);
        team = outcome.team;
        made += 1;
      }
    });
    await Promise.all(clients);
    expect(await imported).toBe(0);
    expect(made).toBeGreaterThan(8);
    const [count] = await database.query<{ n: number | string }>({
      text: `SELECT COUNT(*) AS "n" FROM "activity_team"`,
      params: [],
    });
    expect(Number(count?.n)).toBe(rows + 4);
    await expectHistoryWhole(database);
    await rm(directory, { recursive: true, force: true });
  }, 120_000);
});

/** The exit status of `onenx import`. */
async function importFile(file: string, into: string): Promise<unknown> {
  const words = ['import', 'ActivityTeam', file, '--into', into, '--source', 'concurrent'];
  return new Promise((resolve) => {
    execFile(process.execPath, [ONENX, ...words], (error, _, stderr) => {
      resolve(error === null ? 0 : stderr);
    });
  });
}
