import type { Writable } from 'node:stream';
import type { LegalParameter } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import type { FileLanguage } from '../import/columns/cell-writer.js';
import { matchHeader } from '../import/columns/header.js';
import { Tally, type ImportSummary } from '../import/import-summary.js';
import { ReportFile } from '../import/report-file.js';
import { rowReader, type ReadRow } from '../import/rows/row-reader.js';
import { rowReport, type RowReport } from '../import/rows/row-report.js';
import { openSource } from '../import/source/row-source.js';
import { noteImport } from '../import/store/import-batch.js';
import type { FileFormat } from '../import/write/file-shape.js';
import { openWriter } from '../import/write/open-writer.js';
import { parameterColumns } from './parameter-columns.js';
import { isSameParameter, loadParameters, parameterKey, saveParameters } from './parameter-table.js';
import { readParameter } from './read-parameter.js';

/** What a person calls them: `onenx import legal-parameters`. */
export const PARAMETERS = 'legal-parameters';

/** The kind under which their imports are noted. */
export const PARAMETER_KIND = 'LegalParameter';

export interface ParameterImportOptions {
  readonly database: NodeDatabase;
  readonly file: string;
  /** `<file>.rejected.csv` when left out. */
  readonly rejectsFile?: string;
  readonly now?: () => Date;
}

/**
 * Brings a file of legal parameters into a node, over those of the same name, place and first day; from then on they are the
 * operator's own. Rows that are none are refused into a report, the others land together. Throws for the file as
 * `importRecords` does.
 */
export async function importParameters(options: ParameterImportOptions): Promise<ImportSummary> {
  const { database, file, rejectsFile = `${file}.rejected.csv`, now = () => new Date() } = options;
  const source = await openSource(file, PARAMETERS);
  const header = matchHeader(source.header, { columns: parameterColumns, kind: PARAMETERS });
  const read = rowReader({ header, checkPlace: () => null });
  const tally = new Tally(source.bytes);
  const found = new FileParameters();
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
  await land(database, [...found.parameters.values()], tally);
  tally.unchanged = tally.rows - tally.rejected - tally.inserted - tally.updated;
  await noteImport(database, { kind: PARAMETER_KIND, source: PARAMETERS, finishedAt: now().toISOString() }, tally);
  return tally.summary(report.problems, report.path);
}

async function land(database: NodeDatabase, parameters: readonly LegalParameter[], tally: Tally): Promise<void> {
  await database.em().transactional(async (em) => {
    const stored = new Map((await loadParameters(database, em)).map((one) => [parameterKey(one), one]));
    const changed = parameters.filter((one) => {
      const before = stored.get(parameterKey(one));
      return before === undefined || before.origin === 'SHIPPED' || !isSameParameter(before, one);
    });
    await saveParameters(database, em, { parameters: changed, origin: 'IMPORTED' });
    tally.updated = changed.filter((one) => stored.has(parameterKey(one))).length;
    tally.inserted = changed.length - tally.updated;
  });
}

/** The parameters of a file by their keys. */
class FileParameters {
  readonly parameters = new Map<string, LegalParameter>();
  readonly reports: RowReport[] = [];
  refused = 0;
  private readonly lines = new Map<string, number>();

  add(row: ReadRow): void {
    const read = row.problems.length === 0 ? readParameter(row) : row.problems;
    if ('validFrom' in read) this.put(read, row.line);
    else this.refuse('line' in read ? [read] : read);
  }

  private put(parameter: LegalParameter, line: number): void {
    const key = parameterKey(parameter);
    const first = this.lines.get(key);
    if (first === undefined) {
      this.parameters.set(key, parameter);
      this.lines.set(key, line);
      return;
    }
    const found = `${parameter.name} ${parameter.place} ${parameter.validFrom}`;
    this.refuse([rowReport({ line, column: '' }, 'KEY_REPEATED', { found, expected: first })]);
  }

  private refuse(reports: readonly RowReport[]): void {
    this.reports.push(...reports);
    this.refused += 1;
  }
}

export interface ParameterExportOptions {
  readonly database: NodeDatabase;
  /** Is written to, and left open. */
  readonly out: Writable;
  readonly language: FileLanguage;
  readonly format: FileFormat;
}

/** Writes the legal parameters of a node as `importParameters` reads them. Resolves to their number. */
export async function exportParameters({ database, out, ...shape }: ParameterExportOptions): Promise<number> {
  const writer = await openWriter(out, { columns: parameterColumns, ...shape });
  const parameters = await loadParameters(database);
  await writer.add(parameters.map((one) => ({ ...one, place: one.place || null })));
  await writer.end();
  return parameters.length;
}
