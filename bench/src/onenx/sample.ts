import { databaseFile, importSample, partOf } from '@onenx/cli';
import { writeSample } from '@onenx/cli/sample';
import { loadTree, NodeDatabase } from '@onenx/node';
import type { Level, PlaceTree } from '@onenx/schema';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The day on which the sample of a benchmark ends, so that every run asks the same records. */
export const SAMPLE_DAY = '2026-11-22';

/** The sample in embedded databases of its own, and its places. */
export interface Sample {
  readonly directory: string;
  readonly data: string;
  readonly tree: PlaceTree;
  databaseOf(level: Level): string;
}

/** Runs `act` with a sample that is made for it and removed after it. */
export async function withSample(act: (sample: Sample) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'onenx-bench-'));
  try {
    const [files, data] = [join(directory, 'files'), join(directory, 'data')];
    await mkdir(data);
    await writeSample({ directory: files, today: SAMPLE_DAY });
    await importSample(data, files);
    const tree = await readTree(databaseFile(data, 'hub'));
    await act({ directory, data, tree, databaseOf: (level) => databaseFile(data, partOf(level)) });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function readTree(location: string): Promise<PlaceTree> {
  const database = await NodeDatabase.open({ location, kinds: [] });
  try {
    return await loadTree(database);
  } finally {
    await database.close();
  }
}
