import type { Divisions, PlaceLevel } from './divisions.js';
import { cell } from './sample-files.js';
import type { Fact } from './facts.js';

export type Group = readonly (string | null)[];

/** A value of an answer, as far as files can tell it. */
export interface Cell {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: string | null;
}

/** A value beside the others of its measure. */
export interface PlacedCell extends Cell {
  readonly rank: number | null;
  readonly shareOfTotal: number | null;
}

export interface TableRow {
  readonly group: Group;
  readonly depth: number;
  readonly place: string | null;
  readonly remainder: 'UNALLOCATED' | 'OTHERS' | null;
  readonly values: Readonly<Record<string, PlacedCell>>;
}

/** The places and facts of one group of the table, or of a prefix of one. */
export interface Slice {
  /** The facts that lie in it. */
  of(facts: readonly Fact[]): readonly Fact[];
  /** The places of a level that are part of it. */
  places(level: PlaceLevel): readonly string[];
}

export type Measure = (slice: Slice) => Cell;

export interface TableOptions {
  readonly divisions: Divisions;
  readonly scope: string;
  /** Place levels, or columns of the files. */
  readonly by: readonly string[];
  readonly measures: Readonly<Record<string, Measure>>;
  /** All facts of which a group makes a row. */
  readonly facts: readonly Fact[];
  readonly subtotals?: boolean;
  /** Groups that have a row though nothing was counted in them. */
  readonly members?: readonly Group[];
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly total: TableRow;
}

const LEVELS: readonly string[] = ['district', 'street', 'committee'];

/** The slow and obvious way: each row goes through all facts again. Rows by their groups, what has no value last. */
export function table(options: TableOptions): Table {
  const groups = [...(options.members ?? []), ...options.facts.filter(inScope(options)).map(groupOf(options))];
  const prefixes = groups.flatMap((group) => group.map((_, i) => group.slice(0, i + 1)));
  const shown = options.by.length === 0 ? [] : unique(options.subtotals ? prefixes : groups);
  const rows = shown.sort(byGroup).map((group) => rowOf(group, options));
  const total = rowOf([], options);
  return { rows: rows.map((row) => shared(ranked(row, rows), total)), total: shared(total, total) };
}

/** The rows in another order; those that are equal in it stay as they were. */
export function sortedBy(rows: readonly TableRow[], key: (row: TableRow) => number): TableRow[] {
  return rows.toSorted((a, b) => key(a) - key(b));
}

function inScope({ divisions, scope }: TableOptions): (fact: Fact) => boolean {
  return (fact) => divisions.holds(scope, fact.place);
}

function groupOf({ divisions, by }: TableOptions): (fact: Fact) => Group {
  return ({ place, row }) =>
    by.map((dimension) => {
      if (LEVELS.includes(dimension)) return divisions.placeOf(place, dimension as PlaceLevel);
      return cell(row, dimension) === '' ? null : cell(row, dimension);
    });
}

function rowOf(group: Group, options: TableOptions): TableRow {
  const places = group.filter((_, i) => LEVELS.includes(options.by[i] ?? ''));
  const place = places.findLast((code) => code !== null) ?? options.scope;
  const isUnallocated = places.includes(null);
  const slice: Slice = {
    of: (facts) => facts.filter((fact) => inScope(options)(fact) && startsWith(groupOf(options)(fact), group)),
    places: (level) => (isUnallocated ? [] : options.divisions.under(place, level)),
  };
  const values = mapValues(options.measures, (measure) => ({ ...measure(slice), rank: null, shareOfTotal: null }));
  return {
    group,
    depth: group.length,
    place: group.length > 0 && !options.by.some((dimension) => LEVELS.includes(dimension)) ? null : place,
    remainder: isUnallocated ? 'UNALLOCATED' : null,
    values,
  };
}

/** 1 for the greatest of the rows of its depth; UNALLOCATED is in no competition. */
function ranked(row: TableRow, rows: readonly TableRow[]): TableRow {
  const peers = rows.filter((one) => one.depth === row.depth && one.remainder === null);
  const values = mapValues(row.values, (own, name) => {
    const { value } = own;
    if (row.remainder !== null || value === null) return own;
    const greater = peers.filter((peer) => (peer.values[name]?.value ?? -Infinity) > value);
    return { ...own, rank: greater.length + 1 };
  });
  return { ...row, values };
}

/** What part of the whole it is; of a ratio there is no such part. */
export function shared(row: TableRow, total: TableRow): TableRow {
  const values = mapValues(row.values, (own, name) => {
    const whole = total.values[name]?.value ?? 0;
    const isPart = own.denominator === null && own.numerator === null && own.value !== null && whole !== 0;
    return { ...own, shareOfTotal: isPart ? (own.value ?? 0) / whole : null };
  });
  return { ...row, values };
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
}

function unique(groups: readonly Group[]): Group[] {
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

function startsWith(group: Group, prefix: Group): boolean {
  return prefix.every((value, i) => group[i] === value);
}

function byGroup(a: Group, b: Group): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === null) return 1;
    return y === null || x < y ? -1 : 1;
  }
  return 0;
}
