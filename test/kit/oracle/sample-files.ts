import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of an import file, every cell a text as it stands there. */
export type Row = Readonly<Record<string, string>>;

/** The import files of the sample, read as any reader of CSV would: the oracle knows nothing else of the data. */
export class SampleFiles {
  private readonly read = new Map<string, readonly Row[]>();

  constructor(private readonly directory: string) {}

  /** @param name of the file without `.csv`: `divisions`, `ActivityTeam`. */
  rows(name: string): readonly Row[] {
    const known = this.read.get(name);
    if (known) return known;
    const rows = parse<Row>(readFileSync(join(this.directory, `${name}.csv`)), { columns: true, bom: true });
    this.read.set(name, rows);
    return rows;
  }
}

/** What a column says; a file without it is not the file that was meant. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`the file has no column ${column}`);
  return value;
}
