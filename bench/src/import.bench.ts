import { importDivisions, importRecords, loadTree, NodeDatabase } from '@onenx/node';
import { kindsOfLevel } from '@onenx/cli';
import { withCheckDigits, type KindDefinition, type PlaceTree } from '@onenx/schema';
import Database from 'better-sqlite3';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

const ROWS = 100_000;
const ROUNDS = 3;
const TABLE = 'registered_organization';
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Importing against a bare loop of prepared statements: same rows, same table and indexes, one transaction. */
async function run(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'onenx-bench-'));
  try {
    const file = await writeOrganizations(directory);
    const kind = kindsOfLevel.DISTRICT.find((one) => one.name === 'RegisteredOrganization');
    if (kind === undefined) throw new Error('the district keeps no RegisteredOrganization');
    const ratios: number[] = [];
    const again: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const database = join(directory, `import-${round}.sqlite`);
      const first = await importOnce({ database, file, kind });
      const second = await importOnce({ database, file, kind });
      if (first.inserted !== ROWS || second.changed !== 0)
        throw new Error('the import did not land whole, or repeating it changed something');
      const bare = bareLoop(database, join(directory, `bare-${round}.sqlite`));
      ratios.push(first.milliseconds / bare);
      again.push(second.milliseconds / bare);
      console.log(
        `round ${round}: first import ${ratioText(first.milliseconds / bare)}, the same file again ${ratioText(second.milliseconds / bare)}`,
      );
    }
    console.log(
      `importing ${ROWS} organizations takes ${ratioText(median(ratios))} a bare prepared-statement loop (median of ${ROUNDS}; target: at most 5 times)`,
    );
    console.log(`importing the same file again changes nothing and takes ${ratioText(median(again))} the loop`);
    if (median(ratios) > 5) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true });
  }
}

interface ImportTask {
  readonly database: string;
  readonly file: string;
  readonly kind: KindDefinition;
}

async function importOnce({
  database: location,
  file,
  kind,
}: ImportTask): Promise<{ milliseconds: number; inserted: number; changed: number }> {
  const database = await NodeDatabase.open({ location, kinds: kindsOfLevel.DISTRICT });
  try {
    const tree = await treeOf(database, `${location}.csv`);
    const began = performance.now();
    const summary = await importRecords({ database, tree, kind, file, source: 'bench' });
    const { inserted, updated } = summary;
    return { milliseconds: performance.now() - began, inserted, changed: inserted + updated };
  } finally {
    await database.close();
  }
}

async function treeOf(database: NodeDatabase, file: string): Promise<PlaceTree> {
  const streets = Array.from(
    { length: 10 },
    (_, i) => `310105${String(i + 1).padStart(3, '0')}000,街道${i + 1},310105000000`,
  );
  await writeFile(file, ['code,name,parent', '310105000000,长宁区,', ...streets, ''].join('\n'));
  await importDivisions({ database, file, validFrom: '2000-01-01' });
  return loadTree(database);
}

/** Copies the imported rows by a prepared statement into a table made by the same statements. */
function bareLoop(from: string, to: string): number {
  const source = new Database(from, { readonly: true });
  const rows = source.prepare(`SELECT * FROM ${TABLE}`).all() as Record<string, unknown>[];
  const made = source.prepare(`SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL`).all(TABLE) as {
    sql: string;
  }[];
  source.close();
  const target = new Database(to);
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = FULL');
  for (const { sql } of made) target.exec(sql);
  const columns = Object.keys(rows[0] ?? {});
  const insert = target.prepare(`INSERT INTO ${TABLE} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
  const values = rows.map((row) => Object.values(row));
  const began = performance.now();
  target.transaction(() => {
    for (const row of values) insert.run(row);
  })();
  const milliseconds = performance.now() - began;
  target.close();
  return milliseconds;
}

async function writeOrganizations(directory: string): Promise<string> {
  const file = join(directory, 'organizations.csv');
  const out = createWriteStream(file);
  out.write(
    'uscc,name,legalForm,status,category,registrationMode,supervisingUnit,communityOrganization,registeredAt,place,updatedAt,synthetic\n',
  );
  for (let i = 0; i < ROWS; i++) {
    const street = `310105${String((i % 10) + 1).padStart(3, '0')}000`;
    const day = `20${String(10 + (i % 14)).padStart(2, '0')}-0${1 + (i % 9)}-1${i % 10}`;
    out.write(
      `${withCheckDigits('52310105', body(i))},示例组织${i},SERVICE_ORG,ACTIVE,CHARITY,DUAL,示例单位${i % 20},${i % 2 === 0},${day},${street},2026-11-01,true\n`,
    );
  }
  out.end();
  await finished(out);
  return file;
}

function body(index: number): string {
  let rest = index;
  let text = '';
  for (let i = 0; i < 4; i++) {
    text = (DIGITS[rest % DIGITS.length] ?? '0') + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return `YYYY${text}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function ratioText(ratio: number): string {
  return `${ratio.toFixed(2)} times`;
}

await run();
