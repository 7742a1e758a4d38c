import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { Writer } from '../kit/crash/writer.js';
import { locationOf, onEachDatabase, targetOf, type OpenDatabase } from '../kit/databases.js';
import { csv, teamRow, tree } from '../kit/records.js';
import { ONENX, ServerProcess } from '../kit/server-process.js';
import { putTree } from '../kit/store.js';
import { expectHistoryWhole } from '../kit/team-changes.js';

/** In all, over both databases; half of them hit a server, half an import. */
const KILLS = Number(process.env['ONENX_KILLS'] ?? 100);
/** Databases at the same time: a machine has more than one core. */
const LANES = 2;
const ROUNDS = Math.ceil(KILLS / 4 / LANES);
const BATCH = 1000;
const BATCHES = 3;

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'onenx-crash-'));
  // Most of a short life goes into compiling; a process that ends by itself leaves that to the next ones.
  process.env['NODE_COMPILE_CACHE'] = join(directory, 'compiled');
  await once(execFile(process.execPath, [ONENX, '--help']), 'exit');
});
afterAll(async () => {
  delete process.env['NODE_COMPILE_CACHE'];
  await rm(directory, { recursive: true, force: true });
});

onEachDatabase('a node that is killed', (open) => {
  test(
    'keeps every write that it acknowledged, each once',
    async () => {
      const acknowledged = await inLanes(open, killServers);
      expect(Math.min(...acknowledged)).toBeGreaterThanOrEqual(ROUNDS);
    },
    KILLS * 5_000,
  );

  test(
    'while it imports has whole batches only, and goes on where it was',
    async () => {
      const cutOff = await inLanes(open, killImports);
      // An import that was never cut off between its first batch and its last would prove little.
      expect(Math.max(...cutOff)).toBeGreaterThan(0);
    },
    KILLS * 5_000,
  );
});

async function inLanes(
  open: OpenDatabase,
  kill: (database: NodeDatabase, lane: number) => Promise<number>,
): Promise<number[]> {
  const databases: NodeDatabase[] = [];
  for (let lane = 0; lane < LANES; lane++) databases.push(await open(streetKinds));
  for (const database of databases) await putTree(database, tree);
  return Promise.all(databases.map(kill));
}

/** How many changes were acknowledged. */
async function killServers(database: NodeDatabase): Promise<number> {
  const writers = ['W1', 'W2', 'W3'].map((number) => new Writer(number));
  const words = ['node', '--level', 'street', '--owns', '310105', '--database', locationOf(database)];
  for (let round = 0; round < ROUNDS; round++) {
    const server = await ServerProcess.start(words);
    const writing = writers.map(async (writer) => writer.writeUntilGone(server.url));
    const before = acknowledgedTo(writers);
    while (acknowledgedTo(writers) === before) await sleep(2);
    await sleep(Math.random() * 100);
    await server.kill();
    await Promise.all(writing);
    await expectKept(database, writers);
  }
  return acknowledgedTo(writers);
}

function acknowledgedTo(writers: readonly Writer[]): number {
  return writers.reduce((sum, { acknowledged }) => sum + (acknowledged?.version ?? 0), 0);
}

async function expectKept(database: NodeDatabase, writers: readonly Writer[]): Promise<void> {
  const rows = await database.query<{ team_no: string; name: string }>({
    text: 'SELECT "team_no", "name" FROM "activity_team"',
    params: [],
  });
  const names = new Map(rows.map(({ team_no, name }) => [team_no, name]));
  for (const [i, writer] of writers.entries()) expect(writer.possible).toContain(names.get(`W${i + 1}`) ?? null);
  await expectHistoryWhole(database);
}

/** How many imports had landed some of their batches and not all. */
async function killImports(database: NodeDatabase, lane: number): Promise<number> {
  const file = join(directory, `${database.dialect}-${lane}.csv`);
  let cutOff = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // Each round changes every row, so that there is always something to write.
    const name = `示例${round}`;
    const rows = Array.from({ length: BATCHES * BATCH }, (_, n) => teamRow(n, { name, members: String(round) }));
    await writeFile(file, csv(rows));
    await killedImport(database, { file, name, batches: (round + 1) % BATCHES });
    const landed = await countOf(database, name);
    expect(landed % BATCH).toBe(0);
    if (landed > 0 && landed < rows.length) cutOff += 1;
    await expectHistoryWhole(database);
  }
  return cutOff;
}

interface Importing {
  readonly file: string;
  /** What the file names every team. */
  readonly name: string;
  /** How many batches have landed when it is killed, or shortly before. */
  readonly batches: number;
}

async function killedImport(database: NodeDatabase, { file, name, batches }: Importing): Promise<void> {
  const words = ['import', 'ActivityTeam', file, '--into', targetOf(database), '--source', 'crash'];
  const child = execFile(process.execPath, [ONENX, ...words]);
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await countOf(database, name)) < batches * BATCH) await sleep(8);
  await sleep(Math.random() * 40);
  child.kill('SIGKILL');
  await ended;
}

async function countOf(database: NodeDatabase, name: string): Promise<number> {
  const text = 'SELECT COUNT(*) AS "n" FROM "activity_team" WHERE "name" = ?';
  const [count] = await database.query<{ n: number | string }>({ text, params: [name] });
  return Number(count?.n);
}
