import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { oracle } from './testing/oracle.js';
import { randomOperations } from './testing/random-operation.js';
import { testGateway, testPlaceNames, testSubgraphs, testWorld } from './testing/test-gateway.js';

const limits = { aliases: 5_000, fields: 5_000, depth: 100 };
const { gateway } = testGateway({ limits });
const expected = oracle(gateway.schema, testSubgraphs, testWorld());
const queries = randomOperations(gateway.schema, {
  depth: 5,
  queriesOnly: true,
  clashing: ['id', 'code', 'name', 'headline', 'place'],
  known: {
    DivisionCode: ['"310105"', '"310105009"', '"310105001001"'],
    'place.code': ['"310105"', '"310105009"', '"310105001001"'],
    'places.codes': ['["310105009", "310105001001"]', '[]'],
    'district.code': ['"310105"'],
    'street.code': ['"310105001"', '"310105009"'],
    'activityTeams.under': ['"310105"', '"310105009"'],
    'activityTeams.first': ['1', '20'],
    // More would cost more than an operation may.
    'missing.first': ['1', '20'],
    'activityTeam.id': ['"310105001001-team-2"', '"none"'],
    'review.id': ['"r1"', '"r2"'],
  },
});
type Errors = readonly { readonly path?: readonly (string | number)[] }[] | undefined;

/**
 * Where errors left a null. Two answers may tell of different errors below one null: graphql-js stops at the first, and
 * a gateway cannot ask for the rest of an object that a subgraph gave as null.
 */
function nullsOf(data: unknown, errors: Errors = []): string[] {
  const nulls = errors.map(({ path = [] }) => {
    let value: unknown = data;
    let depth = 0;
    while (value != null && depth < path.length) value = (value as Record<string, unknown>)[path[depth++] ?? ''];
    return JSON.stringify(path.slice(0, depth));
  });
  return [...new Set(nulls)].toSorted();
}

test('random queries have the data of one plain schema, and errors for the same nulls', async () => {
  let planned = 0;
  await fc.assert(
    fc.asyncProperty(queries, async ({ query, variables }) => {
      const { body } = await gateway.execute({ query, variables });
      // The planner has no plan for a requirement of an entity within a fetch for the same type.
      if (body.errors?.some(({ extensions }) => extensions?.code === 'PLAN_UNSUPPORTED')) return;
      planned++;
      const answer = JSON.parse(JSON.stringify(expected(query, variables))) as { data: unknown; errors?: Errors };
      expect(JSON.parse(JSON.stringify(body.data ?? null))).toEqual(answer.data);
      expect(nullsOf(body.data, body.errors)).toEqual(nullsOf(answer.data, answer.errors));
    }),
    { numRuns: 300 },
  );
  expect(planned).toBeGreaterThan(250);
});

test('a silent level adds no error to any query, unless nothing is left of the answer', async () => {
  const { ask } = testGateway({ limits, silent: { street: 'TIMEOUT' }, places: testPlaceNames });
  await fc.assert(
    fc.asyncProperty(queries, async ({ query, variables }) => {
      const { data, errors = [] } = await ask(query, { ...variables });
      const codes = errors.map(({ extensions }) => extensions?.code);
      if (data !== null) expect(codes).not.toContain('LEVEL_SILENT');
    }),
    { numRuns: 150 },
  );
});
