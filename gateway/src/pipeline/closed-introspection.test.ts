import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { testGateway } from '../testing/test-gateway.js';

const refusal = { code: 'INTROSPECTION_CLOSED', category: 'FORBIDDEN' };

describe('a closed introspection', () => {
  const { gateway, ask, calls } = testGateway({ introspection: false });

  test.each([
    ['the whole schema', getIntrospectionQuery()],
    ['one type', '{ unit __type(name: "Street") { name } }'],
    [
      'a type under another name, in a fragment',
      '{ ...F } fragment F on Query { ... { x: __type(name: "Street") { name } } }',
    ],
    ['in a part that is skipped', 'query ($no: Boolean = false) { unit __schema @include(if: $no) { description } }'],
  ])('refuses %s, and asks no service', async (_, query) => {
    const { status, body } = await gateway.execute({ query });
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors).toEqual([expect.objectContaining({ extensions: refusal })]);
    expect(calls).toEqual([]);
  });

  test('says in both languages what was found', async () => {
    const [english, chinese] = [
      await ask('{ __schema { description } }'),
      await ask('{ __schema { description } }', {}, {}),
    ];
    expect(english.errors?.[0]?.message).toMatch(/^Found `__schema`, .* expected /);
    expect(chinese.errors?.[0]?.message).toMatch(/^请求了 `__schema`,/);
  });

  test('answers the names of types', async () => {
    expect(await ask('{ __typename district { __typename } }')).toEqual({
      data: { __typename: 'Query', district: { __typename: 'District' } },
    });
  });

  test.each([
    ['a field', '{ distric { name } }', {}, 'district'],
    ['an argument', '{ refused(cod: "310105009") }', {}, 'code'],
    ['a type', '{ place(code: "310105") { ... on Distric { name } } }', {}, 'District'],
    ['a value of an enumeration', '{ street(code: "310105009") { area(unit: HECTAR) } }', {}, 'HECTARE'],
    ['a field of an input', '{ echo(input: {tex: "a"}) }', {}, 'text'],
    ['a field of an input in a variable', 'query ($i: EchoInput!) { echo(input: $i) }', { i: { tex: 'a' } }, 'text'],
    [
      'a value in a variable',
      'query ($u: Unit) { street(code: "310105009") { area(unit: $u) } }',
      { u: 'HECTAR' },
      'HECTARE',
    ],
  ])('keeps back the name that was nearly guessed of %s; an open one helps', async (_, query, variables, name) => {
    const told = async (introspection: boolean) =>
      (await testGateway({ introspection }).ask(query, variables)).errors?.map(({ message }) => message).join();
    expect(await told(true)).toMatch(new RegExp(`Did you mean .*"${name}"`));
    expect(await told(false)).not.toMatch(new RegExp(`Did you mean|"${name}"`));
  });
});
