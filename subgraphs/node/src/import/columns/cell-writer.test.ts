import { describe, expect, test } from '@jest/globals';
import { organizationStatus } from '@onenx/schema';
import * as fc from 'fast-check';
import { cellReader } from '../rows/cell-reader.js';
import { cellWriter, type FileLanguage } from './cell-writer.js';
import type { ImportColumn } from './import-column.js';

const column = { name: 'x', zh: '例', en: 'Example', required: false, personal: false } as const;
const languages: readonly FileLanguage[] = ['names', 'zh', 'en'];

function roundTrip(of: ImportColumn, value: string | number | boolean, language: FileLanguage): unknown {
  return cellReader(of, () => null)(cellWriter(of, language)(value));
}

describe('cellWriter', () => {
  test('writes numbers without exponent, as they are read back', () => {
    const write = cellWriter({ ...column, type: 'number' }, 'names');
    expect([1.2e-7, -1.2e-7, 1e22, -1.25e21, 0, 12.5].map(write)).toEqual([
      '0.00000012',
      '-0.00000012',
      '10000000000000000000000',
      '-1250000000000000000000',
      '0',
      '12.5',
    ]);
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e250, max: 1e250 });
    fc.assert(
      fc.property(number, (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-250);
        expect(roundTrip({ ...column, type: 'number' }, value + 0, 'names')).toBe(value + 0);
      }),
    );
  });

  test.each(languages)('writes lists and booleans as they are read back (%s)', (language) => {
    for (const code of organizationStatus.codes) {
      expect(roundTrip({ ...column, type: organizationStatus }, code, language)).toBe(code);
    }
    for (const value of [true, false]) expect(roundTrip({ ...column, type: 'boolean' }, value, language)).toBe(value);
  });

  test('writes nothing for null', () => {
    expect(cellWriter({ ...column, type: 'boolean' }, 'zh')(null)).toBe('');
  });
});
