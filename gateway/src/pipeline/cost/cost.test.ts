import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { defaultLimits } from '../limits.js';
import { amountFor } from './amount.js';
import { compileCostCheck } from './check-cost.js';
import { compileCost } from './compile-cost.js';
import { operation, variables } from './random-cost.test-kit.js';
import { assumedSize, schema, slowCost, written } from './slow-cost.test-kit.js';

function costOf(text: string, given: Record<string, unknown> = {}): number {
  const { operation: asked, fragments } = written(text);
  return amountFor(compileCost(schema, asked, { fragments, assumedSize }).cost, given);
}

describe('the cost of an operation', () => {
  test.each([
    ['a scalar costs nothing', '{ __typename }', 0],
    ['an object costs 1, its scalars nothing', '{ place { name } }', 1],
    ['a list of scalars costs nothing', '{ place { tags } }', 1],
    ['a list of no stated size counts as the assumed one', '{ any { __typename } }', 10],
    ['lists within lists multiply', '{ any { ... on Place { parts(first: 3) { name } } } }', 10 * (1 + 3)],
    ['a size is of the nodes within', '{ place { teams(first: 5) { totalCount nodes { name } } } }', 1 + 1 + 5],
    ['and of the edges', '{ place { teams(last: 30) { edges { node { name } } } } }', 1 + 1 + 30 * 2],
    ['the schema’s own default', '{ place { teams { nodes { name } } } }', 1 + 1 + 15],
    ['a default that null takes away', '{ place { teams(first: null) { nodes { name } } } }', 1 + 1 + 20],
    ['an object beside the nodes is one', '{ place { teams(first: 5) { home { name } } } }', 3],
    ['as many as the arguments name', `{ places(codes: [${'"a",'.repeat(40)}]) { name } }`, 40 + 40],
    [
      'a roll-up by its measures and rows',
      '{ rollup(input: {measures: [{}, {}], by: ["a"], first: 7}) { rows { depth } } }',
      3 + 1 + 7,
    ],
    ['a skipped part', '{ place @skip(if: true) { name } }', 0],
    ['introspection', '{ __schema { types { name } } }', 1],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  test('is what a slow walk with the variables put in finds', () => {
    let dependent = 0;
    fc.assert(
      fc.property(operation, variables, (text, given) => {
        const asked = written(text);
        const { cost } = compileCost(schema, asked.operation, { fragments: asked.fragments, assumedSize });
        if (typeof cost === 'function') dependent++;
        expect(amountFor(cost, given)).toBe(slowCost(asked, given));
      }),
      { numRuns: 2_000 },
    );
    expect(dependent).toBeGreaterThan(300);
  });

  test('never falls when a larger page is asked for', () => {
    fc.assert(
      fc.property(operation, variables, fc.nat(50), fc.nat(50), (text, given, n, more) => {
        expect(costOf(text, { ...given, n: n + more })).toBeGreaterThanOrEqual(costOf(text, { ...given, n }));
      }),
      { numRuns: 500 },
    );
  });

  test('stays a number however deep the lists', () => {
    const deep = `${'{ parts(first: $n) '.repeat(200)}{ name }${' }'.repeat(200)}`;
    expect(costOf(`query ($n: Int) { place ${deep} }`, { n: 1000 })).toBe(Number.MAX_SAFE_INTEGER);
    expect(costOf(`query ($n: Int) { place { parts(first: 0) ${deep} } }`, { n: 1000 })).toBe(1);
  });
});

describe('the check', () => {
  const limits = { ...defaultLimits, pageSize: 50, cost: 100 };
  const check = (text: string) => {
    const { operation: asked, fragments } = written(text);
    return compileCostCheck(schema, { operation: asked, fragments, conditions: [] }, limits);
  };
  const refused = (run: () => void) => {
    try {
      run();
    } catch (error) {
      if (error instanceof Refusal) return error.errors.map(({ extensions: { code, params } }) => ({ code, params }));
      throw error;
    }
    return [];
  };
  const page = (found: number, argument = 'first') => [
    { code: 'PAGE_TOO_LARGE', params: { field: 'teams', argument, found, expected: 50 } },
  ];
  const query = 'query ($n: Int) { place { teams(first: $n) { nodes { name mentor { name } } } } }';

  test('refuses a page that no variable can make smaller before a request is run', () => {
    expect(refused(() => check('{ place { teams(last: 51) { totalCount } } }'))).toEqual(page(51, 'last'));
    expect(refused(() => check('{ place { teams(last: 50) { totalCount } } }')({}))).toEqual([]);
  });

  test('refuses a page by its variable, exactly past the limit', () => {
    const small = check('query ($n: Int) { place { teams(first: $n) { totalCount } } }');
    expect(refused(() => small({ n: 51 }))).toEqual(page(51));
    expect([{ n: 50 }, { n: null }, {}].flatMap((given) => refused(() => small(given)))).toEqual([]);
  });

  test('refuses a page within an input, as a literal and as a variable', () => {
    const inLiteral = '{ rollup(input: {first: 51}) { rows { depth } } }';
    const inVariable = check('query ($i: RollupInput) { rollup(input: $i) { rows { depth } } }');
    for (const run of [() => check(inLiteral), () => inVariable({ i: { first: 51 } })])
      expect(refused(run)).toEqual([
        { code: 'PAGE_TOO_LARGE', params: { field: 'rollup', argument: 'first', found: 51, expected: 50 } },
      ]);
    expect(refused(() => inVariable({ i: { first: 50 } }))).toEqual([]);
  });

  test('refuses a cost, exactly past the limit', () => {
    expect(refused(() => check(query)({ n: 49 }))).toEqual([]);
    expect(refused(() => check(query)({ n: 50 }))).toEqual([
      { code: 'OPERATION_COST', params: { found: 102, expected: 100 } },
    ]);
    expect(refused(() => check('{ any { ... on Place { parts { name } } } }'))).toEqual([
      { code: 'OPERATION_COST', params: { found: 210, expected: 100 } },
    ]);
  });
});
