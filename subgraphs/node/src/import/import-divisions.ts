import type { Writable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/sqlite';
import { PlaceTree, type PlaceVersion } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import type { FileLanguage } from './columns/cell-writer.js';
import { matchHeader } from './columns/header.js';
import { divisionColumns } from './divisions/division-columns.js';
import { loadPlaces, savePlaces } from './divisions/place-table.js';
import { readPlace } from './divisions/read-place.js';
import { Tally, type ImportSummary } from './import-summary.js';
import { ReportFile } from './report-file.js';
import { rowReader, type ReadRow } from './rows/row-reader.js';
import { rowReport, type RowReport } from './rows/row-report.js';
import { openSource } from './source/row-source.js';
import { noteImport } from './store/import-batch.js';
import type { FileFormat } from './write/file-shape.js';
import { openWriter } from './write/open-writer.js';

export interface DivisionImportOptions {
  readonly database: NodeDatabase;
  readonly file: string;
  /** The first day (YYYY-MM-DD) of the places of which the file does not say it. */
  readonly validFrom?: string;
  /** `<file>.rejected.csv` when left out. */
  readonly rejectsFile?: string;
  readonly now?: () => Date;
}

const NAME = 'divisions';

/**
 * Brings a file of places into the tree that a node has, over those of the same code and first day. All of it lands or, when a
 * row is refused, nothing. Throws as `importRecords` does for the file, and as `PlaceTree.of` does for a tree that is none.
 */
export async function importDivisions(options: DivisionImportOptions): Promise<ImportSummary> {
  const { database, file, rejectsFile = `${file}.rejected.csv`, now = () => new Date() } = options;
  const source = await openSource(file, NAME);
  const columns = divisionColumns.map((column) =>
    column.name === 'validFrom' ? { ...column, required: options.validFrom === undefined } : column,
  );
  const header = matchHeader(source.header, { columns, kind: NAME });
  const read = rowReader({ header, checkPlace: () => null });
  const tally = new Tally(source.bytes);
  const found = new FilePlaces(options.validFrom);
  for await (const rows of source.batches()) {
    tally.rows += rows.length;
    for (const row of rows) found.add(read(row));
  }
  const report = new ReportFile(rejectsFile);
  try {
    await report.clear();
    await report.add(found.reports);
  } finally {
    await report.close();
  }
  tally.rejected = found.refused;
  if (found.refused === 0) await database.write((em) => merge({ database, em, found, tally }));
  await noteImport(database, { kind: 'PlaceVersion', source: NAME, finishedAt: now().toISOString() }, tally);
  return tally.summary(report.problems, report.path);
}

/** The places of a file by code and first day. */
class FilePlaces {
  readonly places = new Map<string, PlaceVersion>();
  readonly reports: RowReport[] = [];
  refused = 0;
  private readonly lines = new Map<string, number>();

  constructor(private readonly validFrom: string | undefined) {}

  add(row: ReadRow): void {
    const place = row.problems.length === 0 ? readPlace(row, this.validFrom) : row.problems;
    if ('validFrom' in place) this.put(place, row.line);
    else this.refuse('line' in place ? [place] : place);
  }

  private put(place: PlaceVersion, line: number): void {
    const key = keyOf(place);
    const before = this.places.get(key);
    if (before && !isSame(before, place)) {
      this.refuse([
        rowReport({ line, column: '' }, 'KEY_REPEATED', { found: key, expected: this.lines.get(key) ?? 0 }),
      ]);
    } else if (!before) {
      this.places.set(key, place);
      this.lines.set(key, line);
    }
  }

  private refuse(reports: readonly RowReport[]): void {
    this.reports.push(...reports);
    this.refused += 1;
  }
}

interface Merge {
  readonly database: NodeDatabase;
  readonly em: EntityManager;
  readonly found: FilePlaces;
  readonly tally: Tally;
}

async function merge({ database, em, found, tally }: Merge): Promise<void> {
  const stored = new Map((await loadPlaces(database, em)).map((place) => [keyOf(place), place]));
  const changed = [...found.places].filter(([key, place]) => {
    const before = stored.get(key);
    return before === undefined || !isSame(before, place);
  });
  PlaceTree.of([...new Map([...stored, ...changed]).values()]);
  await savePlaces(
    database,
    em,
    changed.map(([, place]) => place),
  );
  tally.updated = changed.filter(([key]) => stored.has(key)).length;
  tally.inserted = changed.length - tally.updated;
  tally.unchanged = tally.rows - changed.length;
}

function keyOf({ code, validFrom }: PlaceVersion): string {
  return `${code} ${validFrom}`;
}

function isSame(a: PlaceVersion, b: PlaceVersion): boolean {
  return (
    a.name === b.name &&
    a.parent === b.parent &&
    a.validTo === b.validTo &&
    a.synthetic === b.synthetic &&
    a.predecessors.join(' ') === b.predecessors.join(' ')
  );
}

export interface DivisionExportOptions {
  readonly database: NodeDatabase;
  /** Is written to, and left open. */
  readonly out: Writable;
  readonly language: FileLanguage;
  readonly format: FileFormat;
}

/** Writes the tree of places as `importDivisions` reads it. Resolves to the number of places. */
export async function exportDivisions({ database, out, language, format }: DivisionExportOptions): Promise<number> {
  const writer = await openWriter(out, { columns: divisionColumns, language, format });
  const places = await loadPlaces(database);
  await writer.add(places.map((place) => ({ ...place, predecessors: place.predecessors.join(' ') })));
  await writer.end();
  return places.length;
}
