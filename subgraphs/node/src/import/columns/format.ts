import { isVocabulary } from '@onenx/schema';
import type { ImportColumn } from './import-column.js';

/** PostgreSQL's `integer`; both databases keep to it. */
export const LARGEST_INTEGER = 2 ** 31 - 1;

/** What a cell of a column looks like, in words that serve both languages. */
export function formatOf(column: ImportColumn): string {
  const { type } = column;
  if (isNamed(type)) return NAMED[type] + limitsOf(column);
  return type === 'place' ? '区划代码 (division code)' : `代码表 (list) ${type.name}`;
}

const NAMED = {
  text: '文本 (text)',
  integer: '整数 (whole number)',
  number: '数 (number)',
  fen: '整数分 (whole fen, 1/100 yuan)',
  boolean: '是/否, true/false, 1/0',
  date: '日期 (day) YYYY-MM-DD',
  creditCode: '统一社会信用代码 (18)',
  measure: '指标名 (measure)',
  id: '记录标识 (id of a record)',
} as const;

function isNamed(type: ImportColumn['type']): type is keyof typeof NAMED {
  return type !== 'place' && !isVocabulary(type);
}

/** The bounds of a column, as they are checked. */
export function boundsOf({ type, min, max }: ImportColumn): { min: number; max: number } {
  const widest = type === 'integer' ? LARGEST_INTEGER : Number.MAX_SAFE_INTEGER;
  const free = type === 'number';
  return { min: min ?? (free ? -Infinity : -widest), max: max ?? (free ? Infinity : widest) };
}

function limitsOf(column: ImportColumn): string {
  if (column.maxLength !== undefined) return ` ≤ ${column.maxLength}`;
  const from = column.min === undefined ? '' : ` ≥ ${column.min}`;
  return from + (column.max === undefined ? '' : ` ≤ ${column.max}`);
}
