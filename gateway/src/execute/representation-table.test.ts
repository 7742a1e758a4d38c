import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildSchema } from 'graphql';
import { compileTable } from './representation-table.js';
import { compileRepresentation } from './representations.js';
import { TypeConditions } from './type-conditions.js';

const types = new TypeConditions(
  buildSchema('type Query { a: ID } interface Place { code: ID } type Street implements Place { code: ID }'),
);
const field = (name: string, alias?: string) => ({ kind: 'Field' as const, name, alias });
const requires = (typeCondition: string, ...selections: ReturnType<typeof field>[]) => [
  { kind: 'InlineFragment' as const, typeCondition, selections: [field('__typename'), ...selections] },
];

function indexes(required: ReturnType<typeof requires>, entities: Record<string, unknown>[]) {
  const table = compileTable(required, compileRepresentation(required, types))();
  return { indexes: entities.map((entity) => table.add(entity)), list: table.list };
}

describe('a table has each representation once', () => {
  const street = (values: Record<string, unknown>) => ({ __typename: 'Street', ...values });

  test('by one key, in which a number is not its text', () => {
    const given = ['1', '2', '1', 1, 1].map((code) => street({ code, name: 'x' }));
    const found = indexes(requires('Street', field('code')), given);
    expect(found.indexes).toEqual([0, 1, 0, 2, 2]);
    expect(found.list).toEqual([street({ code: '1' }), street({ code: '2' }), street({ code: 1 })]);
  });

  test('by several fields, where a null has its place and a gap has none', () => {
    const given = [{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 1, b: null }, { a: 1 }].map(street);
    expect(indexes(requires('Street', field('a'), field('b')), given).indexes).toEqual([0, 1, 0, 2, -1]);
  });

  test('an entity of another type, or without a key, has no place', () => {
    const given = [{ __typename: 'Town', code: '1' }, street({ code: null }), {}, street({}), street({ code: null })];
    expect(indexes(requires('Street', field('code')), given)).toEqual({ indexes: [-1, -1, -1, -1, -1], list: [] });
  });

  test('an entity under its interface’s condition is told apart by its type', () => {
    const given = [street({ code: '1' }), { __typename: 'Place', code: '1' }, street({ code: '1' })];
    expect(indexes(requires('Place', field('code')), given).indexes).toEqual([0, 1, 0]);
  });

  test('whatever the values, no representation stands twice and each index leads to its entity’s own', () => {
    const value = fc.oneof(fc.constantFrom(undefined, null, 1, '1', 'x', true), fc.record({ x: fc.nat(1) }));
    const entity = fc.record({ __typename: fc.constantFrom('Street', 'Place'), a: value, b: value });
    fc.assert(
      fc.property(fc.array(entity), (entities) => {
        for (const required of [requires('Street', field('a'), field('b')), requires('Place', field('a', 'c'))]) {
          const represent = compileRepresentation(required, types);
          const found = indexes(required, entities);
          expect(entities.map((_, at) => found.list[found.indexes[at] ?? -1])).toEqual(
            entities.map((each) => represent(each)),
          );
          expect(new Set(found.list.map((each) => JSON.stringify(each))).size).toBe(found.list.length);
        }
      }),
    );
  });
});
