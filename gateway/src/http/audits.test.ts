import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { testGateway } from '../testing/test-gateway.js';
import { createHttpServer, type HttpServer } from './server.js';

let server: HttpServer;
beforeAll(async () => {
  server = await createHttpServer(testGateway().gateway, { port: 0 });
});
afterAll(() => server.close());

// The audits need the address only when they run.
const audits = serverAudits({ url: () => server.url, fetchFn: fetch }).map(({ id, name, fn }) => ({ id, name, fn }));

describe('graphql-http’s audits of the server as it is by default, CSRF prevention on', () => {
  test('are all there', () => {
    expect(audits.length).toBeGreaterThanOrEqual(60);
  });

  test.each(audits)('$id $name', async ({ fn }) => {
    const result = await fn();
    expect([result.status, 'reason' in result ? result.reason : undefined]).toEqual(['ok', undefined]);
  });
});

describe('the status of a refused operation', () => {
  const status = async (body: unknown, headers: Record<string, string>) => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    return (await fetch(server.url, { ...sent, body: JSON.stringify(body) })).status;
  };
  const older = { accept: 'application/json; charset=utf-8, */*;q=0.1' };
  const newer = { accept: 'application/graphql-response+json, application/json;q=0.9' };

  test.each([
    ['a syntax error', { query: '{' }],
    ['an unknown field', { query: '{ x }' }],
    ['a missing variable', { query: 'query ($c: DivisionCode!) { street(code: $c) { name } }' }],
    ['an unknown operation', { query: 'query A { unit }', operationName: 'B' }],
    ['a page too large', { query: '{ activityTeams(under: "310105", first: 1001) { totalCount } }' }],
  ])('%s is 200 to a client that names application/json, 400 to any other', async (_, body) => {
    expect([await status(body, older), await status(body, newer), await status(body, {})]).toEqual([200, 400, 400]);
  });

  test.each([
    ['variables of another kind', { query: '{ unit }', variables: [1] }],
    ['no query', {}],
    ['a wrong hash', { query: '{ unit }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ])('%s is 400 to all', async (_, body) => {
    expect([await status(body, older), await status(body, newer), await status(body, {})]).toEqual([400, 400, 400]);
  });
});
