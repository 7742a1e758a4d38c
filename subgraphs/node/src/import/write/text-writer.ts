import type { Writable } from 'node:stream';
import { cellWriter, heading } from '../columns/cell-writer.js';
import { csvLine } from '../csv-line.js';
import type { FileShape, FileWriter, Values } from './file-shape.js';
import { writeTo } from './write-to.js';

/** What a text begins with. A Chinese CSV has a byte order mark, without which spreadsheets take it for GBK. */
export function textStart({ columns, language, format }: FileShape): string {
  if (format === 'ndjson') return '';
  return (language === 'zh' ? '\ufeff' : '') + csvLine(columns.map((column) => heading(column, language)));
}

/** Writes CSV or NDJSON line by line. */
export async function textWriter(out: Writable, shape: FileShape): Promise<FileWriter> {
  const line = lineWriter(shape);
  await writeTo(out, textStart(shape));
  return {
    add: async (records) => writeTo(out, records.map(line).join('')),
    end: async () => {},
  };
}

/** A function that writes a record as a line; values in NDJSON keep their types, and nulls are said. */
function lineWriter({ columns, language, format }: FileShape): (values: Values) => string {
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
