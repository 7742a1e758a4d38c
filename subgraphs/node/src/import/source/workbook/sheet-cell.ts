import type { Cell } from '../source-row.js';

/**
 * A cell of a sheet as an import reads cells: an empty one as CSV has it, a day as YYYY-MM-DD. A moment keeps its time, so that
 * a column of days refuses it rather than lose it.
 */
export function sheetCell(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return '#VALUE!';
}

/** A number as it stands in the file: digits as they are, so that none is lost; anything else as a number. */
export function sheetNumber(text: string): string | number {
  return /^-?\d+$/.test(text) ? text : Number(text);
}

function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE!';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
