import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { importRecords, todayInShanghai, type LevelServer, type NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { ask, levelServers } from '../kit/level.js';
import { csv, OTHER_STREET, STREET, team, teamRow, tree } from '../kit/records.js';
import { putTree } from '../kit/store.js';

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly ended: boolean;
  readonly record: { readonly id: string; readonly version: number } | null;
}

interface Page {
  readonly nodes: readonly Change[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const CHANGES = `query($under: DivisionCode!, $after: String, $first: Int) {
  changes(under: $under, after: $after, first: $first) {
    nodes { cursor kind id version ended record { id version } } pageInfo { hasNextPage endCursor } } }`;
const SAVE = `mutation($input: SaveActivityTeamInput!) {
  saveActivityTeam(input: $input) { ok team { id version } problems { code } } }`;

/** One page of the feed. */
async function page(
  server: LevelServer,
  asked: { after?: string | null; first?: number; under?: string },
  codes = '310105',
) {
  const variables = { under: '310105', ...asked };
  const { data, errors } = await ask(server, CHANGES, { variables, headers: { 'x-onenx-codes': codes } });
  expect(errors).toBeUndefined();
  return data?.['changes'] as Page;
}

/** Everything after a cursor, in pages of a size. */
async function read(server: LevelServer, first: number, after: string | null = null): Promise<Change[]> {
  const all: Change[] = [];
  for (let from = after; ;) {
    const { nodes, pageInfo } = await page(server, { after: from, first });
    all.push(...nodes);
    from = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return all;
  }
}

/** Every version that the node keeps: those that stand and those that were superseded. */
async function versions(database: NodeDatabase): Promise<string[]> {
  const rows = await database.query<{ id: string; version: number }>({
    text: 'SELECT "id", "version" FROM "activity_team" UNION ALL SELECT "id", "version" FROM "activity_team_history"',
    params: [],
  });
  return rows.map(({ id, version }) => `${id} ${version}`).sort();
}

onEachDatabase('the feed of changes', (open) => {
  const write = temporaryFiles();
  const start = levelServers();

  async function street(): Promise<{ server: LevelServer; database: NodeDatabase }> {
    const database = await open(streetKinds);
    await putTree(database, tree);
    return { server: await start(database, 'STREET'), database };
  }

  async function bring(database: NodeDatabase, rows: Parameters<typeof csv>[0], more = {}) {
    const file = await write('teams.csv', csv(rows));
    return importRecords({ database, kind: team, tree, file, source: 'office', ...more });
  }

  test('is the same from any cursor and in pages of any size', async () => {
    const { server, database } = await street();
    const rows = Array.from({ length: 60 }, (_, n) => teamRow(n));
    await bring(database, rows);
    await bring(
      database,
      rows.slice(0, 20).map((row) => ({ ...row, name: '示例改名' })),
    );
    const whole = await read(server, 5000);
    expect(whole.map(({ id, version }) => `${id} ${version}`).sort()).toEqual(await versions(database));
    for (const size of [1, 7, 80]) expect(await read(server, size)).toEqual(whole);
    for (const [i, { cursor }] of whole.entries()) {
      if (i % 13 === 0) expect(await read(server, 30, cursor)).toEqual(whole.slice(i + 1));
    }
    const last = whole.at(-1)?.cursor ?? '';
    expect(await page(server, { after: last })).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: last },
    });
    await bring(database, [teamRow(99)]);
    expect(await read(server, 5, last)).toMatchObject([{ version: 1, ended: false }]);
  });

  test('misses nothing and tells nothing twice while others write', async () => {
    const { server, database } = await street();
    let isOver = false;
    const reader = async (first: number): Promise<Change[]> => {
      const mine: Change[] = [];
      for (let after: string | null = null, last = false; ;) {
        last = isOver;
        const { nodes, pageInfo }: Page = await page(server, { after, first });
        mine.push(...nodes);
        after = pageInfo.endCursor;
        if (last && !pageInfo.hasNextPage) return mine;
      }
    };
    const writers = Array.from({ length: 4 }, async (_, n) => writer(server, `W${n}`, 12));
    const imports = [0, 1, 2].map(async (n) => {
      const rows = Array.from({ length: 1500 }, (_, i) => teamRow(i, { teamNo: `I${n}-${i}` }));
      await bring(database, rows);
      await bring(
        database,
        rows.slice(0, 300).map((row) => ({ ...row, name: '示例改名' })),
      );
    });
    const readers = [reader(40), reader(700)];
    await Promise.all([...writers, ...imports]).finally(() => {
      isOver = true;
    });
    const expected = await versions(database);
    expect(expected).toHaveLength(4 * 12 + 3 * 1800);
    for (const changes of await Promise.all(readers)) {
      expect(changes.map(({ id, version }) => `${id} ${version}`).sort()).toEqual(expected);
      const byRecord = Map.groupBy(changes, ({ id }) => id);
      for (const told of byRecord.values())
        expect(told.map(({ version }) => version)).toEqual(told.map((__, i) => i + 1));
      const numbers = changes.map(({ cursor }) => Number(cursor.slice(1)));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  });

  test('has what ended and what was withdrawn, and says so', async () => {
    const { server, database } = await street();
    const today = todayInShanghai();
    await bring(database, [
      teamRow(1, { endedAt: '' }),
      teamRow(2, { status: 'CANCELLED', endedAt: today }),
      teamRow(3),
      teamRow(4),
    ]);
    await bring(database, [teamRow(1), teamRow(2), teamRow(3)], { mode: 'snapshot', maxClosePercent: 100 });
    const review = `mutation($input: ReviewStreetRecordInput!) { reviewStreetRecord(input: $input) { ok problems { code } } }`;
    const input = { requestId: 'r', id: `${STREET}-T-T3`, expectedVersion: 1, decision: 'WITHDRAW' };
    expect((await ask(server, review, { variables: { input } })).data).toMatchObject({
      reviewStreetRecord: { ok: true },
    });
    const told = await read(server, 100);
    const ended = new Map(told.map((change) => [change.id.split('-').at(-1), change.ended]));
    expect(Object.fromEntries(ended)).toEqual({ T1: false, T2: true, T3: true, T4: true });
    const last = told.at(-1);
    expect(last).toMatchObject({ id: input.id, version: 2, record: { id: input.id, version: 2 } });
  });

  test('is of the places that are asked for, and refuses a cursor that is none', async () => {
    const { server, database } = await street();
    await bring(database, [teamRow(1), teamRow(2, { place: OTHER_STREET }), teamRow(3, { place: '310105001001' })]);
    const places = async (under: string, codes?: string) =>
      (await page(server, { under }, codes)).nodes.map(({ id }) => id.split('-').at(-1));
    expect(await places('310105')).toEqual(['T1', 'T2', 'T3']);
    expect(await places(STREET)).toEqual(['T1', 'T3']);
    expect(await places('310105', '310105,-310105001')).toEqual(['T2']);
    expect(await places('310104')).toEqual([]);
    for (const after of ['x', 'c', 'c1x', '']) {
      const { errors } = await ask(server, CHANGES, { variables: { under: STREET, after } });
      expect(errors).toMatchObject([{ extensions: { code: 'ARGUMENT_INVALID' } }]);
    }
  });
});

/** Makes a team and changes it until it has so many versions. */
async function writer(server: LevelServer, teamNo: string, changes: number): Promise<void> {
  const fields = {
    category: 'CULTURE_SPORT',
    members: 12,
    leader: '示例甲',
    meetingPlace: '示例室',
    meetingTime: '周二',
  };
  const first = { teamNo, name: `示例${teamNo}`, filedAt: '2026-03-02', ...fields };
  for (let version = 0; version < changes; version += 1) {
    const input =
      version === 0
        ? { requestId: randomUUID(), place: STREET, team: first }
        : {
            requestId: randomUUID(),
            id: `${STREET}-T-${teamNo}`,
            expectedVersion: version,
            team: { name: `示例${teamNo}第${version}次` },
          };
    const { data } = await ask(server, SAVE, { variables: { input } });
    expect(data?.['saveActivityTeam']).toMatchObject({ ok: true, team: { version: version + 1 } });
  }
}
