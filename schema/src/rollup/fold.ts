import type { DivisionCode } from '../division/division-code.js';
import type { Catalogue } from '../measures/catalogue.js';
import { addCells, cellValue, isObserved, type Cell } from './cell.js';
import { groupKey, type Group, type PartRow } from './part.js';
import type { Placement } from './placement.js';
import type { Spec } from './spec.js';

/** What a database gives for one stored place: the values of the dimensions that are not places, and a cell a measure. */
export interface RawRow {
  readonly place: DivisionCode;
  readonly values: Readonly<Record<string, string | null>>;
  readonly cells: readonly (Cell | null)[];
}

/** Folds the raw rows of specs that differ only in scope into the rows of each: one pass, whatever the number of scopes. */
export function foldRows(rows: readonly RawRow[], specs: readonly Spec[], context: FoldContext): PartRow[][] {
  const first = specs[0];
  if (first === undefined) return [];
  const groupOf = grouping(first, context);
  const folded = new Map<DivisionCode, Map<string, MutableRow>>(specs.map((spec) => [spec.scope, new Map()]));
  for (const row of rows) {
    if (row.cells.every(isEmpty)) continue;
    const group = groupOf(row);
    const key = groupKey(group);
    for (const scope of context.placement.lineage(row.place)) add(folded.get(scope), key, { group, cells: row.cells });
  }
  return specs.map((spec) => [...(folded.get(spec.scope)?.values() ?? [])]);
}

export interface FoldContext {
  readonly catalogue: Catalogue;
  readonly placement: Placement;
}

interface MutableRow {
  readonly group: Group;
  cells: readonly (Cell | null)[];
}

function grouping(spec: Spec, { catalogue, placement }: FoldContext): (row: RawRow) => Group {
  const dimensions = spec.by.map((code) => catalogue.dimension(code));
  return (row) =>
    dimensions.map((dimension) =>
      dimension.kind === 'PLACE'
        ? placement.ancestorAt(row.place, dimension.level)
        : (row.values[dimension.code] ?? null),
    );
}

function add(rows: Map<string, MutableRow> | undefined, key: string, row: PartRow): void {
  if (rows === undefined) return;
  const known = rows.get(key);
  if (known === undefined) rows.set(key, { ...row });
  else known.cells = known.cells.map((cell, i) => plus(cell, row.cells[i] ?? null));
}

function plus(a: Cell | null, b: Cell | null): Cell | null {
  if (a === null) return b;
  return b === null ? a : addCells(a, b);
}

/** A group in which nothing was found is no row: an observed 0 is found, a count of 0 is not. */
function isEmpty(cell: Cell | null): boolean {
  if (cell === null) return true;
  return isObserved(cell) ? cell.from.length === 0 : cellValue(cell).value === 0;
}
