import { describe, expect, test } from '@jest/globals';
import { testGateway, testScalars } from './testing/test-gateway.js';

const internal = { code: 'INTERNAL_SERVER_ERROR', category: 'INTERNAL' };
const fault = { code: 'LEVEL_FAULT', category: 'INTERNAL' };

describe('errors of services', () => {
  test('a root field’s error has its path, and nothing internal', async () => {
    const { ask, faults } = testGateway();
    const { data, errors } = await ask('{ b: broken unit }');
    expect(data).toEqual({ b: null, unit: null });
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/Something failed inside the hub.*: [0-9a-f]{8}\.$/),
        path: ['b'],
        extensions: internal,
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain('ECONNREFUSED');
    expect(faults).toEqual([
      expect.objectContaining({
        service: 'hub',
        cause: expect.objectContaining({ message: expect.stringContaining('ECONNREFUSED') }),
      }),
    ]);
    expect(errors?.[0]?.message).toContain(faults[0]?.reference);
  });

  test('an entity’s error is at every place of that entity in the client’s answer', async () => {
    const { ask } = testGateway();
    const { data, errors } = await ask(`{ district { streets { s: slogan } }
      other: places(codes: ["310105001", "310105009"]) { ... on Street { t: slogan } } }`);
    expect(data).toEqual({
      district: { streets: [{ s: 'Together 310105001000' }, { s: null }] },
      other: [{ t: 'Together 310105001000' }, { t: null }],
    });
    expect(errors).toHaveLength(2);
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['district', 'streets', 1, 's'], extensions: fault }),
        expect.objectContaining({ path: ['other', 1, 't'], extensions: fault }),
      ]),
    );
  });

  test('a null that cannot be goes up to the nearest field that can, its error stays where it arose', async () => {
    const { ask } = testGateway();
    const { data, errors } = await ask(
      '{ places(codes: ["310105001001"]) { name parent { name parent { f: fragile } } fragile } }',
    );
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ path: ['places', 0, 'fragile'], extensions: internal })]);
  });

  test('a null in a nullable record leaves its neighbours', async () => {
    const { ask } = testGateway();
    const { data, errors } = await ask('{ lastTeams { motto } reviews { score } r: review(id: "r1") { secret } }');
    expect(data).toEqual({
      lastTeams: [{ motto: 'We are Paper cutting' }, null, null],
      reviews: [{ score: 5 }, { score: 1 }, { score: 4 }],
      r: null,
    });
    expect(errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        ['lastTeams', 2, 'motto'],
        ['r', 'secret'],
      ]),
    );
  });

  test('an error of the catalogue passes, in the caller’s language where its parameters came along', async () => {
    const { ask } = testGateway();
    const english = await ask('{ refused }');
    expect(english.errors).toEqual([
      {
        message: expect.stringContaining('No place has the code 310105000000'),
        path: ['refused'],
        extensions: { code: 'PLACE_UNKNOWN', category: 'BAD_USER_INPUT' },
      },
    ]);
    const chinese = await ask('{ refused }', {}, {});
    expect(chinese.errors?.[0]?.message).toContain('的区划中没有代码');
  });

  test('an error in a field that the gateway alone asked for is at the field above it', async () => {
    const { gateway } = testGateway({
      services: {
        hub: () =>
          Promise.resolve({
            data: { street: { __typename: 'Street', code: null } },
            errors: [{ message: 'x', path: ['street', 'code'] }],
          }),
        street: () => Promise.reject(new Error('never asked')),
        committee: () => Promise.reject(new Error('never asked')),
      },
    });
    const { body } = await gateway.execute({ query: '{ street(code: "310105001") { slogan } }' });
    expect(body).toEqual({
      data: { street: { slogan: null } },
      errors: [expect.objectContaining({ path: ['street'] })],
    });
  });

  test('a null that no service explained is an error too', async () => {
    const answer = { data: { places: [null] } };
    const nothing = () => Promise.resolve(answer);
    const { gateway, faults } = testGateway({ services: { hub: nothing, street: nothing, committee: nothing } });
    const { body } = await gateway.execute({ query: '{ places(codes: ["310105"]) { name } }' });
    expect(body).toEqual({
      data: null,
      errors: [expect.objectContaining({ path: ['places', 0], extensions: internal })],
    });
    expect(faults).toHaveLength(1);
  });
});

describe('wrong values of a scalar', () => {
  const { gateway, calls } = testGateway({ scalars: testScalars });
  const expected = {
    status: 400,
    body: {
      errors: [
        {
          message: expect.stringContaining('Found "31O1" where a division code was expected'),
          locations: [{ line: 1, column: expect.any(Number) }],
          extensions: { code: 'DIVISION_CODE_MALFORMED', category: 'BAD_USER_INPUT' },
        },
      ],
    },
  };
  const headers = { 'accept-language': 'en-GB' };

  test.each([
    ['a literal', '{ street(code: "31O1") { name } }', {}],
    ['a variable', 'query ($c: DivisionCode!) { street(code: $c) { name } }', { c: '31O1' }],
    ['a default', 'query ($c: DivisionCode = "31O1") { refused(code: $c) }', {}],
    ['a literal within an input', '{ echo(input: {codes: ["310105", "31O1"]}) }', {}],
    ['a variable within an input', 'query ($i: EchoInput!) { echo(input: $i) }', { i: { codes: ['310105', '31O1'] } }],
  ])('%s gives the parser’s own code', async (_, query, variables) => {
    expect(await gateway.execute({ query, variables, headers })).toEqual(expected);
    expect(calls).toEqual([]);
  });

  test('a good value reaches the service as it was written', async () => {
    const { ask, calls } = testGateway({ scalars: testScalars });
    await ask('query ($c: DivisionCode!) { street(code: $c) { name } }', { c: '310105001' });
    expect(calls[0]?.variables).toEqual({ c: '310105001' });
  });
});

describe('refused requests', () => {
  const { gateway } = testGateway({ limits: { tokens: 100, aliases: 4, depth: 5, fields: 20 } });
  test.each([
    ['GRAPHQL_PARSE_FAILED', '{ unit', undefined],
    ['GRAPHQL_VALIDATION_FAILED', '{ unknown }', undefined],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { unit }', 'B'],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { unit } query B { unit }', undefined],
    ['OPERATION_MALFORMED', '', undefined],
    ['OPERATION_LIMIT', `{ ${'unit '.repeat(120)} }`, undefined],
    ['OPERATION_LIMIT', `{ ${'unit '.repeat(21)} }`, undefined],
    [
      'OPERATION_LIMIT',
      '{ ...F b: unit ...F } fragment F on Query { a: unit ...G } fragment G on Query { c: unit }',
      undefined,
    ],
    ['OPERATION_LIMIT', '{ district { parent { parent { parent { parent { name } } } } } }', undefined],
    ['GRAPHQL_VALIDATION_FAILED', '{ ...F } fragment F on Query { unit ...F }', undefined],
  ])('%s', async (code, query, operationName) => {
    const { status, body } = await gateway.execute({ query, operationName });
    expect(status).toBe(400);
    expect(body).toEqual({ errors: [expect.objectContaining({ extensions: { code, category: 'BAD_USER_INPUT' } })] });
  });

  test('a missing variable is BAD_USER_INPUT', async () => {
    const { status, body } = await gateway.execute({
      query: 'query ($c: DivisionCode!) { street(code: $c) { name } }',
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', category: 'BAD_USER_INPUT' });
  });
});

test('a service that the supergraph has and the options lack stops the start', () => {
  expect(() => testGateway({ services: {} })).toThrow('subgraph "committee", but no service of that name');
});
