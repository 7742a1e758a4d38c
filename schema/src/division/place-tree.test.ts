import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OneNXError } from '../errors/onenx-error.js';
import { parentCode, placeKind, placeLevel } from './division-code.js';
import type { PlaceVersion } from './place-version.js';
import { PlaceTree } from './place-tree.js';

const D = '310105000000';
const S1 = '310105001000';
const S2 = '310105002000';
const S3 = '310105003000';
const S4 = '310105004000';
const S5 = '310105005000';
const START = '2010-01-01';

interface Change extends Partial<PlaceVersion> {
  from?: string;
  to?: string;
}

/** A place whose level, kind and parent follow from its digits unless said otherwise. */
function place(code: string, { from = START, to, ...rest }: Change = {}): PlaceVersion {
  const parent = placeLevel(code) === 'DISTRICT' ? null : parentCode(code);
  const derived = { code, name: code, level: placeLevel(code), kind: placeKind(code), parent };
  return { ...derived, validFrom: from, validTo: to ?? null, predecessors: [], synthetic: true, ...rest };
}

function codeOfError(versions: PlaceVersion[]): string | undefined {
  try {
    PlaceTree.of(versions);
    return undefined;
  } catch (error) {
    return error instanceof OneNXError ? error.code : String(error);
  }
}

describe('PlaceTree.of', () => {
  test('refuses a parent that is missing, or ends before its part', () => {
    expect(codeOfError([place(S1)])).toBe('DIVISION_TREE_BROKEN');
    expect(codeOfError([place(D, { to: '2020-01-01' }), place(S1)])).toBe('DIVISION_TREE_BROKEN');
    expect(codeOfError([place(D, { from: '2011-01-01' }), place(S1)])).toBe('DIVISION_TREE_BROKEN');
    expect(codeOfError([place(D, { to: '2020-01-01' }), place(S1, { to: '2020-01-02' })])).toBe('DIVISION_TREE_BROKEN');
    expect(codeOfError([place(D, { to: '2020-01-01' }), place(S1, { to: '2020-01-01' })])).toBeUndefined();
  });

  test('accepts a parent whose versions follow each other, and refuses one with a gap', () => {
    const [before, after] = [place(D, { to: '2015-01-01' }), place(D, { from: '2015-01-01', name: 'renamed' })];
    expect(codeOfError([after, place(S1), before])).toBeUndefined();
    expect(codeOfError([before, place(D, { from: '2015-01-02' }), place(S1)])).toBe('DIVISION_TREE_BROKEN');
  });

  test('does not mind what the parent was before its part began', () => {
    expect(codeOfError([place(D, { from: '2000-01-01', to: '2005-01-01' }), place(D), place(S1)])).toBeUndefined();
  });

  test('refuses a parent of the same level, so that there is no circle', () => {
    expect(codeOfError([place(D), place(S1, { parent: S2 }), place(S2, { parent: S1 })])).toBe('DIVISION_TREE_BROKEN');
  });

  test('refuses two versions of one code on the same day', () => {
    const later = place(D, { from: '2015-01-01' });
    expect(codeOfError([place(D), later])).toBe('DIVISION_DATES_OVERLAP');
    expect(codeOfError([place(D, { to: '2015-01-02' }), later])).toBe('DIVISION_DATES_OVERLAP');
    expect(codeOfError([place(D, { to: '2015-01-01' }), later])).toBeUndefined();
  });

  test('refuses a version that ends before it begins', () => {
    expect(codeOfError([place(D, { to: START })])).toBe('DATES_REVERSED');
  });
});

describe('editions', () => {
  const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), place(S2, { from: '2015-01-01' })]);

  test('begin wherever a place begins or ends', () => {
    expect(tree.editions).toEqual([
      { name: START, validFrom: START, validTo: '2015-01-01' },
      { name: '2015-01-01', validFrom: '2015-01-01', validTo: null },
    ]);
    expect(tree.editionAt('2014-12-31')?.name).toBe(START);
    expect(tree.editionAt('2015-01-01')?.name).toBe('2015-01-01');
  });

  test('a place no longer holds on the day it ends', () => {
    expect(tree.at('2014-12-31').children(D)).toEqual([tree.version(S1, '2014-12-31')]);
    expect(tree.at('2015-01-01').children(D)).toEqual([tree.version(S2, '2015-01-01')]);
    expect(tree.version(S1, '2015-01-01')).toBeUndefined();
    expect(tree.latest(S1)?.validTo).toBe('2015-01-01');
  });

  test('days of one edition share one snapshot', () => {
    expect(tree.at('2015-01-01')).toBe(tree.at('2030-01-01'));
    expect(tree.at('2014-12-31')).not.toBe(tree.at('2015-01-01'));
  });

  test('before the first edition there is no place', () => {
    expect(tree.editionAt('2009-12-31')).toBeUndefined();
    expect(tree.at('2009-12-31').roots()).toEqual([]);
    expect(PlaceTree.of([]).at('2020-01-01').roots()).toEqual([]);
  });
});

describe('PlaceTree.resolve', () => {
  const day = '2020-01-01';

  test('is the code itself while it exists', () => {
    expect(PlaceTree.of([place(D)]).resolve(D, day)).toBe(D);
  });

  test('after a merge leads each old street to the new one, but not back', () => {
    const made = place(S3, { from: '2015-01-01', predecessors: [S1, S2] });
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), place(S2, { to: '2015-01-01' }), made]);
    expect([S1, S2].map((code) => tree.resolve(code, day))).toEqual([S3, S3]);
    expect(tree.resolve(S3, '2014-06-01')).toBeNull();
    expect(tree.successors(S1)).toEqual([S3]);
    expect(tree.predecessors(S3)).toEqual([S1, S2]);
  });

  test('after a street took in another and kept its code, both lead to it', () => {
    const [before, after] = [
      place(S1, { to: '2015-01-01' }),
      place(S1, { from: '2015-01-01', predecessors: [S1, S2] }),
    ];
    const tree = PlaceTree.of([place(D), before, after, place(S2, { to: '2015-01-01' })]);
    expect([S1, S2].map((code) => tree.resolve(code, day))).toEqual([S1, S1]);
    expect(tree.resolve(S1, '2014-06-01')).toBe(S1);
    expect(tree.resolve(S1, '2009-06-01')).toBeNull();
    expect(tree.successors(S1)).toEqual([]);
  });

  test('after a split leads each part back to the whole, but the whole to none of the parts', () => {
    const parts = [S2, S3].map((code) => place(code, { from: '2015-01-01', predecessors: [S1] }));
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), ...parts]);
    expect(tree.resolve(S1, day)).toBeNull();
    expect([S2, S3].map((code) => tree.resolve(code, '2014-06-01'))).toEqual([S1, S1]);
  });

  test('a split whose parts merged again leads to one place, over both steps', () => {
    const parts = [S2, S3].map((code) => place(code, { from: '2012-01-01', to: '2015-01-01', predecessors: [S1] }));
    const again = place(S4, { from: '2015-01-01', predecessors: [S2, S3] });
    const tree = PlaceTree.of([place(D), place(S1, { to: '2012-01-01' }), ...parts, again]);
    expect(tree.resolve(S1, day)).toBe(S4);
    expect(tree.resolve(S1, '2013-01-01')).toBeNull();
    expect(tree.resolve(S4, '2011-01-01')).toBe(S1);
  });

  test('a part given away earlier is no successor when the rest is merged', () => {
    const carved = place(S2, { from: '2012-01-01', predecessors: [S1] });
    const heir = place(S3, { from: '2015-01-01', predecessors: [S1] });
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), carved, heir]);
    expect(tree.resolve(S1, day)).toBe(S3);
    expect(tree.resolve(S2, '2011-01-01')).toBe(S1);
  });

  test('is null where one of the parts leads to no place, or a successor has not begun yet', () => {
    const lost = place(S2, { from: '2015-01-01', to: '2016-01-01', predecessors: [S1] });
    const kept = place(S3, { from: '2015-01-01', predecessors: [S1] });
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), lost, kept]);
    expect(tree.resolve(S1, day)).toBeNull();
    const late = place(S5, { from: '2018-01-01', predecessors: [S4] });
    const gap = PlaceTree.of([place(D), place(S4, { to: '2015-01-01' }), late]);
    expect(gap.resolve(S4, '2016-01-01')).toBeNull();
    expect(gap.resolve(S4, '2018-01-01')).toBe(S5);
  });

  test('an ended place without successors, and an unknown code, lead nowhere', () => {
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' })]);
    expect([tree.resolve(S1, day), tree.resolve(S2, day)]).toEqual([null, null]);
  });

  test('a retired code that is known only as a predecessor leads to its successor', () => {
    const tree = PlaceTree.of([place(D), place(S2, { from: '2015-01-01', predecessors: [S1] })]);
    expect(tree.resolve(S1, day)).toBe(S2);
    expect(tree.resolve(S1, '2014-01-01')).toBeNull();
  });

  test('does not go round in a circle of successors that have not begun', () => {
    const early = place(S2, { from: '2018-01-01', predecessors: [S1, S3] });
    const circle = place(S3, { from: '2018-01-01', predecessors: [S2] });
    const tree = PlaceTree.of([place(D), place(S1, { to: '2015-01-01' }), early, circle]);
    expect(tree.resolve(S1, '2016-01-01')).toBeNull();
  });

  test('comes to an end, with a place that exists, whatever the links say', () => {
    const year = fc.integer({ min: 2010, max: 2020 }).map((value) => `${value}-01-01`);
    const codes = fc.constantFrom(S1, S2, S3, S4, S5);
    const anyPlace = fc
      .record({ code: codes, from: year, to: fc.option(year), predecessors: fc.array(codes, { maxLength: 3 }) })
      .filter(({ from, to }) => to === null || from < to)
      .map(({ code, from, to, predecessors }) => place(code, { from, to: to ?? undefined, predecessors }));
    const oneVersionEach = fc.uniqueArray(anyPlace, { selector: ({ code }) => code, maxLength: 5 });
    fc.assert(
      fc.property(oneVersionEach, codes, year, (places, code, date) => {
        const tree = PlaceTree.of([place(D), ...places]);
        const resolved = tree.resolve(code, date);
        if (resolved !== null) expect(tree.version(resolved, date)).toBeDefined();
        if (tree.version(code, date)) expect(resolved).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });
});
