import * as fc from 'fast-check';
import type { DimensionFilter, Spec } from '@onenx/schema';
import { topic } from './part-kinds.js';
import type { RandomTree } from './random-tree.js';
import type { Values } from './store.js';

const FLOWS = ['signed', 'amount', 'weighted', 'heads', 'closed', 'keysSigned'];
const CASES = [...FLOWS, 'count', 'members', 'notArt', 'begun', 'keys'];
const VISITS = ['visits.done', 'visits.all'];
const OBSERVED = [...VISITS, 'beds.private', 'beds.all'];
const PLACES = ['district', 'street', 'committee'];
const TIMES = ['year', 'quarter', 'month'];
const FIELDS = ['topic', 'unit', 'tier'];
const UNITS = ['民政局', '党工委', "O'Hara", '𠮷', 'é'];

/** Measures that can be asked together, and the dimensions that all of them answer. */
const SUBJECTS = [
  { measures: CASES, dimensions: [...PLACES, ...FIELDS] },
  { measures: FLOWS, dimensions: [...PLACES, ...FIELDS, ...TIMES] },
  { measures: [...CASES, ...OBSERVED], dimensions: PLACES },
  { measures: OBSERVED, dimensions: PLACES },
  { measures: VISITS, dimensions: [...PLACES, ...TIMES] },
];

const day = fc
  .date({ min: new Date('2018-06-01'), max: new Date('2021-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function members(code: string, { codes }: RandomTree): readonly string[] {
  if (PLACES.includes(code)) return codes;
  if (code === 'topic') return topic.codes;
  if (code === 'unit') return UNITS;
  if (code === 'tier') return ['ACTIVITY_GROUP', 'REGISTERED'];
  return { year: ['2019', '2020'], quarter: ['2019-Q1', '2020-Q4'], month: ['2019-12', '2020-01'] }[code] ?? [];
}

function filters(dimensions: readonly string[], trees: RandomTree): fc.Arbitrary<DimensionFilter | null> {
  const leaf = fc
    .constantFrom(...dimensions)
    .chain((dimension) =>
      fc.oneof(
        fc.record({ dimension: fc.constant(dimension), in: fc.subarray([...members(dimension, trees)]) }),
        fc.record({ dimension: fc.constant(dimension), isNull: fc.boolean() }),
      ),
    );
  const { filter } = fc.letrec<{ filter: DimensionFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.record({ not: tie('filter') }),
      fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    ),
  }));
  return fc.option(filter, { freq: 2 });
}

/** Specs of every shape over a tree. */
export function specs(trees: RandomTree): fc.Arbitrary<Spec> {
  return fc.constantFrom(...SUBJECTS).chain(({ measures, dimensions }) =>
    fc
      .record({
        scope: fc.oneof(fc.constant('310105000000'), fc.constantFrom(...trees.codes)),
        measures: fc.shuffledSubarray(measures, { minLength: 1, maxLength: Math.min(5, measures.length) }),
        by: fc.shuffledSubarray(dimensions, { maxLength: 3 }),
        where: filters(dimensions, trees),
        at: day,
        days: fc.tuple(day, day),
      })
      .map(({ days, ...spec }) => ({
        ...spec,
        from: days[0] < days[1] ? days[0] : days[1],
        to: days[0] < days[1] ? days[1] : days[0],
      })),
  );
}

const state = fc.constantFrom('APPROVED_STREET', 'LOCKED', 'SUBMITTED', 'DRAFT', 'WITHDRAWN');
/** Quarters add up without error in any order. */
const quarters = fc.nat({ max: 4000 }).map((n) => n / 4);

export function cases({ codes }: RandomTree): fc.Arbitrary<Values[]> {
  const one = fc.record({
    place: fc.constantFrom(...codes),
    state,
    topic: fc.option(fc.constantFrom(...topic.codes), { freq: 3 }),
    unit: fc.option(fc.constantFrom(...UNITS), { freq: 3 }),
    open: fc.boolean(),
    members: fc.option(fc.oneof(fc.nat({ max: 3 }), fc.constant(90_000)), { freq: 3 }),
    score: fc.option(quarters, { freq: 4 }),
    amount: fc.option(fc.oneof(fc.nat({ max: 10 }), fc.constant(2_380_900_000)), { freq: 4 }),
    uscc: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { freq: 4 }),
    begunAt: day,
    endedAt: fc.option(day, { freq: 2 }),
    signedAt: fc.option(day, { freq: 4 }),
  });
  return fc
    .array(one, { maxLength: 60 })
    .map((list) => list.map((values, i) => ({ id: `c${i}`, number: `${i}`, ...values })));
}

export function observations({ codes }: RandomTree): fc.Arbitrary<Values[]> {
  const one = fc.record({
    place: fc.constantFrom(...codes),
    state,
    measure: fc.constantFrom('beds', 'visits'),
    days: fc.tuple(day, fc.nat({ max: 120 })),
    numerator: fc.option(quarters, { freq: 3 }),
    denominator: fc.option(quarters, { freq: 3 }),
  });
  // Dense enough that a place and its successor both have some: by default fast-check keeps lists short.
  return fc.array(one, { maxLength: 60, size: 'max' }).map((list) =>
    list.map(({ days: [from, length], ...values }, i) => {
      const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
      return { id: `o${i}`, periodFrom: from, periodTo: to, ...values };
    }),
  );
}
