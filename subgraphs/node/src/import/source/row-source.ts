import { OneNXError } from '@onenx/schema';
import { CsvRows } from './csv-rows.js';
import { NdjsonRows } from './ndjson-rows.js';
import { BATCH_ROWS, type RowSource, type SourceRow } from './source-row.js';
import { inspectText, readStart, readText, type TextFile } from './text-file.js';
import { openSheet } from './workbook/sheet-source.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Opens CSV, NDJSON or an Excel workbook, told apart by what they begin with. Throws FILE_NOT_FOUND, FILE_NOT_TEXT,
 * FILE_NOT_WORKBOOK, FILE_TOO_LARGE for a workbook, or FILE_EMPTY where there is no header. `kind` is for that message.
 */
export async function openSource(path: string, kind: string): Promise<RowSource> {
  const begun = await readStart(path);
  if (begun.start.subarray(0, ZIP.length).equals(ZIP)) return openSheet(path, { bytes: begun.bytes, kind });
  const file = await inspectText(begun);
  const header = file.format === 'csv' ? await csvHeader(file) : await ndjsonKeys(file);
  if (header.length === 0) throw new OneNXError('FILE_EMPTY', { kind });
  return {
    bytes: file.bytes,
    header,
    batches: (onBytes) =>
      file.format === 'csv' ? inBatches(csvBody(file, onBytes)) : ndjsonBatches({ file, header, onBytes }),
  };
}

async function csvHeader(file: TextFile): Promise<string[]> {
  for await (const [row] of csvRows(file)) {
    if (row?.malformed) throw new OneNXError('ROW_MALFORMED', row.malformed);
    if (row) return row.cells.map(String);
  }
  return [];
}

async function* csvRows(file: TextFile, onBytes?: (count: number) => void): AsyncGenerator<SourceRow[]> {
  const rows = new CsvRows();
  for await (const text of readText(file, onBytes)) yield rows.push(text);
  yield rows.end();
}

/** All rows but the first, which is the header. */
async function* csvBody(file: TextFile, onBytes?: (count: number) => void): AsyncGenerator<SourceRow[]> {
  let header = true;
  for await (const rows of csvRows(file, onBytes)) {
    yield header ? rows.slice(1) : rows;
    if (rows.length > 0) header = false;
  }
}

async function ndjsonKeys(file: TextFile): Promise<string[]> {
  const keys = new Set<string>();
  for await (const rows of ndjsonRows(file, new NdjsonRows(null))) {
    for (const row of rows) for (const key of row.cells) keys.add(String(key));
  }
  return [...keys];
}

interface NdjsonRead {
  readonly file: TextFile;
  readonly header: readonly string[];
  readonly onBytes: ((count: number) => void) | undefined;
}

function ndjsonBatches({ file, header, onBytes }: NdjsonRead): AsyncGenerator<SourceRow[]> {
  return inBatches(ndjsonRows(file, new NdjsonRows(header), onBytes));
}

async function* ndjsonRows(
  file: TextFile,
  rows: NdjsonRows,
  onBytes?: (count: number) => void,
): AsyncGenerator<SourceRow[]> {
  for await (const text of readText(file, onBytes)) yield rows.push(text);
  yield rows.end();
}

async function* inBatches(pieces: AsyncGenerator<SourceRow[]>): AsyncGenerator<SourceRow[]> {
  let waiting: SourceRow[] = [];
  for await (const piece of pieces) {
    waiting = waiting.length === 0 ? piece : waiting.concat(piece);
    let at = 0;
    for (; waiting.length - at >= BATCH_ROWS; at += BATCH_ROWS) yield waiting.slice(at, at + BATCH_ROWS);
    if (at > 0) waiting = waiting.slice(at);
  }
  if (waiting.length > 0) yield waiting;
}
