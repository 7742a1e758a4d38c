import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Oracle, type OracleGroup } from './oracle.test-kit.js';
import type { PresentedRollup, PresentedRow } from './presented.js';
import type { Having, Question } from './question.js';
import { answer, question } from './simulate.test-kit.js';
import { catalogue, COMMITTEES, DISTRICT, MEASURES, PLACES, STREETS, worlds, type SmallWorld } from './small-world.test-kit.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const settings = { seed: SEED, numRuns: Number(process.env['RUNS'] ?? 400) };
process.stdout.write(`seed of the roll-ups: ${SEED}\n`);

const BY = [[], ['street'], ['committee'], ['street', 'committee'], ['committee', 'street'], ['topic'], ['street', 'topic'], ['topic', 'street'], ['quarter'], ['street', 'quarter']];
const leaf = fc.oneof(
  fc.record({ dimension: fc.constant('topic'), in: fc.subarray(['ART', 'CARE']) }),
  fc.record({ dimension: fc.constant('street'), in: fc.subarray([...STREETS]) }),
  fc.record({ dimension: fc.constantFrom('topic', 'street', 'committee'), isNull: fc.boolean() }),
);
const where = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  leaf,
  leaf.map((not) => ({ not })),
  fc.array(leaf, { maxLength: 2 }).map((and) => ({ and })),
);

function havings(names: readonly string[]): fc.Arbitrary<Having | null> {
  const one = fc.record({ measure: fc.constantFrom(...names), op: fc.constantFrom('gte' as const, 'lt' as const), than: fc.nat({ max: 3 }) });
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, one, fc.tuple(one, one).map((or) => ({ or })));
}

const questions = fc
  .tuple(fc.subarray([...MEASURES], { minLength: 1, maxLength: 4 }), fc.constantFrom(...BY))
  .chain(([names, by]) => {
    const keys = [...names.map((measure) => ({ measure })), ...by.map((dimension) => ({ dimension }))];
    const order = fc.record({ by: fc.constantFrom(...keys), direction: fc.constantFrom('ASC' as const, 'DESC' as const) });
    return fc.record({
      names: fc.constant(names),
      by: fc.constant(by),
      scope: fc.oneof(fc.constant(DISTRICT), fc.constantFrom(...PLACES)),
      where,
      subtotals: fc.boolean(),
      members: fc.constantFrom('ALL' as const, 'WITH_DATA' as const),
      having: havings(names),
      orderBy: fc.array(order, { maxLength: 2 }),
      first: fc.option(fc.nat({ max: 4 })),
      others: fc.boolean(),
    });
  })
  .map(({ names, ...change }) => question(names, change));

describe('a presented roll-up', () => {
  test('equals what a slow walk over all records finds', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        expect(plain(answer(asked, world))).toEqual(slow(asked, world));
      }),
      settings,
    );
  });

  test('of any place equals the same question asked of that place alone', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        const whole = answer({ ...asked, subtotals: true, having: null, first: null }, world);
        for (const row of whole.rows.filter(({ group }) => group.every((value) => value !== null))) {
          if (row.place === null || asked.by.slice(0, row.depth).some((code) => code !== 'street' && code !== 'committee')) continue;
          const alone = answer({ ...asked, scope: row.place, by: [] }, world).total.values;
          const applied = row.values.flatMap((value, i) => (value.missing === 'NOT_APPLICABLE' ? [] : [i]));
          for (const i of applied) expect({ ...row.values[i], rank: null, shareOfTotal: null }).toEqual({ ...alone[i], shareOfTotal: null });
        }
      }),
      settings,
    );
  });

  test('has a row for everything that adds up to its total', () => {
    const additive = ['bodies', 'teams', 'teams.members', 'teams.new', 'everyone'];
    fc.assert(
      fc.property(questions, worlds, fc.subarray(additive, { minLength: 1 }), (asked, world, names) => {
        fc.pre(asked.by.length > 0 && (!asked.by.includes('quarter') || names.join() === 'teams.new'));
        const { measures } = question(names);
        const { rows, total } = answer({ ...asked, measures, subtotals: false, having: null, orderBy: [], others: true }, world);
        total.values.forEach(({ value, missing }, i) => {
          if (missing !== null || rows.some((row) => row.values[i]?.missing === 'NOT_APPLICABLE')) return;
          expect(rows.reduce((sum, row) => sum + (row.values[i]?.value ?? 0), 0)).toBe(value);
        });
      }),
      settings,
    );
  });

  test('decides nothing that the nodes which are missing could change', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        const partial = answer(asked, world);
        const whole = answer(asked, { ...world, silent: {} });
        const shown = new Set(whole.rows.map((row) => JSON.stringify([row.group, row.remainder])));
        const decided = partial.rows.filter((row) => row.decided && row.remainder !== 'OTHERS');
        for (const row of decided) expect(shown).toContain(JSON.stringify([row.group, row.remainder]));
        if (Object.keys(world.silent).length > 0 || asked.measures.some(({ of }) => ['yes', 'asked', 'rate'].includes(of))) return;
        expect([whole.undetermined, whole.rows.every((row) => row.decided)]).toEqual([0, true]);
      }),
      settings,
    );
  });
});

interface Row {
  group: OracleGroup;
  place: string | null;
  depth: number;
  remainder: string | null;
  values: Value[];
}
type Value = { as: string; value: number | null; rank: number | null } & Record<string, unknown>;

/** An answer without what `decided` says, which is a property of its own. */
function plain({ rows, rowCount, hasMore, total }: PresentedRollup) {
  const show = ({ group, place, depth, remainder, values }: PresentedRow): Row => ({
    group,
    place,
    depth,
    remainder,
    values: values.map(({ coverage, measure: _, unit: __, approximate: ___, ...value }) => ({
      ...value,
      expected: coverage.expected,
      lost: coverage.missing.map(({ level, code, reason }) => `${level} ${code} ${reason}`).sort(),
    })),
  });
  return { rows: rows.map(show), rowCount, hasMore, total: show(total) };
}

function slow(asked: Question, world: SmallWorld) {
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
  const kept = rows.filter((row) => asked.having === null || holds(asked.having, row)).sort((a, b) => compare(a, b, asked));
  const shown = kept.slice(0, asked.first ?? kept.length);
  const rest = kept.slice(shown.length).filter((row) => row.depth === asked.by.length);
  const cut = asked.others ? rest.filter((row) => row.remainder === null) : [];
  const unallocated = asked.others ? rest.filter((row) => row.remainder !== null) : [];
  const others = cut.length > 0 ? [rowOf(asked, oracle, cut.map((row) => row.group))] : [];
  for (const row of others) Object.assign(row, { remainder: 'OTHERS', group: row.group.map(() => null), place: hasPlace(asked) ? asked.scope : null });
  shares(others);
  return { rows: [...shown, ...others, ...unallocated], rowCount: kept.length, hasMore: shown.length < kept.length, total };
}

function hasPlace({ by }: Question): boolean {
  return by.includes('street') || by.includes('committee');
}

function rowOf(asked: Question, oracle: Oracle, groups: readonly OracleGroup[]): Row {
  const group = groups[0] ?? [];
  const codes = group.filter((_, i) => asked.by[i] === 'street' || asked.by[i] === 'committee');
  const finer = codes.filter((code) => code !== null && isPart(code, asked.scope)).sort();
  return {
    group,
    place: hasPlace(asked) ? (finer.at(-1) ?? asked.scope) : null,
    depth: group.length,
    remainder: codes.includes(null) ? 'UNALLOCATED' : null,
    values: asked.measures.map(({ of, as }) => {
      const applies = oracle.applies(of);
      const off = applies === 'NONE' || (applies === 'TOTAL_ONLY' && group.length > 0);
      const none = { value: null, numerator: null, denominator: null, missing: 'NOT_APPLICABLE', nodes: new Map<string, string | null>() };
      const { value, numerator, denominator, missing, nodes } = off ? none : oracle.value(of, groups);
      const lost = [...nodes].flatMap(([node, reason]) => (reason === null ? [] : [`${node} ${reason}`])).sort();
      const rounded = value === null ? null : Number(value.toPrecision(12));
      return { as, value: rounded, numerator, denominator, missing, expected: nodes.size, lost, rank: null, shareOfTotal: null };
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
    const of = (row: Row) => ('measure' in key ? row.values.find(({ as }) => as === key.measure)?.value : row.group[by.indexOf(key.dimension)]) ?? null;
    const [x, y] = [of(a), of(b)];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y === (direction === 'ASC') ? -1 : 1;
  }
  const text = (row: Row): string => row.group.map((value) => ` ${value ?? '~'}`).join('');
  return text(a) < text(b) ? -1 : 1;
}
export { catalogue, COMMITTEES };
