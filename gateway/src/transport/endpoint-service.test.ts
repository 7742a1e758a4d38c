import { setImmediate } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import type { EndpointEvent } from './endpoint-event.js';
import { endpointService } from './endpoint-service.js';
import { describeEndpoint } from './endpoint-settings.js';
import { aRequest, loopbackKit, settled, type Asked } from './loopback.test-kit.js';

const kit = loopbackKit();
const isCall = ({ body }: Asked) => !body.includes('__typename');

test('the defaults, for operators', () => {
  expect(describeEndpoint()).toMatchInlineSnapshot(`
   "timeout: 10000 ms a call, 10000 ms a try, never past the request's deadline
   retry: 1 of queries, 25 to 75 ms later, when the connection failed or on HTTP 502, 503, 504
   concurrency: 64 calls under way, 1024 waiting
   answers: up to 67108864 bytes
   circuit breaker: opens after 5 faults in a row, or when 50 % of at least 20 calls within 10 s were faults; then a probe every 2000 ms, and calls wait 200 to 400 ms for one
   identical queries under way: one fetch"
  `);
  expect(describeEndpoint({ circuit: false, share: false, tryTimeoutMs: undefined })).toContain('circuit breaker: off');
});

test('a query passes every guard', async () => {
  const server = await kit.serve(({ body, response }) =>
    response.end(JSON.stringify({ data: JSON.parse(body) as unknown })),
  );
  const service = kit.using(endpointService(server.url));
  expect(await service(aRequest({ variables: { a: 1 } }))).toEqual({
    data: { query: '{ unit }', variables: { a: 1 } },
  });
  expect(service.circuit?.()).toMatchObject({ state: 'CLOSED' });
});

test('a connection lost once is not noticed', async () => {
  const server = await kit.serve(({ response }, index) =>
    index === 0 ? response.destroy() : response.end('{"data":{"unit":1}}'),
  );
  expect(await kit.using(endpointService(server.url))(aRequest())).toEqual({ data: { unit: 1 } });
});

test('an endpoint that hangs is given up, called slow, and after a while not asked; the log says so', async () => {
  const events: EndpointEvent[] = [];
  const server = await kit.serve(() => undefined);
  const log = (event: EndpointEvent) => events.push(event);
  const service = kit.using(endpointService(server.url, { timeoutMs: 400, circuit: { faultsInRow: 3 }, log }));
  for (let call = 0; call < 5; call++) expect(await settled(service(aRequest()))).toMatchObject({ reason: 'TIMEOUT' });
  expect(server.asked.filter(isCall)).toHaveLength(3);
  expect(service.circuit?.()).toMatchObject({ state: 'OPEN', lastFault: { reason: 'TIMEOUT' } });
  expect(events).toMatchObject([{ endpoint: server.url, circuit: { state: 'OPEN' } }]);
});

test('waiters whose own deadline is too soon for a hanging endpoint open its circuit too', async () => {
  const server = await kit.serve(() => undefined);
  const service = kit.using(
    endpointService(server.url, {
      timeoutMs: 60_000,
      circuit: { faultsInRow: 2, enoughMs: 50, quickMs: 0 },
      log: () => undefined,
    }),
  );
  const hasty = () => settled(service(aRequest({ context: { id: 'r', headers: {}, deadline: Date.now() + 500 } })));
  for (let call = 0; call < 3; call++) {
    expect(await hasty()).toMatchObject({ reason: 'TIMEOUT' });
    // The fetch that the last waiter left ends just after the waiter.
    await setImmediate();
  }
  expect(server.asked.filter(isCall)).toHaveLength(2);
});

describe('a fault that will not pass by itself', () => {
  test.each([
    ['SCHEMA', '[]', 'The answer is no GraphQL answer.'],
    ['TOO_LARGE', ' '.repeat(200), 'The answer is over 100 bytes.'],
  ])('is told to the operator once a minute, and opens nothing: %s', async (kind, text, message) => {
    const events: EndpointEvent[] = [];
    const server = await kit.serve(({ response }) => response.end(text));
    const log = (event: EndpointEvent) => events.push(event);
    const service = kit.using(endpointService(`${server.url}?token=secret`, { maxAnswerBytes: 100, log }));
    const ask = async () => {
      for (let call = 0; call < 8; call++)
        expect(await settled(service(aRequest()))).toMatchObject({ cause: { kind } });
    };
    await ask();
    expect(events).toMatchObject([{ endpoint: server.url, fault: { message }, unsaid: 0 }]);
    const later = Date.now() + 60_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    await ask();
    clock.mockRestore();
    expect(events.slice(1)).toMatchObject([{ fault: { message }, unsaid: 7 }]);
    expect(server.asked).toHaveLength(16);
  });
});

test('sharing can be off', async () => {
  const server = await kit.serve(({ response }) => setTimeout(() => response.end('{"data":{}}'), 10));
  for (const share of [true, false]) {
    const service = kit.using(endpointService(server.url, { share }));
    await Promise.all([1, 2, 3].map(() => service(aRequest())));
  }
  expect(server.asked).toHaveLength(1 + 3);
});
