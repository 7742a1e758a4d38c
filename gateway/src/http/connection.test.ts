import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { testGateway } from '../testing/test-gateway.js';
import { createHttpServer, type HttpServer } from './server.js';

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(maxBodyBytes?: number): Promise<HttpServer> {
  const server = await createHttpServer(testGateway().gateway, { port: 0, maxBodyBytes });
  servers.push(server);
  return server;
}

/** Sends a body in these pieces, with no length said before. */
async function postPieces(url: string, pieces: readonly Buffer[]): Promise<{ status?: number; text: string }> {
  const asked = httpRequest(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  // Whoever is refused may be cut off before the end of what it sends.
  asked.on('error', () => undefined);
  for (const piece of pieces) await new Promise<void>((resolve) => asked.write(piece, () => resolve()));
  asked.end();
  const [answer] = await answered;
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode, text };
}

test('a character may come in two pieces', async () => {
  const { url } = await serve();
  const body = Buffer.from('{"query":"{ unit } # 长宁"}');
  const middle = body.indexOf(Buffer.from('长')) + 1;
  const { status, text } = await postPieces(url, [body.subarray(0, middle), body.subarray(middle)]);
  expect([status, text]).toEqual([200, expect.stringContaining('"unit"')]);
});

test('a body whose length nobody said is bounded as well', async () => {
  const { url } = await serve(100);
  const padded = (length: number) => [Buffer.from('{"query":"{ unit } #'), Buffer.from(`${'x'.repeat(length)}"}`)];
  expect((await postPieces(url, padded(20))).status).toBe(200);
  const { status, text } = await postPieces(url, padded(100));
  expect([status, text]).toEqual([413, expect.stringContaining('OPERATION_LIMIT')]);
});

test('a connection that stays open does not hold up the closing', async () => {
  const server = await serve();
  const socket = connect(server.port, '127.0.0.1');
  const body = '{"query":"{ unit }"}';
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 [^]*connection: keep-alive/i);
  const ended = once(socket, 'close');
  await servers.splice(0)[0]?.close();
  await ended;
});

test('what is not GraphQL over HTTP is told where GraphQL is, and HEAD has no body', async () => {
  const { url } = await serve();
  const other = await fetch(new URL('/other', url));
  expect([other.status, await other.text()]).toEqual([404, expect.stringContaining('/graphql')]);
  expect((await fetch(new URL('/health', url), { method: 'POST' })).status).toBe(404);
  const head = await fetch(new URL('/health?x=1', url), { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});
