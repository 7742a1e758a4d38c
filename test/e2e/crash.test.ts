import { execFile } from 'node:child_process';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { Writer } from '../kit/crash/writer.js';
import { locationOf, onEachDatabase } from '../kit/databases.js';
import { csv, teamRow, tree } from '../kit/records.js';
import { ONENX, ServerProcess } from '../kit/server-process.js';
import { putTree } from '../kit/store.js';

/** In all, over both databases; half of them hit a server, half an import. */
const KILLS = Number(process.env['ONENX_KILLS'] ?? 100);
const BATCH = 1000;

onEachDatabase('a node that is killed', (open) => {
  test(
    'keeps every write that it acknowledged, each once',
    async () => {
      const database = await open(streetKinds);
      await putTree(database, tree);
      const writers = ['W1', 'W2', 'W3'].map((number) => new Writer(number));
      const words = ['node', '--level', 'street', '--owns', '310105', '--database', locationOf(database)];
      for (let kill = 0; kill < KILLS / 4; kill++) {
        const server = await ServerProcess.start(words);
        const writing = writers.map(async (writer) => writer.writeUntilGone(server.url));
        await sleep(20 + Math.random() * 200);
        await server.kill();
        await Promise.all(writing);
        await expectKept(database, writers);
      }
    },
    KILLS * 5_000,
  );

  test(
    'while it imports has whole batches only, and goes on where it was',
    async () => {
      const database = await open(streetKinds);
      await putTree(database, tree);
      const directory = await mkdtemp(join(tmpdir(), 'onenx-crash-'));
      let landed = 0;
      for (let kill = 0; kill < KILLS / 4; kill++) {
        // Each round changes every row, so that there is always something to write.
        const rows = Array.from({ length: 4 * BATCH }, (_, n) =>
          teamRow(n, { name: `示例${kill}`, members: String(kill) }),
        );
        const file = join(directory, 'teams.csv');
        await writeFile(file, csv(rows));
        await killedImport(file, locationOf(database), 350 + Math.random() * 500);
        const [count] = await database.query<{ n: number | string }>({
          text: `SELECT COUNT(*) AS "n" FROM "activity_team" WHERE "name" = '示例${kill}'`,
          params: [],
        });
        expect(Number(count?.n) % BATCH).toBe(0);
        landed += Number(count?.n);
        await expectHistoryWhole(database);
      }
      // An import that never came to writing would prove nothing.
      expect(landed).toBeGreaterThan(0);
    },
    KILLS * 5_000,
  );
});

async function expectKept(database: NodeDatabase, writers: readonly Writer[]): Promise<void> {
  const rows = await database.query<{ team_no: string; name: string }>({
    text: 'SELECT "team_no", "name" FROM "activity_team"',
    params: [],
  });
  const names = new Map(rows.map(({ team_no, name }) => [team_no, name]));
  for (const [i, writer] of writers.entries()) expect(writer.possible).toContain(names.get(`W${i + 1}`) ?? null);
  await expectHistoryWhole(database);
}

/** Every version of every record is there once: in the history or as it stands, and in the log of changes. */
async function expectHistoryWhole(database: NodeDatabase): Promise<void> {
  const [found] = await database.query<Record<string, number | string>>({
    text: `SELECT (SELECT COALESCE(SUM("version"), 0) FROM "activity_team") AS "versions",
      (SELECT COUNT(*) FROM "activity_team") + (SELECT COUNT(*) FROM "activity_team_history") AS "kept",
      (SELECT COUNT(*) FROM "change_log") AS "logged"`,
    params: [],
  });
  const versions = Number(found?.['versions']);
  expect({ kept: Number(found?.['kept']), logged: Number(found?.['logged']) }).toEqual({
    kept: versions,
    logged: versions,
  });
}

async function killedImport(file: string, into: string, afterMs: number): Promise<void> {
  const words = ['import', 'ActivityTeam', file, '--into', into, '--source', 'crash'];
  await new Promise<void>((resolve) => {
    const child = execFile(process.execPath, [ONENX, ...words], () => resolve());
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
}
