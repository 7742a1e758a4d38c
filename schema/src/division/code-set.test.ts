import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OneNXError } from '../errors/onenx-error.js';
import { codeSetContains, codeSetMatcher, formatCodeSet, overlap, parseCodeSet, type CodeSet } from './code-set.js';
import { contains, prefixOf } from './division-code.js';

const pairs = (first: string, second: string) => (prefix: string) => [prefix + first, prefix + second];
const prefectures = ['31'].flatMap(pairs('01', '02'));
const districts = prefectures.flatMap(pairs('01', '05'));
const streets = districts.flatMap(pairs('001', '102'));
const committees = streets.flatMap(pairs('001', '200'));
/** Every code of a small country: two of everything in one province. */
const UNIVERSE = ['31', ...prefectures, ...districts, ...streets, ...committees].map((prefix) =>
  prefix.padEnd(12, '0'),
);

const someCodes = fc.uniqueArray(fc.constantFrom(...UNIVERSE), { maxLength: 6 });
const anySet = fc.tuple(someCodes, someCodes).map(([includes, excluded]) => ({
  includes,
  excludes: excluded.filter((code) => !includes.includes(code)),
}));

/** The slow, obvious reading of a set: of all entries that contain the code, the one with the longest prefix decides. */
function oracle(set: CodeSet, code: string): boolean {
  const entries = [...set.includes, ...set.excludes].filter((entry) => contains(entry, code));
  const [longest] = entries.sort((a, b) => prefixOf(b).length - prefixOf(a).length);
  return longest !== undefined && set.includes.includes(longest);
}

describe('the text of a code set', () => {
  test('reads includes and excludes', () => {
    expect(parseCodeSet(' 310105, -310105009 ')).toEqual({
      includes: ['310105000000'],
      excludes: ['310105009000'],
    });
    expect(parseCodeSet('310105,-310105009')).toEqual(parseCodeSet('310105000000,-310105009000'));
  });

  test.each([
    '',
    ',',
    '310105,',
    '-',
    '31',
    '310105;310106',
    '310105,--310105009',
    '-310105009',
    '310105,-310105',
    'all',
  ])('refuses "%s"', (text) => {
    expect(() => parseCodeSet(text)).toThrow(OneNXError);
    expect(() => parseCodeSet(text)).toThrow(`"${text}"`);
  });

  test.each([
    ['310106,310105000000,310105', '310105,310106'],
    ['-310105009,310105,310105009011', '310105,-310105009,310105009011'],
    ['310105,310105001,-310106', '310105'],
    ['310000,-310100', '310000,-310100'],
  ])('writes %s as %s', (text, canonical) => {
    expect(formatCodeSet(parseCodeSet(text))).toBe(canonical);
  });

  test('is equal for two sets exactly when they hold the same codes', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const same = UNIVERSE.every((code) => oracle(a, code) === oracle(b, code));
        expect(formatCodeSet(a) === formatCodeSet(b)).toBe(same);
      }),
    );
  });

  test('keeps every code through writing and reading', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const text = formatCodeSet(set);
        fc.pre(text !== '');
        const read = parseCodeSet(text);
        for (const code of UNIVERSE) expect(codeSetContains(read, code)).toBe(oracle(set, code));
        expect(formatCodeSet(read)).toBe(text);
      }),
    );
  });
});

describe('codeSetContains', () => {
  test('leaves an excluded part out, and an include within it counts again', () => {
    const set = parseCodeSet('310105,-310105009,310105009011');
    const held = ['310105000000', '310105001001', '310105009000', '310105009012', '310105009011', '310106000000'];
    expect(held.map((code) => codeSetContains(set, code))).toEqual([true, true, false, false, true, false]);
  });

  test('does not hold what lies above its entries', () => {
    expect(codeSetContains(parseCodeSet('310105009'), '310105000000')).toBe(false);
  });

  test('decides as the longest matching prefix does', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const matches = codeSetMatcher(set);
        for (const code of UNIVERSE) expect(matches(code)).toBe(oracle(set, code));
      }),
    );
  });
});

describe('overlap', () => {
  test('is null between a district without one street and that street', () => {
    expect(overlap(parseCodeSet('310105,-310105009'), parseCodeSet('310105009'))).toBeNull();
  });

  test('names the street that two sets share', () => {
    expect(overlap(parseCodeSet('310105'), parseCodeSet('310105009,310106'))).toBe('310105009000');
  });

  test('finds a code exactly when some code is in both sets', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const shared = UNIVERSE.filter((code) => oracle(a, code) && oracle(b, code));
        const found = overlap(a, b);
        expect(found === null).toBe(shared.length === 0);
        if (found !== null) expect(shared).toContain(found);
      }),
      { numRuns: 500 },
    );
  });
});
