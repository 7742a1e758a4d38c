import { overlap, parseCodeSet, type CodeSet } from '../division/code-set.js';
import { OneNXError } from '../errors/onenx-error.js';
import type { MeasureName } from '../measures/measure.js';
import { addCells, type Cell } from './cell.js';

/** The value of each dimension of `by`; null: not known (of a place: in this one, in which of its parts is not known). */
export type Group = readonly (string | null)[];

export interface PartRow {
  readonly group: Group;
  /** One cell a measure of the spec, in its order; null where the node does not know the measure. */
  readonly cells: readonly (Cell | null)[];
}

/** What an endpoint answers to one spec. */
export interface Part {
  readonly contract: string;
  /** The division code of the node, or of the place that holds all the nodes of an endpoint. */
  readonly node: string;
  /** The edition of the tree in which the rows were grouped. */
  readonly edition: string;
  /** The places answered for, as a code set: `310105,-310105009`. */
  readonly codesAnswered: string;
  /** When the rows were read, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly state: 'COMPLETE';
  readonly notSupported: readonly MeasureName[];
  readonly rows: readonly PartRow[];
}

/** Parts of one spec put together; the result can be merged again, in any order and grouping. */
export interface MergedParts {
  readonly answered: readonly { readonly codes: string; readonly asOf: string; readonly edition: string }[];
  readonly notSupported: readonly MeasureName[];
  readonly rows: readonly PartRow[];
}

export const NO_PARTS: MergedParts = { answered: [], notSupported: [], rows: [] };

export function asMerged(part: Part): MergedParts {
  const { codesAnswered, asOf, edition, notSupported, rows } = part;
  return { answered: [{ codes: codesAnswered, asOf, edition }], notSupported, rows: addRows(rows) };
}

/** @throws OVERLAPPING_OWNERS when both answered for one place: its records would count twice. */
export function mergeParts(a: MergedParts, b: MergedParts): MergedParts {
  refuseOverlap(a, b);
  return {
    answered: [...a.answered, ...b.answered].sort((x, y) => (x.codes < y.codes ? -1 : 1)),
    notSupported: [...new Set([...a.notSupported, ...b.notSupported])].sort(),
    rows: addRows([...a.rows, ...b.rows]),
  };
}

/** Rows of one group become one; groups come out in a fixed order. */
export function addRows(rows: readonly PartRow[]): PartRow[] {
  const byGroup = new Map<string, PartRow>();
  for (const row of rows) {
    const key = groupKey(row.group);
    const known = byGroup.get(key);
    byGroup.set(
      key,
      known ? { group: row.group, cells: known.cells.map((cell, i) => addOptional(cell, row.cells[i])) } : row,
    );
  }
  return [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export function groupKey(group: Group): string {
  return JSON.stringify(group);
}

function addOptional(a: Cell | null, b: Cell | null | undefined): Cell | null {
  if (a === null) return b ?? null;
  return b === null || b === undefined ? a : addCells(a, b);
}

function refuseOverlap(a: MergedParts, b: MergedParts): void {
  const sets = (merged: MergedParts): CodeSet[] => merged.answered.map(({ codes }) => parseCodeSet(codes));
  for (const mine of sets(a)) {
    for (const theirs of sets(b)) {
      const found = overlap(mine, theirs);
      if (found !== null) throw new OneNXError('OVERLAPPING_OWNERS', { found });
    }
  }
}
