import * as fc from 'fast-check';
import type { Having } from './question.js';
import { question } from './simulate.test-kit.js';
import { DISTRICT, MEASURES, PLACES, STREETS } from './small-world.test-kit.js';

const BY = [
  [],
  ['street'],
  ['committee'],
  ['street', 'committee'],
  ['committee', 'street'],
  ['topic'],
  ['street', 'topic'],
  ['topic', 'street'],
  ['quarter'],
  ['street', 'quarter'],
];
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
  const one = fc.record({
    measure: fc.constantFrom(...names),
    op: fc.constantFrom('gte' as const, 'lt' as const),
    than: fc.nat({ max: 3 }),
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    one,
    fc.tuple(one, one).map((or) => ({ or })),
  );
}

/** Questions of every shape over a small world. */
export const questions = fc
  .tuple(fc.subarray([...MEASURES], { minLength: 1, maxLength: 4 }), fc.constantFrom(...BY))
  .chain(([names, by]) => {
    const keys = [...names.map((measure) => ({ measure })), ...by.map((dimension) => ({ dimension }))];
    const order = fc.record({
      by: fc.constantFrom(...keys),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    });
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
