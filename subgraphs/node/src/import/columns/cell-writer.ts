import { isVocabulary, type FieldValue } from '@onenx/schema';
import type { ImportColumn } from './import-column.js';

/** How headings and values are called: by the names and codes of the contract, or in a language. */
export type FileLanguage = 'names' | 'zh' | 'en';

export function heading(column: ImportColumn, language: FileLanguage): string {
  return language === 'names' ? column.name : column[language];
}

/** Writes a value as an import reads it back; null is an empty cell. */
export type CellWriter = (value: FieldValue) => string;

export function cellWriter({ type }: ImportColumn, language: FileLanguage): CellWriter {
  if (type !== 'place' && isVocabulary(type) && language !== 'names') {
    const labels = new Map<FieldValue, string>(type.entries.map((entry) => [entry.code, entry[language]]));
    return (value) => labels.get(value) ?? text(value);
  }
  if (type === 'boolean' && language === 'zh') return (value) => (value === null ? '' : value ? '是' : '否');
  return text;
}

function text(value: FieldValue): string {
  return value === null ? '' : typeof value === 'number' ? decimal(value) : String(value);
}

/** Imports read no exponents, which JavaScript writes for very large and very small numbers. */
function decimal(value: number): string {
  const written = String(value);
  if (!written.includes('e')) return written;
  const [digits = '', exponent = ''] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = whole.length + Number(exponent);
  const all = whole + fraction;
  const sign = value < 0 ? '-' : '';
  if (shift <= 0) return `${sign}0.${'0'.repeat(-shift)}${all}`;
  return `${sign}${all.slice(0, shift).padEnd(shift, '0')}${all.length > shift ? `.${all.slice(shift)}` : ''}`;
}
