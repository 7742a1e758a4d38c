import type { ServerResponse } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit } from './loopback.test-kit.js';

const kit = loopbackKit();
const request = aRequest({ variables: { a: 1 }, headers: { authorization: 'Bearer t' } });
const maxAnswerBytes = 4_000;

test('sends JSON by POST with the headers given, and reads the answer, over connections that are kept', async () => {
  const server = await kit.serve(({ body, request, response }) => {
    const { method, url, headers } = request;
    const echo = {
      method,
      url,
      type: headers['content-type'],
      token: headers.authorization,
      body: JSON.parse(body) as unknown,
    };
    response.end(JSON.stringify({ data: echo, errors: [{ message: 'x', extensions: { code: 'STALE' } }] }));
  });
  const service = kit.using(httpService(server.url));
  const expected = {
    data: {
      method: 'POST',
      url: '/graphql',
      type: 'application/json',
      token: 'Bearer t',
      body: { query: '{ unit }', variables: { a: 1 } },
    },
    errors: [{ message: 'x', extensions: { code: 'STALE' } }],
  };
  for (let round = 0; round < 10; round++) expect(await service(request)).toEqual(expected);
  // The pool may open a second one while the first is just becoming free.
  expect(server.connections.size).toBeLessThanOrEqual(2);
});

test('sends the body that is there already as it is', async () => {
  const server = await kit.serve(({ body, response }) => response.end(JSON.stringify({ data: { body } })));
  const service = kit.using(httpService(server.url));
  expect(await service({ ...request, body: '{"query":"{ other }"}' })).toEqual({
    data: { body: '{"query":"{ other }"}' },
  });
});

test('reads an answer that comes in pieces cut through its characters, and begins with a byte order mark', async () => {
  const bytes = Buffer.from('\uFEFF{"data":{"名称":"南京西路街道"}}');
  const server = await kit.serve(({ response }) => void drip(response, bytes));
  const service = kit.using(httpService(server.url));
  expect(await service(request)).toEqual({ data: { 名称: '南京西路街道' } });
});

async function drip(response: ServerResponse, bytes: Buffer): Promise<void> {
  for (const byte of bytes) await new Promise((resolve) => response.write(Buffer.of(byte), resolve));
  response.end();
}

test('a refusal by the service with a status of 4xx is an answer', async () => {
  const server = await kit.serve(({ response }) => response.writeHead(403).end('{"errors":[{"message":"no"}]}'));
  expect(await kit.using(httpService(server.url))(request)).toEqual({ errors: [{ message: 'no' }] });
});

describe('a service that gives no answer is silent', () => {
  const invalid = { errors: [{ message: 'Cannot query field', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
  const cut = (response: ServerResponse) => () => response.destroy();
  test.each<[string, string, string, (response: ServerResponse) => unknown]>([
    ['UNREACHABLE', 'STATUS', 'a status of 5xx', (response) => response.writeHead(502).end('{"data":null}')],
    ['UNREACHABLE', 'BROKEN', 'no JSON', (response) => response.end('<html>')],
    ['UNREACHABLE', 'BROKEN', 'nothing at all', (response) => response.end()],
    ['UNREACHABLE', 'BROKEN', 'JSON with garbage after it', (response) => response.end('{"data":{}}garbage')],
    ['UNREACHABLE', 'BROKEN', 'a redirection', (response) => response.writeHead(302, { location: '/' }).end()],
    [
      'UNREACHABLE',
      'CONNECTION',
      'half an answer of a known length',
      (response) => response.writeHead(200, { 'content-length': 99 }).write('{"data', cut(response)),
    ],
    [
      'UNREACHABLE',
      'CONNECTION',
      'half an answer in chunks',
      (response) => response.write('{"data":{}}', cut(response)),
    ],
    ['UNREACHABLE', 'CONNECTION', 'a reset connection', (response) => response.destroy()],
    [
      'UNREACHABLE',
      'TOO_LARGE',
      'too large an answer',
      (response) => response.end(JSON.stringify({ data: 'x'.repeat(5_000) })),
    ],
    ['UNREACHABLE', 'TOO_LARGE', 'an answer without end', (response) => endless(response)],
    ['SCHEMA', 'SCHEMA', 'other JSON', (response) => response.end('[1]')],
    ['SCHEMA', 'SCHEMA', 'JSON of another service', (response) => response.end('{"status":"ok"}')],
    [
      'SCHEMA',
      'SCHEMA',
      'our operation called invalid',
      (response) => response.writeHead(400).end(JSON.stringify(invalid)),
    ],
    ['TIMEOUT', 'SLOW', 'nothing', () => undefined],
    ['TIMEOUT', 'SLOW', 'half an answer, then nothing', (response) => response.write('{"data')],
  ])('%s (%s): %s', async (reason, kind, _, answer) => {
    const server = await kit.serve(({ response }) => answer(response));
    const service = kit.using(
      httpService(server.url, { maxAnswerBytes, timeoutMs: reason === 'TIMEOUT' ? 300 : 10_000 }),
    );
    await expect(service(request)).rejects.toMatchObject({
      name: 'SilentServiceError',
      reason,
      cause: { kind },
    });
  });

  function endless(response: ServerResponse): void {
    const timer = setInterval(() => response.write('x'.repeat(1_000)), 1);
    response.on('close', () => clearInterval(timer));
  }

  const head = 'HTTP/1.1 200 OK\r\ncontent-length: ';
  test.each<[string, string, string, 'end' | 'stay']>([
    ['BROKEN', 'bytes that are no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'stay'],
    ['BROKEN', 'a length shorter than the answer', `${head}6\r\n\r\n{"data":{}}`, 'stay'],
    ['BROKEN', 'a length that is no number', `${head}ten\r\n\r\n{"data":{}}`, 'stay'],
    ['CONNECTION', 'a length longer than the answer', `${head}99\r\n\r\n{"data":{}}`, 'end'],
    ['CONNECTION', 'half of the headers', 'HTTP/1.1 200 OK\r\ncontent-le', 'end'],
    ['CONNECTION', 'a connection that closes without a word', '', 'end'],
  ])('UNREACHABLE (%s): %s', async (kind, _, bytes, end) => {
    const server = await kit.serveBytes(bytes, end);
    const service = kit.using(httpService(server.url));
    await expect(service(request)).rejects.toMatchObject({ reason: 'UNREACHABLE', cause: { kind } });
  });

  test('UNREACHABLE: nobody listens, or no longer', async () => {
    const server = await kit.serve(({ response }) => response.end('{"data":{}}'));
    const service = kit.using(httpService(server.url));
    await service(request);
    await server.close();
    await expect(service(request)).rejects.toMatchObject({ reason: 'UNREACHABLE', cause: { kind: 'CONNECTION' } });
  });
});

test('one broken answer does not spoil the next', async () => {
  const server = await kit.serve(({ response }, index) => {
    if (index % 2 === 0) response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 500 X\r\n\r\n');
    else response.end(`{"data":{"index":${index}}}`);
  });
  const service = kit.using(httpService(server.url, { connections: 1 }));
  for (const index of [1, 3, 5]) {
    await expect(service(request)).rejects.toMatchObject({ reason: 'SCHEMA' });
    expect(await service(request)).toEqual({ data: { index } });
  }
});

test('a request that HTTP cannot carry is our fault, not the endpoint’s', async () => {
  const server = await kit.serve(({ response }) => response.end('{"data":{}}'));
  const service = kit.using(httpService(server.url));
  await expect(service({ ...request, headers: { authorization: 'a\r\nb: c' } })).rejects.not.toHaveProperty('reason');
  expect(server.asked).toHaveLength(0);
});

describe('a client that goes away', () => {
  test('ends the request under way, and its connection', async () => {
    const gone = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const server = await kit.serve(({ response }) => {
      response.on('close', end);
      gone.abort();
    });
    const service = kit.using(httpService(server.url));
    await expect(service({ ...request, signal: gone.signal })).rejects.toMatchObject({
      reason: 'UNREACHABLE',
      cause: { kind: 'GONE' },
    });
    await ended;
  });

  test('while its request waits for a connection, ends it: the request is never sent', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<() => void>();
    const server = await kit.serve(({ response }) => ask(() => response.end('{"data":{}}')));
    const service = kit.using(httpService(server.url, { connections: 1 }));
    const first = service(request);
    const answer = await asked;
    const gone = new AbortController();
    const second = service({ ...request, signal: gone.signal });
    gone.abort();
    await expect(second).rejects.toMatchObject({ cause: { kind: 'GONE' } });
    answer();
    await first;
    await service.close?.();
    expect(server.asked).toHaveLength(1);
  });

  test('before it asked, has asked nothing', async () => {
    const server = await kit.serve(({ response }) => response.end('{"data":{}}'));
    const service = kit.using(httpService(server.url));
    await expect(service({ ...request, signal: AbortSignal.abort() })).rejects.toMatchObject({
      cause: { kind: 'GONE' },
    });
    expect(server.asked).toHaveLength(0);
  });
});
