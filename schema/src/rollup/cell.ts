import type { BasicMeasure } from '../measures/measure.js';
import { estimateDistinct, mergeSketches, SKETCH_SIZE, sketchOf } from './kmv.js';

/** A sum over kept records: an empty register is 0. */
export type SumCell = number;
/** Distinct keys, sorted; or, past SKETCH_SIZE of them, a sketch. Keys stay in memory, never stored or shown. */
export type DistinctCell = { readonly keys: readonly string[] } | { readonly sketch: readonly number[] };
/** A sum over observations, and the places that it comes from: none is not zero. */
export interface ObservedCell {
  readonly sum: number;
  readonly from: readonly string[];
}
/** What can be added without error. */
export type Cell = SumCell | DistinctCell | ObservedCell;

export type CellOp = BasicMeasure['basis']['op'];

export function emptyCell(op: CellOp): Cell {
  if (op === 'sum') return 0;
  return op === 'distinct' ? { keys: [] } : { sum: 0, from: [] };
}

/** Commutative and associative; `emptyCell` is neutral. */
export function addCells(a: Cell, b: Cell): Cell {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (isObserved(a) && isObserved(b)) return { sum: a.sum + b.sum, from: union(a.from, b.from) };
  if (isDistinct(a) && isDistinct(b)) return addDistinct(a, b);
  throw new TypeError('cells of different operations cannot be added');
}

export function isObserved(cell: Cell): cell is ObservedCell {
  return typeof cell === 'object' && 'from' in cell;
}

export function isDistinct(cell: Cell): cell is DistinctCell {
  return typeof cell === 'object' && ('keys' in cell || 'sketch' in cell);
}

/** The number that a cell stands for; null where nothing was observed. */
export function cellValue(cell: Cell): { value: number | null; approximate: boolean } {
  if (typeof cell === 'number') return { value: cell, approximate: false };
  if (isObserved(cell)) return { value: cell.from.length > 0 ? cell.sum : null, approximate: false };
  if ('keys' in cell) return { value: cell.keys.length, approximate: false };
  return { value: estimateDistinct(cell.sketch), approximate: true };
}

/** The cell of a set of keys, exact while it is small. */
export function distinctCell(keys: Iterable<string>): DistinctCell {
  const unique = [...new Set(keys)];
  return unique.length <= SKETCH_SIZE ? { keys: unique.sort() } : { sketch: sketchOf(unique) };
}

function addDistinct(a: DistinctCell, b: DistinctCell): DistinctCell {
  if ('keys' in a && 'keys' in b) return distinctCell([...a.keys, ...b.keys]);
  return { sketch: mergeSketches(asSketch(a), asSketch(b)) };
}

function asSketch(cell: DistinctCell): readonly number[] {
  return 'sketch' in cell ? cell.sketch : sketchOf(cell.keys);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])].sort();
}
