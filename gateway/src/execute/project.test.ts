import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { compileProjection } from './project.js';
import { TypeConditions } from './type-conditions.js';

const schema = buildSchema(`
  type Query { grid: [[Int!]]  strict: [[Int!]!]!  item: Item  items: [Item!]  thing: Thing  id: ID  level: Level }
  interface Thing { name: String }
  type Item implements Thing { name: String  must: Int!  next: Item  nextMust: Item! }
  enum Level { STREET }
`);

function project(query: string, gathered: Record<string, unknown>) {
  const { selectionSet } = parse(query).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const scope = { fragments: new Map(), types: new TypeConditions(schema), variables: {} };
  const root = schema.getQueryType();
  if (root == null) throw new Error('no query type');
  return compileProjection(root, selectionSet, scope)(gathered);
}

describe('nulls go up to the nearest field that can be null', () => {
  test.each([
    ['{ grid }', { grid: [[1, null], [2]] }, { grid: [null, [2]] }, [['grid', 0, 1]]],
    ['{ strict }', { strict: [[1], [2, null]] }, null, [['strict', 1, 1]]],
    ['{ a: item { next { must } } }', { _client_a: { next: {} } }, { a: { next: null } }, [['a', 'next', 'must']]],
    [
      '{ item { nextMust { must } } }',
      { item: { nextMust: { must: null } } },
      { item: null },
      [['item', 'nextMust', 'must']],
    ],
    ['{ items { must } }', { items: [{ must: 1 }, null] }, { items: null }, [['items', 1]]],
    ['{ items { name } }', { items: 'no list' }, { items: null }, []],
  ])('%s', (query, gathered, data, violations) => {
    expect(project(query, gathered)).toEqual({ data, violations });
  });
});

describe('values', () => {
  test('an id is text, a hidden value of an enum and an unknown type are null', () => {
    const query = '{ id level thing { name } }';
    expect(project(query, { id: 7, level: 'SECRET', thing: { __typename: 'Hidden', name: 'x' } }).data).toEqual({
      id: '7',
      level: null,
      thing: null,
    });
  });

  test('an object that names its interface, or nothing, shows the interface’s fields', () => {
    expect(
      project('{ thing { name ... on Item { must } } }', { thing: { __typename: 'Thing', name: 'x' } }).data,
    ).toEqual({ thing: { name: 'x' } });
    expect(project('{ thing { name } }', { thing: { name: 'x' } }).data).toEqual({ thing: { name: 'x' } });
  });

  test('nothing that was not selected gets out', () => {
    expect(project('{ item { name } }', { item: { name: 'x', must: 1 }, id: 1 }).data).toEqual({ item: { name: 'x' } });
  });
});
