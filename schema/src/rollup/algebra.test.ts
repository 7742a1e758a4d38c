import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OneNXError } from '../errors/onenx-error.js';
import { addCells, cellValue, distinctCell, emptyCell, type Cell, type ObservedCell } from './cell.js';
import { estimateDistinct, SKETCH_SIZE, sketchOf } from './kmv.js';
import { asMerged, mergeParts, NO_PARTS, type MergedParts, type Part, type PartRow } from './part.js';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const GROUPS = [['x'], ['y'], [null]];

const observed = fc.record({
  sum: fc.integer({ min: 0, max: 1000 }),
  from: fc.subarray(['310105001001', '310105001002', '310105002001'], { minLength: 1 }),
});
const cells = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.subarray(KEYS).map(distinctCell), observed);
const row: fc.Arbitrary<PartRow> = fc.record({ group: fc.constantFrom(...GROUPS), cells });

/** Parts of nodes that do not overlap: one a street. */
const parts: fc.Arbitrary<Part[]> = fc
  .array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 6 })
  .map((lists) => lists.map((rows, i) => part(`310105${String(i + 1).padStart(3, '0')}`, rows)));

function part(codes: string, rows: readonly PartRow[]): Part {
  const asOf = '2026-11-22T00:00:00.000Z';
  return {
    contract: '1.0',
    node: codes,
    edition: '2023-06-30',
    codesAnswered: codes,
    asOf,
    state: 'COMPLETE',
    notSupported: [],
    rows,
  };
}

function mergeAll(list: readonly Part[]): MergedParts {
  return list.map(asMerged).reduce(mergeParts, NO_PARTS);
}

describe('parts', () => {
  test('merge to one answer in any order', () => {
    fc.assert(
      fc.property(
        parts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => expect(mergeAll(shuffled)).toEqual(mergeAll(list)),
      ),
    );
  });

  test('merge to one answer in any grouping', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (list, cut) => {
        const at = cut % (list.length + 1);
        expect(mergeParts(mergeAll(list.slice(0, at)), mergeAll(list.slice(at)))).toEqual(mergeAll(list));
      }),
    );
  });

  test('add up to what a slow walk over all rows finds', () => {
    fc.assert(
      fc.property(parts, (list) => {
        for (const { group, cells: merged } of mergeAll(list).rows) {
          const rows = list.flatMap((one) => one.rows).filter((one) => one.group[0] === group[0]);
          expect(merged[0]).toBe(rows.reduce((sum, one) => sum + (one.cells[0] as number), 0));
          const keys = new Set(rows.flatMap((one) => (one.cells[1] as { keys: string[] }).keys));
          expect(cellValue(merged[1] as Cell)).toEqual({ value: keys.size, approximate: false });
          const sources = new Set(rows.flatMap((one) => (one.cells[2] as ObservedCell).from));
          expect((merged[2] as ObservedCell).from).toEqual([...sources].sort());
        }
      }),
    );
  });

  test('of nodes that answered for one place are refused', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (list, pick) => {
        const again = list[pick % list.length] as Part;
        const inside = part(`${again.codesAnswered}007`, again.rows);
        for (const other of [again, inside, part('310105', [])]) {
          expect(() => mergeParts(mergeAll(list), asMerged(other))).toThrow(OneNXError);
        }
      }),
    );
  });

  test('of nodes that leave each other out are accepted', () => {
    const whole = asMerged(part('310105,-310105009', []));
    expect(mergeParts(whole, asMerged(part('310105009', []))).answered).toHaveLength(2);
  });
});

describe('distinct counts', () => {
  test('are exact up to the size of a sketch, over any split into nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 300 }).map(String)), { maxLength: 8 }), (lists) => {
        const merged = lists.map(distinctCell).reduce<Cell>(addCells, emptyCell('distinct'));
        expect(cellValue(merged)).toEqual({ value: new Set(lists.flat()).size, approximate: false });
      }),
    );
  });

  test('past it are near, say that they are approximate, and do not depend on the split', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `key-${i}`);
    const whole = distinctCell(keys);
    const halves = addCells(distinctCell(keys.slice(0, 25_000)), distinctCell(keys.slice(15_000)));
    const small = addCells(distinctCell(keys.slice(0, 100)), distinctCell(keys.slice(50)));
    expect(halves).toEqual(whole);
    expect(small).toEqual(whole);
    const { value, approximate } = cellValue(whole);
    expect(approximate).toBe(true);
    expect(Math.abs((value ?? 0) / keys.length - 1)).toBeLessThan(0.05);
  });

  test('of fewer keys than a sketch holds are counted exactly by it', () => {
    const keys = Array.from({ length: SKETCH_SIZE - 1 }, (_, i) => `key-${i}`);
    expect(estimateDistinct(sketchOf(keys))).toBe(keys.length);
  });
});

describe('cells', () => {
  test('of nothing observed have no value, of an empty register the value 0', () => {
    expect(cellValue(emptyCell('observed')).value).toBeNull();
    expect(cellValue(emptyCell('sum')).value).toBe(0);
    expect(cellValue(emptyCell('distinct')).value).toBe(0);
  });

  test('of different operations are not added', () => {
    expect(() => addCells(1, distinctCell(['a']))).toThrow(TypeError);
  });
});
