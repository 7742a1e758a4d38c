import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { FieldValue } from '@onenx/schema';
import { cellWriter, heading, type FileLanguage } from './columns/cell-writer.js';
import type { ImportColumn } from './columns/import-column.js';
import { csvLine } from './csv-line.js';

export interface FileShape {
  readonly columns: readonly ImportColumn[];
  readonly language: FileLanguage;
  readonly format: 'csv' | 'ndjson';
}

type Values = Readonly<Record<string, FieldValue | undefined>>;

/** What the file begins with. A Chinese CSV has a byte order mark, without which spreadsheets take it for GBK. */
export function fileStart({ columns, language, format }: FileShape): string {
  if (format === 'ndjson') return '';
  return (language === 'zh' ? '\ufeff' : '') + csvLine(columns.map((column) => heading(column, language)));
}

/** A function that writes a record as a line; values in NDJSON keep their types, and nulls are said. */
export function lineWriter({ columns, language, format }: FileShape): (values: Values) => string {
  const cells = columns.map((column) => ({
    key: heading(column, language),
    name: column.name,
    write: cellWriter(column, language),
  }));
  if (format === 'csv') return (values) => csvLine(cells.map(({ name, write }) => write(values[name] ?? null)));
  return (values) => {
    const entries = cells.map(({ key, name, write }) => {
      const value = values[name] ?? null;
      return [key, typeof value === 'string' ? write(value) : value] as const;
    });
    return `${JSON.stringify(Object.fromEntries(entries))}\n`;
  };
}

/** Writes and waits where the reader is slower. */
export async function writeTo(out: Writable, text: string): Promise<void> {
  if (text !== '' && !out.write(text)) await once(out, 'drain');
}
