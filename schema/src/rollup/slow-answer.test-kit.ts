import { Oracle, type OracleGroup } from './oracle.test-kit.js';
import type { PresentedRollup, PresentedRow } from './presented.js';
import type { Having, Question } from './question.js';
import { DISTRICT, type SmallWorld } from './small-world.test-kit.js';

/** A row without what `decided` says, which is a property of its own. */
interface Row {
  group: OracleGroup;
  place: string | null;
  depth: number;
  remainder: string | null;
  values: Value[];
}
type Value = { as: string; value: number | null; rank: number | null } & Record<string, unknown>;

/** What of an answer can be compared. */
export function plain({ rows, rowCount, hasMore, total }: PresentedRollup) {
  const show = ({ group, place, depth, remainder, values }: PresentedRow): Row => ({
    group,
    place,
    depth,
    remainder,
    values: values.map((given) => ({
      as: given.as,
      value: given.value,
      numerator: given.numerator,
      denominator: given.denominator,
      missing: given.missing,
      rank: given.rank,
      shareOfTotal: given.shareOfTotal,
      expected: given.coverage.expected,
      lost: given.coverage.missing.map(({ level, code, reason }) => `${level} ${code} ${reason}`).sort(),
    })),
  });
  return { rows: rows.map(show), rowCount, hasMore, total: show(total) };
}

/** The answer that a question has to have. */
export function slow(asked: Question, world: SmallWorld) {
  const oracle = new Oracle(asked, world);
  const total = rowOf(asked, oracle, [[]]);
  total.place = asked.scope;
  const groups = new Map<string, OracleGroup>();
  for (const group of asked.by.length > 0 ? oracle.groups() : []) {
    const depths = asked.subtotals ? group.map((_, i) => i + 1) : [group.length];
    for (const depth of depths) groups.set(JSON.stringify(group.slice(0, depth)), group.slice(0, depth));
  }
  const rows = [...groups.values()].map((group) => rowOf(asked, oracle, [group]));
  const shares = (list: Row[]): void => list.forEach((row) => share(row, total));
  rows.forEach((row) => rank(row, rows));
  shares([...rows, total]);
  const kept = rows
    .filter((row) => asked.having === null || holds(asked.having, row))
    .sort((a, b) => compare(a, b, asked));
  const shown = kept.slice(0, asked.first ?? kept.length);
  const rest = kept.slice(shown.length).filter((row) => row.depth === asked.by.length);
  const cut = asked.others ? rest.filter((row) => row.remainder === null) : [];
  const unallocated = asked.others ? rest.filter((row) => row.remainder !== null) : [];
  const others =
    cut.length > 0
      ? [
          rowOf(
            asked,
            oracle,
            cut.map((row) => row.group),
          ),
        ]
      : [];
  for (const row of others)
    Object.assign(row, {
      remainder: 'OTHERS',
      group: row.group.map(() => null),
      place: hasPlace(asked) ? asked.scope : null,
    });
  shares(others);
  return {
    rows: [...shown, ...others, ...unallocated],
    rowCount: kept.length,
    hasMore: shown.length < kept.length,
    total,
  };
}

function hasPlace({ by }: Question): boolean {
  return by.includes('street') || by.includes('committee');
}

function rowOf(asked: Question, oracle: Oracle, groups: readonly OracleGroup[]): Row {
  const group = groups[0] ?? [];
  const codes = group.filter((_, i) => asked.by[i] === 'street' || asked.by[i] === 'committee');
  const finer = codes.flatMap((code) => (code !== null && isPart(code, asked.scope) ? [code] : [])).sort();
  return {
    group,
    place: hasPlace(asked) ? (finer.at(-1) ?? asked.scope) : null,
    depth: group.length,
    remainder: codes.includes(null) ? 'UNALLOCATED' : null,
    values: asked.measures.map(({ of, as }) => {
      const applies = oracle.applies(of);
      const off = applies === 'NONE' || (applies === 'TOTAL_ONLY' && group.length > 0);
      const none = {
        value: null,
        numerator: null,
        denominator: null,
        missing: 'NOT_APPLICABLE',
        nodes: new Map<string, string | null>(),
      };
      const { value, numerator, denominator, missing, nodes } = off ? none : oracle.value(of, groups);
      const lost = [...nodes].flatMap(([node, reason]) => (reason === null ? [] : [`${node} ${reason}`])).sort();
      const rounded = value === null ? null : Number(value.toPrecision(12));
      return {
        as,
        value: rounded,
        numerator,
        denominator,
        missing,
        expected: nodes.size,
        lost,
        rank: null,
        shareOfTotal: null,
      };
    }),
  };
}

function isPart(code: string, scope: string): boolean {
  return scope === DISTRICT || code === scope || (scope.endsWith('000') && code.startsWith(scope.slice(0, 9)));
}

function rank(row: Row, rows: readonly Row[]): void {
  if (row.remainder !== null) return;
  row.values.forEach((value, i) => {
    const peers = rows.filter((peer) => peer.depth === row.depth && peer.remainder === null);
    const better = peers.filter((peer) => (peer.values[i]?.value ?? -Infinity) > (value.value ?? 0));
    value.rank = value.value === null ? null : 1 + better.length;
  });
}

function share(row: Row, total: Row): void {
  row.values.forEach((value, i) => {
    const whole = total.values[i]?.value ?? null;
    const adds = value['numerator'] === null && value['denominator'] === null;
    value['shareOfTotal'] = adds && value.value !== null && whole ? value.value / whole : null;
  });
}

function holds(having: Having, row: Row): boolean {
  if ('or' in having) return having.or.some((part) => holds(part, row));
  if ('and' in having) return having.and.every((part) => holds(part, row));
  const value = row.values.find(({ as }) => as === having.measure)?.value ?? null;
  return value !== null && (having.op === 'gte' ? value >= having.than : value < having.than);
}

/** By the keys asked for, nulls last and what is unallocated after all; then by group, a subtotal first. */
function compare(a: Row, b: Row, { orderBy, by }: Question): number {
  if (orderBy.length > 0 && (a.remainder === null) !== (b.remainder === null)) return a.remainder === null ? -1 : 1;
  for (const { by: key, direction } of orderBy) {
    const of = (row: Row) =>
      ('measure' in key
        ? row.values.find(({ as }) => as === key.measure)?.value
        : row.group[by.indexOf(key.dimension)]) ?? null;
    const [x, y] = [of(a), of(b)];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y === (direction === 'ASC') ? -1 : 1;
  }
  const text = (row: Row): string => row.group.map((value) => ` ${value ?? '~'}`).join('');
  return text(a) < text(b) ? -1 : 1;
}
