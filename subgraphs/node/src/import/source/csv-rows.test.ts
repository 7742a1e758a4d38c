import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvLine } from '../csv-line.js';
import { CsvRows } from './csv-rows.js';

/** Reads `text` in pieces of `size` characters. */
function read(text: string, size = text.length) {
  const rows = new CsvRows();
  const found = [];
  for (let at = 0; at < text.length; at += Math.max(size, 1)) found.push(...rows.push(text.slice(at, at + size)));
  return [...found, ...rows.end()];
}

const cells = (text: string) => read(text).map((row) => row.cells);

describe('CsvRows', () => {
  test('knows quotes, blank lines and the lines on which rows begin', () => {
    expect(read('a,b\n\n"x\n""y""",2\n,\n3,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x\n"y"', '2'] },
      { line: 6, cells: ['3', ''] },
    ]);
  });

  test('takes a quote inside an unquoted cell for itself', () => {
    expect(cells('上海"示例"社,6"\n')).toEqual([['上海"示例"社', '6"']]);
  });

  test('loses the line of a broken row and no other', () => {
    const rows = read('1,"open\n2,b\n"3"x,c\n4,"d"\n5,"never closed\n6,f');
    expect(rows.map(({ line, malformed }) => (malformed ? -line : line))).toEqual([-1, 2, -3, 4, -5, 6]);
  });

  const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', '""', ',', '\n', 'a"b', ' x ', '中,"文"'));
  const table = fc
    .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 })
    .map((rows) => rows.map((row) => row.map((text) => text.replaceAll('\r', ''))))
    .map((rows) => rows.filter((row) => row.some((text) => text !== '')));

  test('reads back what was written, in pieces of any size', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 20 }), (rows, size) => {
        const text = rows.map(csvLine).join('');
        expect(read(text, size).map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  test('reads what csv-parse reads', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => csvLine(row)).join('');
        expect(cells(text)).toEqual(parse(text, { relax_column_count: true, record_delimiter: '\n' }));
      }),
    );
  });
});
