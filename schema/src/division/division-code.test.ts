import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OneNXError } from '../errors/onenx-error.js';
import {
  codeAtLevel,
  codeLevel,
  contains,
  expectLevel,
  isDivisionCode,
  isPseudoPrefecture,
  parentCode,
  parseDivisionCode,
  placeKind,
  placeLevel,
  prefixLength,
  prefixOf,
} from './division-code.js';
import { LEVELS } from './level.js';

const DISTRICT = '310105000000';
const STREET = '310105009000';
const COMMITTEE = '310105009011';

const segment = (digits: number) =>
  fc.oneof(fc.constant(0), fc.nat(10 ** digits - 1)).map((value) => String(value).padStart(digits, '0'));
/** Any code, half of its segments zero, so that every level and every gap occurs. */
const anyCode = fc
  .tuple(fc.integer({ min: 10, max: 99 }), segment(2), segment(2), segment(3), segment(3))
  .map((parts) => parts.join(''));

function codeOfError(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof OneNXError ? error.code : String(error);
  }
}

describe('parseDivisionCode', () => {
  test.each([
    ['310105', DISTRICT],
    ['310105009', STREET],
    ['310105009011', COMMITTEE],
    [' 310105\u3000', DISTRICT],
    ['\uff13\uff11\uff10\uff11\uff10\uff15', DISTRICT],
    ['310100', '310100000000'],
  ])('reads "%s" as %s', (input, code) => {
    expect(parseDivisionCode(input)).toBe(code);
  });

  test.each([
    '',
    '31',
    '3101',
    '31010500',
    '3101050090110',
    '310105-009',
    '31010500901A',
    '000000',
    '010105',
    '310 105',
  ])('refuses "%s"', (input) => {
    expect(codeOfError(() => parseDivisionCode(input))).toBe('DIVISION_CODE_MALFORMED');
  });

  test('refuses a number, even one that looks like a code, and says so', () => {
    expect(() => parseDivisionCode(310105)).toThrow('number 310105');
    expect(codeOfError(() => parseDivisionCode(null))).toBe('DIVISION_CODE_MALFORMED');
  });

  test('leaves a parsed code as it is', () => {
    fc.assert(fc.property(anyCode, (code) => expect(parseDivisionCode(code)).toBe(code)));
  });

  test('accepts exactly the texts of 6, 9 or 12 digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{1,14}$/), (text) => {
        const accepted = codeOfError(() => parseDivisionCode(text)) === undefined;
        expect(accepted).toBe([6, 9, 12].includes(text.length));
      }),
    );
  });
});

describe('isDivisionCode', () => {
  test('is true only of the parsed form', () => {
    expect([COMMITTEE, '310105', '000000000000', ` ${COMMITTEE}`, 310105009011].map(isDivisionCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('levels of a code', () => {
  test.each([
    ['310000000000', 'PROVINCE', '31'],
    ['310100000000', 'PREFECTURE', '3101'],
    [DISTRICT, 'DISTRICT', '310105'],
    [STREET, 'STREET', '310105009'],
    [COMMITTEE, 'COMMITTEE', COMMITTEE],
    // A city without districts: its streets lie directly in the prefecture.
    ['441900003000', 'STREET', '441900003'],
    ['310110000000', 'DISTRICT', '310110'],
  ])('%s is a %s with the prefix %s', (code, level, prefix) => {
    expect(codeLevel(code)).toBe(level);
    expect(prefixOf(code)).toBe(prefix);
  });

  test('province and prefecture are not levels of a place', () => {
    expect(placeLevel(STREET)).toBe('STREET');
    expect(codeOfError(() => placeLevel('310100000000'))).toBe('DIVISION_CODE_LEVEL');
    expect(codeOfError(() => placeKind('310000000000'))).toBe('DIVISION_CODE_LEVEL');
  });

  test('expectLevel accepts its own level and names what it found otherwise', () => {
    expect(() => expectLevel(STREET, 'STREET')).not.toThrow();
    expect(() => expectLevel(COMMITTEE, 'STREET')).toThrow(/310105009011.*COMMITTEE.*STREET/);
  });

  test('prefixLength is the length of the prefix of a code of that level', () => {
    expect(LEVELS.map(prefixLength)).toEqual([DISTRICT, STREET, COMMITTEE].map((code) => prefixOf(code).length));
  });
});

describe('placeKind', () => {
  test.each([
    ['310105', 'DISTRICT'],
    ['310105001', 'SUBDISTRICT'],
    ['310105099', 'SUBDISTRICT'],
    ['310105100', 'TOWN'],
    ['310105199', 'TOWN'],
    ['310105200', 'TOWNSHIP'],
    ['310105399', 'TOWNSHIP'],
    ['360802400', 'PSEUDO_STREET'],
    ['310105599', 'PSEUDO_STREET'],
    ['310105001001', 'RESIDENTS_COMMITTEE'],
    ['310105001199', 'RESIDENTS_COMMITTEE'],
    ['310105001200', 'VILLAGERS_COMMITTEE'],
    ['310105001399', 'VILLAGERS_COMMITTEE'],
    ['310105001400', 'PSEUDO_COMMITTEE'],
    ['310105001599', 'PSEUDO_COMMITTEE'],
    ['310105001700', 'PSEUDO_COMMITTEE'],
  ])('%s is a %s', (short, kind) => {
    expect(placeKind(parseDivisionCode(short))).toBe(kind);
  });
});

describe('ancestry by digits', () => {
  test('a committee of a municipality goes up through street, district and pseudo prefecture to the municipality', () => {
    const line = [COMMITTEE, STREET, DISTRICT, '310100000000', '310000000000'];
    expect(line.map(parentCode)).toEqual([...line.slice(1), null]);
    expect(line.map(isPseudoPrefecture)).toEqual([false, false, false, true, false]);
  });

  test('a street of a city without districts has its prefecture as parent, and no district', () => {
    expect(parentCode('441900003000')).toBe('441900000000');
    expect(codeAtLevel('441900003000', 'DISTRICT')).toBeNull();
    expect(contains('441900000000', '441900003000')).toBe(true);
  });

  test('only the municipalities have pseudo prefectures', () => {
    expect(['500200000000', '110100000000', '320100000000', '310300000000'].map(isPseudoPrefecture)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('codeAtLevel is the code itself, its ancestor, or null from above', () => {
    expect(LEVELS.map((level) => codeAtLevel(COMMITTEE, level))).toEqual([DISTRICT, STREET, COMMITTEE]);
    expect(LEVELS.map((level) => codeAtLevel(DISTRICT, level))).toEqual([DISTRICT, null, null]);
    expect(codeAtLevel('310100000000', 'DISTRICT')).toBeNull();
  });

  test('what contains a code is itself and its parents, and nothing else', () => {
    fc.assert(
      fc.property(anyCode, anyCode, fc.nat(5), (inner, stranger, steps) => {
        const line: string[] = [];
        for (let at: string | null = inner; at !== null; at = parentCode(at)) line.push(at);
        const outer = line[steps] ?? stranger;
        expect(contains(outer, inner)).toBe(line.includes(outer));
      }),
    );
  });

  test('a parent is of a higher level, with a shorter prefix of the same digits', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const parent = parentCode(code);
        if (parent === null) return expect(codeLevel(code)).toBe('PROVINCE');
        expect(prefixOf(parent).length).toBeLessThan(prefixOf(code).length);
        expect(prefixOf(code).startsWith(prefixOf(parent))).toBe(true);
        return expect(isDivisionCode(parent)).toBe(true);
      }),
    );
  });

  test('the ancestor of a level contains the code and is of that level', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...LEVELS), (code, level) => {
        const ancestor = codeAtLevel(code, level);
        fc.pre(ancestor !== null);
        expect(contains(ancestor, code)).toBe(true);
        expect(placeLevel(ancestor)).toBe(level);
      }),
    );
  });
});
