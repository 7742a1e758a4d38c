import { OneNXError } from '@onenx/schema';
import { BATCH_ROWS, type Cell, type RowSource, type SourceRow } from '../source-row.js';
import { readSheet } from './read-sheet.js';

/** The rows of a workbook's first sheet; lines are its rows, the first is 1. @throws as `readSheet`, FILE_EMPTY */
export async function openSheet(path: string, { bytes, kind }: { bytes: number; kind: string }): Promise<RowSource> {
  const sheet = await readSheet(path);
  const first = sheet.findIndex(isFilled);
  const header = (sheet[first] ?? []).map(String);
  if (header.length === 0) throw new OneNXError('FILE_EMPTY', { kind });
  const rows = rowsBelow(sheet, first, header.length);
  return {
    bytes,
    header,
    async *batches(onBytes = () => {}) {
      if (rows.length === 0) onBytes(bytes);
      for (let at = 0; at < rows.length; at += BATCH_ROWS) {
        const batch = rows.slice(at, at + BATCH_ROWS);
        // A sheet is read before its first row is: of its bytes each row is an equal part.
        onBytes(share(bytes, at + batch.length, rows.length) - share(bytes, at, rows.length));
        yield batch;
      }
    },
  };
}

function rowsBelow(sheet: readonly (readonly Cell[])[], first: number, width: number): SourceRow[] {
  return sheet.flatMap((row, i) => {
    if (i <= first || !isFilled(row)) return [];
    // A sheet has no cells where nothing was ever typed.
    const missing = Math.max(0, width - row.length);
    return [{ line: i + 1, cells: missing === 0 ? row : [...row, ...Array<Cell>(missing).fill('')] }];
  });
}

function isFilled(row: readonly Cell[]): boolean {
  return row.some((cell) => cell !== '');
}

function share(bytes: number, rows: number, all: number): number {
  return Math.round((bytes * rows) / all);
}
