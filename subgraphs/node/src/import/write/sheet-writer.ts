import type { Writable } from 'node:stream';
import { OneNXError } from '@onenx/schema';
import { cellWriter, heading } from '../columns/cell-writer.js';
import type { FileShape, FileWriter } from './file-shape.js';
import { workbook } from './workbook.js';
import { writeTo } from './write-to.js';

/** A workbook is made in memory and at one stroke: 25,000 records of 20 columns. Larger exports are for CSV or NDJSON. */
const MOST_CELLS = 500_000;

/** Collects records and writes them as a workbook of one sheet, every cell as text. @throws FILE_TOO_LARGE */
export function sheetWriter(out: Writable, { columns, language }: FileShape): FileWriter {
  const cells = columns.map((column) => ({ name: column.name, write: cellWriter(column, language) }));
  const rows: string[][] = [columns.map((column) => heading(column, language))];
  return {
    add: async (records) => {
      for (const values of records) rows.push(cells.map(({ name, write }) => write(values[name] ?? null)));
      const found = rows.length * cells.length;
      if (found > MOST_CELLS)
        throw new OneNXError('FILE_TOO_LARGE', { found: `xlsx > ${MOST_CELLS} cells`, expected: `${MOST_CELLS}` });
    },
    end: async () => writeTo(out, await workbook([{ title: 'data', rows }])),
  };
}
