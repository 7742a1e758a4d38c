import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { testGateway } from './testing/test-gateway.js';

const data = async (query: string) => {
  const { ask } = testGateway();
  const body = await ask(query);
  expect(body.errors).toBeUndefined();
  return body.data;
};

describe('introspection', () => {
  test('the whole schema is answered, without the federation’s own types and hidden values', async () => {
    const answer = JSON.stringify(await data(getIntrospectionQuery()));
    expect(answer).toContain('"ActivityTeamConnection"');
    expect(answer).not.toMatch(/join__|_Entity|_Service|SQUARE_METRE/);
  });

  test('the root has no field of introspection', async () => {
    const answer = await data('{ __type(name: "Query") { fields { name } } }');
    expect(JSON.stringify(answer).match(/__\w+/g)).toEqual(['__type']);
  });

  test('introspection mixes with data, in fragments and under variables', async () => {
    const { ask, calls } = testGateway();
    const body = await ask(
      `query ($name: String!, $no: Boolean = false) { __typename ...Meta district { name } m: __schema @include(if: $no) { description } }
       fragment Meta on Query { t: __type(name: $name) { kind what: __typename } }`,
      { name: 'Street' },
    );
    expect(body).toEqual({
      data: { __typename: 'Query', t: { kind: 'OBJECT', what: '__Type' }, district: { name: 'Changning' } },
    });
    expect(calls).toHaveLength(1);
  });

  test('a lone __typename asks no service', async () => {
    const { ask, calls } = testGateway();
    expect(await ask('mutation { __typename }')).toEqual({ data: { __typename: 'Mutation' } });
    expect(calls).toEqual([]);
  });
});
