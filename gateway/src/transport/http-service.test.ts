import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { httpService, type HttpServiceOptions } from './http-service.js';
import type { Service, ServiceRequest } from './service.js';

const request: ServiceRequest = {
  query: '{ unit }',
  variables: { a: 1 },
  headers: { authorization: 'Bearer t' },
  context: { id: 'r', headers: {} },
};
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Served {
  readonly service: Service;
  readonly connections: Set<unknown>;
}

/** A service whose other end answers as given. */
async function served(
  answer: (response: ServerResponse, asked: { body: string; request: IncomingMessage }) => void,
  options?: HttpServiceOptions,
): Promise<Served> {
  const connections = new Set<unknown>();
  const server = createServer((request, response) => {
    connections.add(request.socket);
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => answer(response, { body, request }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const service = httpService(`http://127.0.0.1:${port}/graphql`, options);
  closing.push(async () => {
    server.closeAllConnections();
    await service.close?.();
    await new Promise((resolve) => server.close(resolve));
  });
  return { service, connections };
}

test('sends JSON by POST with the headers given, and reads the answer, over connections that are kept', async () => {
  const { service, connections } = await served((response, { body, request }) => {
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
  expect(connections.size).toBeLessThanOrEqual(2);
});

test('a refusal by the service with a status of 4xx is an answer', async () => {
  const { service } = await served((response) => response.writeHead(403).end('{"errors":[{"message":"no"}]}'));
  expect(await service(request)).toEqual({ errors: [{ message: 'no' }] });
});

describe('a service that gives no answer is silent', () => {
  const invalid = { errors: [{ message: 'Cannot query field', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
  test.each([
    ['UNREACHABLE', 'a status of 5xx', (response: ServerResponse) => response.writeHead(502).end('{"data":null}')],
    ['UNREACHABLE', 'no JSON', (response: ServerResponse) => response.end('<html>')],
    [
      'UNREACHABLE',
      'half an answer',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': 99 }).write('{"data', () => response.destroy()),
    ],
    ['UNREACHABLE', 'a reset connection', (response: ServerResponse) => response.destroy()],
    [
      'UNREACHABLE',
      'too large an answer',
      (response: ServerResponse) => response.end(JSON.stringify({ data: 'x'.repeat(5_000) })),
    ],
    ['SCHEMA', 'other JSON', (response: ServerResponse) => response.end('[1]')],
    [
      'SCHEMA',
      'our operation called invalid',
      (response: ServerResponse) => response.writeHead(400).end(JSON.stringify(invalid)),
    ],
    ['TIMEOUT', 'nothing', () => undefined],
    ['TIMEOUT', 'half an answer, then nothing', (response: ServerResponse) => response.write('{"data')],
  ])('%s: %s', async (reason, _, answer) => {
    const { service } = await served(answer, { timeoutMs: 200, maxAnswerBytes: 4_000 });
    await expect(service(request)).rejects.toMatchObject({ name: 'SilentServiceError', reason });
  });

  test('UNREACHABLE: nobody listens', async () => {
    const { service } = await served(() => undefined);
    await closing.splice(0)[0]?.();
    const gone = httpService('http://127.0.0.1:1/graphql');
    closing.push(async () => gone.close?.());
    await expect(gone(request)).rejects.toMatchObject({ reason: 'UNREACHABLE' });
    await expect(service(request)).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  });
});

test('a client that goes away ends the request', async () => {
  const gone = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const { service } = await served((response) => {
    response.on('close', end);
    gone.abort();
  });
  await expect(service({ ...request, signal: gone.signal })).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  await ended;
});
