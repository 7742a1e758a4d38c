import { describe, expect, test } from '@jest/globals';
import { foldRows, type RawRow } from './fold.js';
import { Placement } from './placement.js';
import { catalogue, DISTRICT, tree } from './small-world.test-kit.js';

const MERGED = '310105002003';
const SPLIT = '310105003001';
const shape = { measures: ['teams'], where: null, from: null, to: null };

function fold(rows: readonly RawRow[], scopes: readonly string[], { by = ['committee'], at = '2024-06-30' } = {}) {
  const specs = scopes.map((scope) => ({ ...shape, scope, by, at }));
  const folded = foldRows(rows, specs, { catalogue, placement: new Placement(tree, at) });
  return folded.map((list) => list.map(({ group, cells }) => [...group, ...cells]));
}

function row(place: string, cell: number, topic: string | null = null): RawRow {
  return { place, values: { topic }, cells: [cell] };
}

describe('rows of stored places', () => {
  test('count in every scope that holds them, grouped by the places of the day', () => {
    const rows = [row('310105001001', 1), row('310105001000', 2), row(DISTRICT, 4)];
    expect(fold(rows, [DISTRICT, '310105001000', '310105001001', '310105002000'])).toEqual([
      [
        ['310105001001', 1],
        [null, 6],
      ],
      [
        ['310105001001', 1],
        [null, 2],
      ],
      [['310105001001', 1]],
      [],
    ]);
  });

  test('of a place that became another count there, and of one that was split in the street that held it', () => {
    const rows = [row(MERGED, 1), row('310105002004', 2), row(SPLIT, 4)];
    expect(fold(rows, [DISTRICT, '310105003000', '310105002005'])).toEqual([
      [
        ['310105002005', 3],
        [null, 4],
      ],
      [[null, 4]],
      [['310105002005', 3]],
    ]);
    expect(fold(rows, [DISTRICT], { at: '2019-12-31' })).toEqual([
      [
        [MERGED, 1],
        ['310105002004', 2],
        [SPLIT, 4],
      ],
    ]);
  });

  test('keep the values that are no places, the unknown one too, and are no rows where nothing was found', () => {
    const rows = [row(DISTRICT, 1, 'ART'), row('310105001000', 2, 'ART'), row(DISTRICT, 4), row(DISTRICT, 0, 'CARE')];
    expect(fold(rows, [DISTRICT], { by: ['topic'] })).toEqual([
      [
        ['ART', 3],
        [null, 4],
      ],
    ]);
  });

  test('of a place that the tree has never had stand in the nearest place that holds its digits', () => {
    expect(fold([row('310105001099', 1)], ['310105001000', '310106000000'])).toEqual([[[null, 1]], []]);
  });
});
