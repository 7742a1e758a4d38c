import { expect, test } from '@jest/globals';
import type { Service } from '../route/service.js';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled } from './loopback.test-kit.js';
import { withDeadline } from './with-deadline.js';
import { withTimeout } from './with-timeout.js';

const kit = loopbackKit();
const late = { reason: 'TIMEOUT', cause: { kind: 'SLOW' } };

test('a call that takes too long is ended, also at the other end', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const server = await kit.serve(({ response }) => response.on('close', end));
  const service = kit.using(httpService(server.url, { timeoutMs: 1_000 }));
  await expect(service(aRequest())).rejects.toMatchObject(late);
  await ended;
});

test.each([
  ['the client’s', (deadline: number) => aRequest({ context: { id: 'r', headers: {}, deadline } })],
  ['the fetch’s', (deadline: number) => aRequest({ deadline })],
])('%s deadline ends a call before its own time', async (_, request) => {
  const server = await kit.serve(() => undefined);
  const service = kit.using(httpService(server.url, { timeoutMs: 3_600_000 }));
  await expect(service(request(Date.now() + 50))).rejects.toMatchObject(late);
});

test('no call begins after the deadline', async () => {
  const server = await kit.serve(({ response }) => response.end('{"data":{}}'));
  const service = kit.using(httpService(server.url));
  await expect(service(aRequest({ deadline: Date.now() }))).rejects.toMatchObject(late);
  expect(server.asked).toHaveLength(0);
});

test('a service that does not heed its signal is left behind', async () => {
  const deaf = withTimeout(() => new Promise(() => undefined), { timeoutMs: 20 });
  await expect(deaf(aRequest())).rejects.toMatchObject(late);
});

test('a call that is over leaves no watch on the client’s signal', async () => {
  const client = new AbortController();
  let inner: AbortSignal | undefined;
  const service = withTimeout(({ signal }) => {
    inner = signal;
    return Promise.resolve({ data: {} });
  });
  await service(aRequest({ signal: client.signal }));
  client.abort();
  expect(inner?.aborted).toBe(false);
});

test('the deadline of a call is its own time or the client’s, whichever is sooner', async () => {
  const seen: (number | undefined)[] = [];
  const inner: Service = ({ deadline }) => {
    seen.push(deadline);
    return Promise.resolve({ data: {} });
  };
  const before = Date.now();
  const service = withDeadline(inner, { timeoutMs: 1_000 });
  await service(aRequest());
  await service(aRequest({ context: { id: 'r', headers: {}, deadline: before + 10 } }));
  expect(seen[0]).toBeGreaterThanOrEqual(before + 1_000);
  expect(seen[0]).toBeLessThanOrEqual(Date.now() + 1_000);
  expect(seen[1]).toBe(before + 10);
});

test('a deadline further off than a timer reaches is none', async () => {
  const server = await kit.serve(({ response }) => setTimeout(() => response.end('{"data":{}}'), 20));
  const service = kit.using(httpService(server.url, { timeoutMs: Number.MAX_SAFE_INTEGER }));
  expect(await settled(service(aRequest()))).toEqual({ data: {} });
});
