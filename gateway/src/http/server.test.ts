import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testGateway, type TestGateway } from '../testing/test-gateway.js';
import { createHttpServer, type HttpServer } from './server.js';

let server: HttpServer;
let world: TestGateway;
beforeAll(async () => {
  world = testGateway();
  server = await createHttpServer(world.gateway, { port: 0 });
});
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (
  parameters: Record<string, string>,
  headers: Record<string, string> = { 'apollo-require-preflight': 'yes' },
) => fetch(`${server.url}?${new URLSearchParams(parameters).toString()}`, { headers });
const codes = async (response: Response) => {
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return body.errors?.map(({ extensions }) => extensions.code);
};

describe('requests', () => {
  test('POST answers in the media type that is asked for', async () => {
    const response = await post({ query: '{ district { name } }' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await response.json()).toEqual({ data: { district: { name: 'Changning' } } });
    const newer = await post(
      { query: '{ x }' },
      { accept: 'application/json;q=0.5, application/graphql-response+json' },
    );
    expect([newer.status, newer.headers.get('content-type')]).toEqual([
      400,
      'application/graphql-response+json; charset=utf-8',
    ]);
    expect((await post({ query: '{ unit }' }, { accept: 'text/html' })).status).toBe(406);
  });

  test('GET answers queries with variables, and only queries', async () => {
    const query = 'query A($c: DivisionCode!) { street(code: $c) { name } } query B { unit }';
    const response = await get({ query, operationName: 'A', variables: '{"c":"310105009"}' });
    expect(await response.json()).toEqual({ data: { street: { name: 'Beixinjing' } } });
    const before = world.calls.length;
    const change = await get({ query: 'mutation { note(text: "x") }' });
    expect([change.status, change.headers.get('allow')]).toEqual([405, 'POST']);
    expect(world.calls).toHaveLength(before);
  });

  test.each([
    ['no JSON', 'not json', 'OPERATION_MALFORMED'],
    ['no query', '{}', 'OPERATION_MALFORMED'],
    ['a list', '[]', 'OPERATION_MALFORMED'],
    ['variables of another kind', '{"query":"{ unit }","variables":[1]}', 'OPERATION_MALFORMED'],
    ['a syntax error', '{"query":"{"}', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ x }"}', 'GRAPHQL_VALIDATION_FAILED'],
  ])('a body with %s is 400', async (_, body, code) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await codes(response)).toEqual([code]);
  });

  test('a body past the limit is 413', async () => {
    const response = await post({ query: `{ unit } # ${'x'.repeat(1024 * 1024)}` });
    expect(response.status).toBe(413);
    expect(await codes(response)).toEqual(['OPERATION_LIMIT']);
  });

  test('only the headers that services may see are passed on', async () => {
    await post(
      { query: '{ unit }' },
      { authorization: 'Bearer t', cookie: 'a=b', 'x-request-id': 'r-1', 'accept-language': 'en' },
    );
    expect(world.calls.at(-1)?.headers).toEqual({
      authorization: 'Bearer t',
      'x-request-id': 'r-1',
      'accept-language': 'en',
    });
  });

  test('what is not GraphQL: health, the landing text, unknown methods', async () => {
    const at = (path: string) => fetch(new URL(path, server.url));
    expect(await (await at('/health')).json()).toEqual({ status: 'ok' });
    expect(await (await at('/')).text()).toContain('/graphql');
    const deleted = await fetch(server.url, { method: 'DELETE', headers: { 'apollo-require-preflight': '1' } });
    expect(deleted.status).toBe(405);
  });
});

describe('cross-site request forgery', () => {
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  test.each([
    ['a GET of a browser', () => get({ query: '{ unit }' }, browser)],
    ['a GET with cookies', () => get({ query: '{ unit }' }, { cookie: 'a=b' })],
    ['a form', () => post('query=%7Bunit%7D', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a text', () => post({ query: '{ unit }' }, { 'content-type': 'text/plain; charset=utf-8' })],
  ])('%s is refused', async (_, send) => {
    const response = await send();
    expect(response.status).toBe(400);
    expect(await codes(response)).toEqual(['CSRF_PREVENTED']);
  });

  test('a GET of a program passes: it is no victim of a page', async () => {
    expect((await get({ query: '{ unit }' }, {})).status).toBe(200);
  });

  test('a GET with a header that a page cannot send unasked passes', async () => {
    expect((await get({ query: '{ unit }' }, { ...browser, 'x-apollo-operation-name': 'Q' })).status).toBe(200);
    expect((await get({ query: '{ unit }' }, { ...browser, ...json })).status).toBe(200);
  });
});

describe('automatic persisted queries', () => {
  const query = '{ district { code } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };

  test('a hash is unknown, then sent with its text, then known to POST and GET', async () => {
    const unknown = await post({ extensions });
    expect([unknown.status, await codes(unknown)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    const expected = { data: { district: { code: '310105000000' } } };
    expect(await (await post({ query, extensions })).json()).toEqual(expected);
    expect(await (await post({ extensions })).json()).toEqual(expected);
    expect(await (await get({ extensions: JSON.stringify(extensions) })).json()).toEqual(expected);
  });

  test('a hash of another text is refused', async () => {
    const response = await post({ query: '{ unit }', extensions });
    expect([response.status, await codes(response)]).toEqual([400, ['OPERATION_MALFORMED']]);
  });
});

test('a taken port says so', async () => {
  await expect(createHttpServer(world.gateway, { port: server.port })).rejects.toMatchObject({ code: 'PORT_IN_USE' });
});

test('closing answers what is in flight', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: asked, resolve: arrived } = Promise.withResolvers<void>();
  const slow = async () => {
    arrived();
    await held;
    return { data: { unit: 'HECTARE' } };
  };
  const { gateway } = testGateway({ services: { hub: slow, street: slow, committee: slow } });
  const closing = await createHttpServer(gateway, { port: 0 });
  const answer = fetch(closing.url, { method: 'POST', headers: json, body: '{"query":"{ unit }"}' });
  await asked;
  const closed = closing.close();
  release();
  expect(await (await answer).json()).toEqual({ data: { unit: 'HECTARE' } });
  await closed;
});
