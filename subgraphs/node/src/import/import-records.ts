import type { FieldValue } from '@onenx/schema';
import { todayInShanghai } from '../server/today.js';
import { matchHeader, type HeaderColumn } from './columns/header.js';
import { columnsOf } from './columns/import-column.js';
import type { ImportOptions } from './import-options.js';
import { Tally, type ImportSummary } from './import-summary.js';
import { ReportFile } from './report-file.js';
import { placeCheck } from './rows/place-check.js';
import { rowReader, type RowReader } from './rows/row-reader.js';
import { withKindCheck } from './rows/kind-check.js';
import { openSource } from './source/row-source.js';
import type { RowSource } from './source/source-row.js';
import { noteImport } from './store/import-batch.js';
import type { ImportRules } from './store/plan-batch.js';
import { RecordTable } from './store/record-table.js';
import { closeRecords, landRows, type Landing } from './store/land-rows.js';
import { expectClosable, NamedRecords, recordsToClose } from './store/snapshot.js';

/**
 * Brings the rows of a file into a node. Rows that break a rule are refused one by one into a report; the others land in
 * batches of up to 1,000, each in one transaction, so that running it again after a fault is resuming it, and running it twice
 * changes nothing. Before anything is written it throws FILE_NOT_FOUND, FILE_NOT_TEXT, FILE_EMPTY, COLUMN_MISSING or
 * COLUMN_UNKNOWN for the file, and CLOSE_LIMIT for a snapshot that would end too much.
 */
export async function importRecords(options: ImportOptions): Promise<ImportSummary> {
  const { database, kind, mode = 'delta' } = options;
  if (mode === 'snapshot') expectClosable(kind);
  const source = await openSource(options.file, kind.name);
  const header = matchHeader(source.header, { columns: columnsOf(kind), kind: kind.name, map: options.map });
  const read = readerOf(options, header);
  const table = new RecordTable(kind, database);
  const tally = new Tally(source.bytes);
  const report = new ReportFile(options.rejectsFile ?? `${options.file}.rejected.csv`);
  const landing: Landing = { options, table, tally, report, read, rules: rulesOf(options, header) };
  const closing = mode === 'snapshot' ? await planClosing(landing, source) : [];
  try {
    await report.clear();
    await landRows(landing, source);
    await closeRecords(landing, closing);
  } finally {
    await report.close();
  }
  await noteImport(
    database,
    { kind: kind.name, source: options.source, finishedAt: now(options).toISOString() },
    tally,
  );
  return tally.summary(report.problems, report.path);
}

function now(options: ImportOptions): Date {
  return options.now?.() ?? new Date();
}

function readerOf({ kind, tree, owns, map }: ImportOptions, header: readonly HeaderColumn[]): RowReader {
  return withKindCheck(kind, rowReader({ header, checkPlace: placeCheck({ kind, tree, owns }), map }));
}

function rulesOf(options: ImportOptions, header: readonly HeaderColumn[]): ImportRules {
  const { kind, source, actor = null } = options;
  const named = header.flatMap((column) => (typeof column === 'string' ? [] : [column.name]));
  const copied = named.filter((name) => name !== 'externalId');
  const initial: Record<string, FieldValue> = {};
  for (const column of columnsOf(kind)) if (column.initial !== undefined) initial[column.name] = column.initial;
  return {
    kind,
    source,
    actor,
    compared: copied.filter((name) => name !== 'updatedAt'),
    copied,
    initial,
    today: todayInShanghai(now(options)),
  };
}

/** The first of a snapshot's two passes over the file: which records it names. Nothing is written in it. */
async function planClosing({ options, table, tally, read, rules }: Landing, source: RowSource): Promise<string[]> {
  const { database, kind, owns, maxClosePercent = 5, signal } = options;
  const named = new NamedRecords(kind);
  for await (const rows of source.batches()) {
    signal?.throwIfAborted();
    for (const row of rows) named.add(read(row));
  }
  const snapshot = { database, kind, source: options.source, owns, today: rules.today, maxClosePercent };
  const ids = await recordsToClose(table, named, snapshot);
  if (named.unreadable === 0) return ids;
  // Any of them may be what a row with an unreadable key means.
  tally.withheld = ids.length;
  return [];
}
