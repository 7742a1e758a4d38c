import {
  importDivisions,
  importRecords,
  loadTree,
  NodeDatabase,
  todayInShanghai,
  type ImportSummary,
} from '@onenx/node';
import { LEVELS, type KindDefinition } from '@onenx/schema';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { databaseFile, filledMark, isFilled, PARTS, partOf } from './data-directory.js';
import { kindsOfLevel } from './levels.js';
import { registerEntry } from './registers/register-entry.kind.js';
import { REGISTERS, sampleKinds, writeSample } from './sample/index.js';
import { print, progress } from './terminal.js';

/** The source under which the sample's records are known. */
export const SAMPLE_SOURCE = 'onenx-sample';

/** On the first start writes the sample's import files and imports them, as anybody would; later it does nothing. */
export async function fillSample(directory: string): Promise<void> {
  if (isFilled(directory)) return;
  await mkdir(directory, { recursive: true });
  const today = await installationDay(directory);
  const files = join(dirname(directory), 'sample');
  print(`示例数据 sample: ${files} (generated, ends ${today})`);
  await writeSample({ directory: files, today });
  await importSample(directory, files);
  await writeFile(filledMark(directory), JSON.stringify({ today, files }));
}

/** Imports the sample's files into the embedded databases of a hub. */
export async function importSample(directory: string, files: string): Promise<void> {
  for (const part of PARTS) {
    const level = LEVELS.find((one) => partOf(one) === part);
    const database = await NodeDatabase.open({
      location: databaseFile(directory, part),
      kinds: level === undefined ? [registerEntry] : kindsOfLevel[level],
    });
    try {
      expectAll(await importDivisions({ database, file: join(files, 'divisions.csv') }), 'divisions');
      const kinds = sampleKinds.filter((kind) => kind.level === level);
      await importKinds(database, level === undefined ? [registerEntry] : kinds, files);
    } finally {
      await database.close();
    }
  }
}

async function importKinds(database: NodeDatabase, kinds: readonly KindDefinition[], files: string): Promise<void> {
  const tree = await loadTree(database);
  for (const kind of kinds) {
    const shown = progress(kind.zh);
    const summary = await importRecords({
      database,
      kind,
      tree,
      file: join(files, kind === registerEntry ? REGISTERS : `${kind.name}.csv`),
      source: SAMPLE_SOURCE,
      onProgress: ({ bytesRead, bytesTotal, rows }) => shown.update(bytesRead, bytesTotal, `${rows}`),
    });
    shown.end();
    expectAll(summary, kind.name);
  }
}

function expectAll(summary: ImportSummary, what: string): void {
  const [problem] = summary.problems;
  if (problem) throw new Error(`the sample's ${what} did not land whole: line ${problem.line}, ${problem.code}`);
}

/** A first start that was cut off goes on with the day on which it began, so that the files stay the same. */
async function installationDay(directory: string): Promise<string> {
  const note = join(directory, 'installation-day');
  try {
    return await readFile(note, 'utf8');
  } catch {
    const today = todayInShanghai();
    await writeFile(note, today);
    return today;
  }
}
