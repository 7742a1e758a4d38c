import { describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contains, parentCode, placeKind, placeLevel } from './division-code.js';
import { LEVELS, type Level } from './level.js';
import { PlaceSnapshot } from './place-snapshot.js';
import type { PlaceVersion } from './place-version.js';

const DISTRICTS = ['310105000000', '310106000000'];
const STREETS = DISTRICTS.flatMap((code) => ['102', '001', '004'].map((street) => `${code.slice(0, 6)}${street}000`));
const COMMITTEES = STREETS.flatMap((code) => ['011', '002'].map((committee) => code.slice(0, 9) + committee));
const ALL = [...COMMITTEES, ...DISTRICTS, ...STREETS];

function place(code: string, parent = parentCode(code)): PlaceVersion {
  const level = placeLevel(code);
  const rest = { validFrom: '2023-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, name: code, level, kind: placeKind(code), parent: level === 'DISTRICT' ? null : parent, ...rest };
}

const snapshot = new PlaceSnapshot(ALL.map((code) => place(code)));
const codesOf = (places: readonly PlaceVersion[]) => places.map(({ code }) => code);
const padded = (n: number) => String(n).padStart(3, '0');
const anyCode = fc.constantFrom(...ALL, '310107000000');

/** Places of `level` at or under `scope`, or above it, told by the digits: here they agree with the tree. */
function placesByDigits(level: Level, scope: string): string[] {
  const related = (code: string) => contains(scope, code) || contains(code, scope);
  return ALL.filter((code) => placeLevel(code) === level && related(code)).sort();
}

describe('PlaceSnapshot', () => {
  test('lists roots and children by code, whatever order they came in', () => {
    expect(codesOf(snapshot.roots())).toEqual(DISTRICTS);
    expect(codesOf(snapshot.children('310105000000'))).toEqual(['310105001000', '310105004000', '310105102000']);
    expect(snapshot.children('310105001002')).toEqual([]);
  });

  test('lists descendants each before its parts, of all levels or of one', () => {
    expect(codesOf(snapshot.descendants('310105000000')).slice(0, 4)).toEqual([
      '310105001000',
      '310105001002',
      '310105001011',
      '310105004000',
    ]);
    expect(codesOf(snapshot.descendants('310105000000', 'STREET'))).toHaveLength(3);
    expect(codesOf(snapshot.descendants('310105102000', 'COMMITTEE'))).toEqual(['310105102002', '310105102011']);
    expect(snapshot.descendants('310105000000', 'DISTRICT')).toEqual([]);
  });

  test('lists ancestors from the nearest', () => {
    expect(codesOf(snapshot.ancestors('310105001011'))).toEqual(['310105001000', '310105000000']);
    expect(snapshot.ancestors('310105000000')).toEqual([]);
  });

  test('knows nothing of a place that is not of the edition', () => {
    const unknown = '310107000000';
    expect(snapshot.get(unknown)).toBeUndefined();
    expect(snapshot.ancestorAt(unknown, 'DISTRICT')).toBeNull();
    expect(snapshot.isUnder(unknown, unknown)).toBe(false);
    expect(snapshot.placesOf('STREET', unknown)).toEqual([]);
    expect(snapshot.descendants(unknown)).toEqual([]);
  });

  test('groups by the dated parent, not by digits', () => {
    const moved = '310105004011';
    const tree = new PlaceSnapshot(ALL.map((code) => place(code, code === moved ? '310105001000' : parentCode(code))));
    expect(tree.ancestorAt(moved, 'STREET')).toBe('310105001000');
    expect(tree.isUnder(moved, '310105004000')).toBe(false);
    expect(codesOf(tree.placesOf('COMMITTEE', '310105001000'))).toContain(moved);
  });

  test('the places of a level are those at, under or above the scope', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), anyCode, (level, scope) => {
        expect(codesOf(snapshot.placesOf(level, scope))).toEqual(placesByDigits(level, scope));
      }),
    );
  });

  test('a place is under itself and its ancestors only', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...ALL), (code, scope) => {
        expect(snapshot.isUnder(code, scope)).toBe(ALL.includes(code) && contains(scope, code));
      }),
    );
  });

  test('of a city of six thousand places it looks only at those that it answers with', () => {
    const parts = Array.from({ length: 300 }, (_, street) => `310105${padded(street + 1)}`);
    const committees = parts.flatMap((prefix) => Array.from({ length: 20 }, (_, n) => prefix + padded(n + 1)));
    const streets = parts.map((prefix) => `${prefix}000`);
    const city = new PlaceSnapshot(['310105000000', ...streets, ...committees].map((code) => place(code)));
    const looks = [jest.spyOn(city, 'get'), jest.spyOn(city, 'children')];
    const cost = (ask: () => unknown) => {
      for (const look of looks) look.mockClear();
      ask();
      return looks.reduce((sum, look) => sum + look.mock.calls.length, 0);
    };
    expect(cost(() => city.placesOf('COMMITTEE', '310105001000'))).toBe(2);
    expect(cost(() => city.ancestorAt('310105001001', 'DISTRICT'))).toBe(3);
    expect(cost(() => city.placesOf('COMMITTEE', '310105000000'))).toBeLessThanOrEqual(streets.length + 2);
    expect(city.placesOf('COMMITTEE', '310105000000')).toHaveLength(6000);
  });
});
