import type { ServerResponse } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled } from './loopback.test-kit.js';
import { withRetry } from './with-retry.js';

const kit = loopbackKit();
const atOnce = { pauseMs: 1 };
const good = '{"data":{"unit":1}}';

/** A server whose first answers are as given and whose others are good. */
async function failing(...first: ((response: ServerResponse) => unknown)[]) {
  const server = await kit.serve(({ response }, index) => {
    const fail = first[index];
    if (fail === undefined) response.end(good);
    else fail(response);
  });
  return { server, http: kit.using(httpService(server.url, { timeoutMs: 2_000, maxAnswerBytes: 1_000 })) };
}

const reset = (response: ServerResponse) => response.destroy();
const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end('{}');

describe('a query is asked again', () => {
  test.each<[string, (response: ServerResponse) => unknown]>([
    ['a reset connection', reset],
    ['half an answer', (response) => response.write('{"data', () => response.destroy())],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
  ])('after %s', async (_, fail) => {
    const { server, http } = await failing(fail);
    expect(await withRetry(http, atOnce)(aRequest())).toEqual({ data: { unit: 1 } });
    expect(server.asked).toHaveLength(2);
  });

  test('so many times and no more; the last fault is the answer', async () => {
    const { server, http } = await failing(reset, reset, status(503), reset);
    const service = withRetry(http, { ...atOnce, retries: 2 });
    await expect(service(aRequest())).rejects.toMatchObject({ cause: { kind: 'STATUS', status: 503 } });
    expect(server.asked).toHaveLength(3);
  });

  test('after a pause of half to one and a half times the given one', async () => {
    const pauses: number[] = [];
    const sleep = (ms: number) => Promise.resolve(pauses.push(ms) > 0);
    for (const random of [0, 0.5, 1]) {
      const { http } = await failing(reset);
      await withRetry(http, { pauseMs: 50, random: () => random, sleep })(aRequest());
    }
    expect(pauses).toEqual([25, 50, 75]);
  });
});

describe('nothing is asked again', () => {
  test.each<[string, (response: ServerResponse) => unknown]>([
    ['another 5xx', status(500)],
    ['an answer too large', (response) => response.end(' '.repeat(2_000))],
    ['garbage', (response) => response.end('<html>')],
    ['another schema', (response) => response.end('[]')],
    ['a timeout', () => undefined],
    ['GraphQL errors', (response) => response.end('{"errors":[{"message":"no"}]}')],
  ])('after %s', async (_, fail) => {
    const { server, http } = await failing(fail);
    await settled(withRetry(http, atOnce)(aRequest()));
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    ['a mutation', 'mutation { end(id: "query") { ok } }'],
    ['a subscription', 'subscription { changes { id } }'],
    ['a document that holds a mutation too', 'query A { unit } mutation B { end { ok } }'],
    ['what cannot be read', '{ unit'],
  ])('of %s', async (_, query) => {
    const { server, http } = await failing(reset);
    await expect(withRetry(http, atOnce)(aRequest({ query }))).rejects.toMatchObject({ reason: 'UNREACHABLE' });
    expect(server.asked).toHaveLength(1);
  });

  test('when the deadline falls before it', async () => {
    const { server, http } = await failing(reset);
    const service = withRetry(http, { pauseMs: 60_000 });
    await expect(service(aRequest({ deadline: Date.now() + 10_000 }))).rejects.toMatchObject({ reason: 'UNREACHABLE' });
    expect(server.asked).toHaveLength(1);
  });

  test('for a client that goes away during the pause, which ends at once', async () => {
    const gone = new AbortController();
    const { server, http } = await failing((response) => {
      response.destroy();
      setTimeout(() => gone.abort(), 20);
    });
    const service = withRetry(http, { pauseMs: 3_600_000 });
    await expect(service(aRequest({ signal: gone.signal }))).rejects.toMatchObject({ reason: 'UNREACHABLE' });
    expect(server.asked).toHaveLength(1);
  });
});
