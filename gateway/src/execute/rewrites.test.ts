import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { compileRepresentation } from './representations.js';
import { compileRewrites, renamePath } from './rewrites.js';
import { TypeConditions } from './type-conditions.js';

const types = new TypeConditions(
  buildSchema(
    'interface Place { code: ID } type Street implements Place { code: ID } type Town implements Place { code: ID } type Query { place: Place }',
  ),
);

describe('rewrites of the planner', () => {
  const rename = {
    KeyRenamer: { path: [{ Key: 'places' }, { TypenameEquals: ['Street'] }, { Key: '_alias_0' }], renameKeyTo: 'area' },
  };

  test('a key is renamed in the objects of its type, through lists', () => {
    const data = { places: [{ __typename: 'Street', _alias_0: 1 }, [{ __typename: 'Town', _alias_0: 2 }], null] };
    compileRewrites([rename], types)?.(data);
    expect(data).toEqual({ places: [{ __typename: 'Street', area: 1 }, [{ __typename: 'Town', _alias_0: 2 }], null] });
  });

  test('an error’s path is renamed with it', () => {
    expect(renamePath(['places', 3, '_alias_0', 'x'], [rename])).toEqual(['places', 3, 'area', 'x']);
    expect(renamePath(['other', 3, '_alias_0'], [rename])).toEqual(['other', 3, '_alias_0']);
  });

  test.each([
    ['wrapped', { ValueSetter: { path: [{ TypenameEquals: ['Place'] }, { Key: '__typename' }], setValueTo: 'Place' } }],
    ['bare', { kind: 'ValueSetter' as const, path: [{ Key: '__typename' }], setValueTo: 'Place' }],
  ])('a value is set, the rewrite %s', (_, rewrite) => {
    const representation = { __typename: 'Street', code: '1' };
    compileRewrites([rewrite], types)?.(representation);
    expect(representation).toEqual({ __typename: 'Place', code: '1' });
  });
});

const field = (name: string, alias?: string) => ({ kind: 'Field' as const, name, alias });
const of = (typeCondition: string, ...selections: ReturnType<typeof field>[]) => ({
  kind: 'InlineFragment' as const,
  typeCondition,
  selections,
});

describe('representations', () => {
  test('hold what is required of the entity’s type, nulls too', () => {
    const represent = compileRepresentation(
      [of('Street', field('code'), field('name')), of('Town', field('id'))],
      types,
    );
    expect(represent({ __typename: 'Street', code: '1', name: null, id: 'x' })).toEqual({
      __typename: 'Street',
      code: '1',
      name: null,
    });
    expect(represent({ __typename: 'Town', code: '1', id: 'x' })).toEqual({ __typename: 'Town', id: 'x' });
  });

  test('are not made where every key is missing or null', () => {
    const represent = compileRepresentation([of('Place', field('code'))], types);
    expect(represent({ __typename: 'Street', code: null })).toBeUndefined();
    expect(represent({ __typename: 'Street' })).toBeUndefined();
    expect(represent({ code: '1' })).toBeUndefined();
  });

  test('take a requirement from the key under which it was fetched', () => {
    const represent = compileRepresentation([of('Place', field('_alias_0', 'code'))], types);
    expect(represent({ __typename: 'Street', code: 'the client’s', _alias_0: '1' })).toEqual({
      __typename: 'Street',
      code: '1',
    });
    expect(represent({ __typename: 'Street', code: 'the client’s', _alias_0: null })).toBeUndefined();
  });

  test('take the required parts of objects and lists', () => {
    const nested = { kind: 'Field' as const, name: 'owners', selections: [field('id')] };
    const represent = compileRepresentation([{ ...of('Place'), selections: [nested] }], types);
    expect(represent({ __typename: 'Town', owners: [{ id: 1, name: 'x' }, null] })).toEqual({
      __typename: 'Town',
      owners: [{ id: 1 }, null],
    });
  });
});
