import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { generateProjection } from './generate-projection.js';
import { compileTracedProjection } from './traced-projection.js';
import { TypeConditions } from './type-conditions.js';

const schema = buildSchema(`
  type Query { item: Item  items: [Item!]  things: [Thing]!  id: ID  level: Level  grid: [[Int!]] }
  interface Thing { name: String }
  type Item implements Thing { name: String  must: Int!  next: Item  things: [Thing!] }
  type Other implements Thing { name: String  level: Level! }
  enum Level { STREET }
`);
const root = schema.getQueryType();
if (root == null) throw new Error('no query type');

function both(query: string) {
  const { selectionSet } = parse(query).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const scope = { fragments: new Map(), types: new TypeConditions(schema), variables: {} };
  return {
    generated: generateProjection(root as NonNullable<typeof root>, selectionSet, scope),
    traced: compileTracedProjection(root as NonNullable<typeof root>, selectionSet, scope),
  };
}

const query = `{
  id level grid constructor: id
  item { name must __proto__: name next { must toString: name } things { name } }
  items { must }
  things { __typename name ... on Item { must things { name ... on Other { level } } } ... on Other { level } }
}`;

/** Values of the right kind mostly: answers of services, with an odd one among them. */
const { record } = fc.letrec<{ record: Record<string, unknown>; value: unknown }>((tie) => ({
  record: fc.record({
    __typename: fc.constantFrom('Item', 'Item', 'Other', 'Thing', 'Hidden', undefined),
    name: fc.constantFrom('x', 'y', null, undefined),
    _client___proto__: fc.constantFrom('x', null),
    _client_constructor: fc.constantFrom(1, 'x', undefined),
    must: fc.constantFrom(1, 2, 3, 4, 5, 6, null),
    id: fc.constantFrom(7, '7', null),
    level: fc.constantFrom('STREET', 'STREET', 'STREET', 'SECRET'),
    grid: fc.constantFrom([[1], [2, 3]], null, [[1, null]], [null]),
    item: fc.oneof({ depthSize: 'small' }, fc.constant(null), tie('record')),
    next: fc.oneof({ depthSize: 'small' }, fc.constant(null), tie('record')),
    items: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.array(tie('record'), { maxLength: 2 })),
    things: fc.oneof(
      { depthSize: 'small' },
      fc.constant([]),
      fc.array(tie('record'), { maxLength: 2 }),
      fc.constant('odd'),
    ),
  }),
  value: fc.constant(null),
}));

describe('generated code', () => {
  test('answers as the traced projection does, and gives up exactly where that finds a violation', () => {
    const { generated, traced } = both(query);
    const seen = { whole: 0, broken: 0 };
    fc.assert(
      fc.property(record, (gathered) => {
        const expected = traced(gathered);
        const found = generated(gathered);
        seen[found === undefined ? 'broken' : 'whole']++;
        if (expected.violations.length > 0) expect(found).toBeUndefined();
        else expect(JSON.stringify(found)).toBe(JSON.stringify(expected.data));
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.whole, seen.broken)).toBeGreaterThan(10);
  });

  test('keys are the client’s, whatever they are', () => {
    const { generated } = both('{ __proto__: id constructor: id hasOwnProperty: id a: __typename }');
    const found = generated(JSON.parse('{"_client___proto__":1,"_client_constructor":"b"}') as Record<string, unknown>);
    expect(JSON.stringify(found)).toBe('{"__proto__":"1","constructor":"b","hasOwnProperty":null,"a":"Query"}');
    expect(Object.keys(found ?? {})).toContain('__proto__');
  });
});
