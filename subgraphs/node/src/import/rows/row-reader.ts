import type { FieldValue } from '@onenx/schema';
import { formatOf } from '../columns/format.js';
import type { ColumnMap, HeaderColumn } from '../columns/header.js';
import type { ImportColumn } from '../columns/import-column.js';
import type { Cell, SourceRow } from '../source/source-row.js';
import { CellProblem } from './cell-problem.js';
import { cellReader, type CellReader, type PlaceCheck } from './cell-reader.js';
import { rowReport, type RowReport } from './row-report.js';

/** The values of a row by the name of our column; `undefined` where the file says nothing of it. */
export type RowValues = Record<string, FieldValue | undefined>;

export interface ReadRow {
  readonly line: number;
  readonly values: RowValues;
  readonly problems: readonly RowReport[];
}

export type RowReader = (row: SourceRow) => ReadRow;

interface Slot {
  readonly column: ImportColumn;
  readonly index: number;
  readonly read: CellReader;
  readonly theirs: ReadonlyMap<string, string>;
}

export interface RowReaderOptions {
  readonly header: readonly HeaderColumn[];
  readonly checkPlace: PlaceCheck;
  readonly map?: ColumnMap;
}

const NOTHING: readonly RowReport[] = [];

/** The reader of a file's rows, made once from its header. It never throws for what a row says. */
export function rowReader({ header, checkPlace, map }: RowReaderOptions): RowReader {
  const slots = header.flatMap((column, index) => (typeof column === 'string' ? [] : [slotOf(column, index)]));
  const unnamed = header.flatMap((column, index) => (column === 'UNNAMED' ? [index] : []));

  function slotOf(column: ImportColumn, index: number): Slot {
    const theirs = new Map(Object.entries(map?.values?.[column.name] ?? {}));
    return { column, index, read: cellReader(column, checkPlace), theirs };
  }

  return (row) => {
    const { line } = row;
    const malformed = row.malformed ?? shapeFault(row.cells, header.length, unnamed);
    if (malformed) return { line, values: {}, problems: [rowReport({ line, column: '' }, 'ROW_MALFORMED', malformed)] };
    const values: RowValues = {};
    let problems: RowReport[] | null = null;
    for (const slot of slots) {
      const value = readCell(slot, row.cells[slot.index]);
      if (value instanceof CellProblem) {
        const { name, personal } = slot.column;
        problems ??= [];
        problems.push(rowReport({ line, column: name, personal }, value.code, value.params));
      } else {
        values[slot.column.name] = value;
      }
    }
    return { line, values, problems: problems ?? NOTHING };
  };
}

/** A cell too many or too few has moved the others to the wrong columns. */
function shapeFault(cells: readonly Cell[], width: number, unnamed: readonly number[]) {
  const extra = cells.slice(width).some((cell) => cell !== '');
  if (cells.length < width || extra) return { found: cells.length, expected: width };
  const full = unnamed.find((index) => String(cells[index] ?? '').trim() !== '');
  return full === undefined ? null : { found: `#${full + 1}`, expected: '(empty)' };
}

function readCell({ column, read, theirs }: Slot, raw: Cell): FieldValue | undefined | CellProblem {
  let cell = typeof raw === 'string' ? tidy(raw) : raw;
  if (theirs.size > 0 && cell !== undefined && cell !== null) cell = theirs.get(String(cell)) ?? cell;
  if (cell !== undefined && cell !== null && cell !== '') return read(cell);
  if (column.required)
    return new CellProblem('VALUE_REQUIRED', { field: column.name, found: '', expected: formatOf(column) });
  // An empty cell clears an optional field, but what always has a value keeps the one it has.
  return cell === undefined || keepsValue(column) ? undefined : null;
}

function keepsValue(column: ImportColumn): boolean {
  return column.initial !== undefined || column.name === 'updatedAt';
}

/** The escapes of NDJSON can bring in line ends of other systems, which CSV text no longer has. */
function tidy(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
}
