import type { Group } from './part.js';
import type { PresentedRollup, PresentedRow, PresentedValue } from './presented.js';
import type { Having, Order, Question } from './question.js';

interface Arrangement {
  readonly question: Question;
  readonly rows: readonly PresentedRow[];
  readonly total: PresentedRow;
  /** One row for several groups, made from their parts. */
  readonly merge: (groups: readonly Group[]) => PresentedRow;
}

/** Ranks, filters, orders and cuts the rows; marks what a missing node could change. */
export function arrange({ question, rows, total, merge }: Arrangement): PresentedRollup {
  rankRows(rows, total);
  shareAll([total], total);
  const { kept, dropped } = split(rows, question.having);
  for (const row of kept) row.decided = isDecided(row, question, total);
  const undetermined =
    kept.filter((row) => !row.decided).length + dropped.filter((row) => !isComplete(row, question)).length;
  const ordered = kept.sort(comparator(question));
  const shown = question.first === null ? ordered : ordered.slice(0, question.first);
  const rest = ordered.slice(shown.length).filter((row) => row.depth === question.by.length);
  const remainders = question.others ? remaindersOf(rest, merge) : [];
  shareAll(remainders, total);
  return {
    rows: [...shown, ...remainders],
    rowCount: ordered.length,
    undetermined,
    hasMore: shown.length < ordered.length,
    total,
  };
}

/** The rows that were cut, as one; what is allocated to no member stays by itself, since it is none of the others. */
function remaindersOf(rest: readonly PresentedRow[], merge: Arrangement['merge']): PresentedRow[] {
  const unallocated = rest.filter((row) => row.remainder !== null);
  const cut = rest.filter((row) => row.remainder === null);
  if (cut.length === 0) return unallocated;
  const others = merge(cut.map((row) => row.group));
  others.decided = cut.every((one) => one.decided);
  return [others, ...unallocated];
}

function rankRows(rows: readonly PresentedRow[], total: PresentedRow): void {
  const depths = new Set(rows.map((row) => row.depth));
  for (const depth of depths) {
    const peers = rows.filter((row) => row.depth === depth && row.remainder === null);
    total.values.forEach((_, column) => rankColumn(peers, column));
  }
  shareAll(rows, total);
}

/** 1 for the greatest; equals share a rank, and the next one counts them all. */
function rankColumn(rows: readonly PresentedRow[], column: number): void {
  const values = rows.flatMap((row) => row.values[column] ?? []).filter((value) => value.value !== null);
  values.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  values.forEach((value, i) => {
    const before = values[i - 1];
    value.rank = before !== undefined && before.value === value.value ? before.rank : i + 1;
  });
}

function shareAll(rows: readonly PresentedRow[], total: PresentedRow): void {
  for (const row of rows) {
    row.values.forEach((value, column) => {
      const whole = total.values[column]?.value ?? null;
      const adds = value.numerator === null && value.denominator === null && !value.approximate;
      value.shareOfTotal = adds && value.value !== null && whole !== null && whole !== 0 ? value.value / whole : null;
    });
  }
}

function split(
  rows: readonly PresentedRow[],
  having: Having | null,
): { kept: PresentedRow[]; dropped: PresentedRow[] } {
  if (having === null) return { kept: [...rows], dropped: [] };
  const kept = rows.filter((row) => holds(having, row));
  return { kept, dropped: rows.filter((row) => !kept.includes(row)) };
}

function holds(having: Having, row: PresentedRow): boolean {
  if ('and' in having) return having.and.every((part) => holds(part, row));
  if ('or' in having) return having.or.some((part) => holds(part, row));
  const value = valueOf(row, having.measure)?.value ?? null;
  if (value === null) return false;
  const { op, than } = having;
  if (op === 'eq') return value === than;
  if (op === 'lt') return value < than;
  if (op === 'lte') return value <= than;
  return op === 'gt' ? value > than : value >= than;
}

function valueOf(row: PresentedRow, as: string): PresentedValue | undefined {
  return row.values.find((value) => value.as === as);
}

/** A row is decided when no missing node could take it in or out: by `having`, or by its place among the first. */
function isDecided(row: PresentedRow, question: Question, total: PresentedRow): boolean {
  if (!isComplete(row, question)) return false;
  return question.first === null || total.coverage.complete || isAhead(row, question, total);
}

/**
 * A missing node may bring a row that nobody has seen yet and push another out of the first. Where all that orders and
 * filters is complete in the whole, such a row has nothing of it, and comes after every row that has something.
 */
function isAhead(row: PresentedRow, { orderBy, having }: Question, total: PresentedRow): boolean {
  const [order] = orderBy;
  if (order === undefined || !('measure' in order.by) || order.direction !== 'DESC') return false;
  const ordering = orderBy.flatMap(({ by }) => ('measure' in by ? [by.measure] : []));
  const deciding = [...ordering, ...(having === null ? [] : measuresIn(having))];
  const coverages = deciding.map((as) => valueOf(total, as)?.coverage);
  // What stands on no node counts places: a row that nobody has seen may have any number of them.
  const known = coverages.every((coverage) => coverage !== undefined && coverage.complete && coverage.expected > 0);
  return known && (valueOf(row, order.by.measure)?.value ?? 0) > 0;
}

function isComplete(row: PresentedRow, { having }: Question): boolean {
  return having === null || measuresIn(having).every((as) => valueOf(row, as)?.coverage.complete ?? true);
}

export function measuresIn(having: Having): readonly string[] {
  if ('and' in having) return having.and.flatMap(measuresIn);
  if ('or' in having) return having.or.flatMap(measuresIn);
  return [having.measure];
}

function comparator(question: Question): (a: PresentedRow, b: PresentedRow) => number {
  return (a, b) => {
    // What is allocated to no member has no rank: it comes after all that have one.
    const remainders = question.orderBy.length > 0 ? Number(a.remainder !== null) - Number(b.remainder !== null) : 0;
    if (remainders !== 0) return remainders;
    for (const order of question.orderBy) {
      const compared = compareBy(order, question, [a, b]);
      if (compared !== 0) return compared;
    }
    return compareGroups(a.group, b.group);
  };
}

/** Nulls last in either direction. */
function compareBy(order: Order, question: Question, [a, b]: readonly [PresentedRow, PresentedRow]): number {
  const key = (row: PresentedRow): string | number | null => {
    if ('measure' in order.by) return valueOf(row, order.by.measure)?.value ?? null;
    return row.group[question.by.indexOf(order.by.dimension)] ?? null;
  };
  const x = key(a);
  const y = key(b);
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  const ascending = x < y ? -1 : 1;
  return order.direction === 'ASC' ? ascending : -ascending;
}

/** By the codes of each dimension in turn; a subtotal before its rows, what has no value last. */
function compareGroups(a: Group, b: Group): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i];
    const y = b[i];
    if (x === y) continue;
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === null) return 1;
    return y === null || x < y ? -1 : 1;
  }
  return 0;
}
