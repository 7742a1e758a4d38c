import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeSample, type SampleSummary } from './write-sample.js';

export type Row = Readonly<Record<string, string>>;

export interface WrittenSample {
  readonly summary: SampleSummary;
  /** The bytes of each file by its name. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The rows of each file by its name without `.csv`, every cell a text. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** Writes a sample to a directory of its own, reads it back as any reader of CSV would, and clears it away. */
export async function writtenSample(options: { today: string; seed?: number }): Promise<WrittenSample> {
  const directory = await mkdtemp(join(tmpdir(), 'onenx-sample-'));
  try {
    const summary = await writeSample({ ...options, directory });
    const names = (await readdir(directory)).sort();
    const files = new Map<string, Buffer>();
    for (const name of names) files.set(name, await readFile(join(directory, name)));
    const rows = new Map([...files].map(([name, bytes]) => [name.replace('.csv', ''), rowsOf(bytes)]));
    return { summary, files, rows };
  } finally {
    await rm(directory, { recursive: true });
  }
}

function rowsOf(bytes: Buffer): Row[] {
  return parse(bytes, { columns: true });
}

export function rowsIn({ rows }: WrittenSample, name: string): readonly Row[] {
  const found = rows.get(name);
  if (found === undefined) throw new Error(`${name}.csv was not written`);
  return found;
}
