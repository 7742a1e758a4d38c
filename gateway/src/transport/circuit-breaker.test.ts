import { describe, expect, test } from '@jest/globals';
import type { Service, SilentReason } from '../route/service.js';
import { CircuitBreaker, type CircuitOptions, type CircuitStatus } from './circuit-breaker.js';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled, type Asked } from './loopback.test-kit.js';

const kit = loopbackKit();
const good = ({ response }: Asked) => response.end('{"data":{}}');
const reset = ({ response }: Asked) => response.destroy();

/** A breaker before a server that answers as it is told at the moment, with a clock that is set by hand. */
async function guarded(options: CircuitOptions = {}) {
  const at = { now: 1_000_000, answer: good as (asked: Asked) => unknown };
  const server = await kit.serve((asked) => at.answer(asked));
  const breaker = new CircuitBreaker({ faultsInRow: 3, quickMs: 0, now: () => at.now, ...options });
  const http = kit.using(httpService(server.url, { timeoutMs: 5_000, maxAnswerBytes: 1_000 }));
  const service = breaker.guard(http);
  const ask = () => settled(service(aRequest()));
  const open = async () => {
    at.answer = reset;
    while (breaker.status.state === 'CLOSED') await ask();
  };
  return { at, server, breaker, service, ask, open };
}

test('after faults in a row it fails at once, with the reason of the last, and asks the endpoint nothing', async () => {
  const { at, server, breaker, ask } = await guarded();
  at.answer = reset;
  for (let call = 0; call < 3; call++) expect(await ask()).toMatchObject({ cause: { kind: 'CONNECTION' } });
  expect(await ask()).toMatchObject({ reason: 'UNREACHABLE', cause: { kind: 'CIRCUIT_OPEN' } });
  expect(server.asked).toHaveLength(3);
  expect(breaker.status).toMatchObject({
    state: 'OPEN',
    since: at.now,
    lastFault: { reason: 'UNREACHABLE', at: at.now },
  });
});

test('an answer in between begins the count anew', async () => {
  const { at, breaker, ask } = await guarded();
  for (const answer of [reset, reset, good, reset, reset, good]) {
    at.answer = answer;
    await ask();
  }
  expect(breaker.status.state).toBe('CLOSED');
});

test('half of the calls failing opens it too, once there were enough of them within the window', async () => {
  const { at, breaker, ask } = await guarded({ leastCalls: 10, windowSeconds: 10 });
  const alternate = async (calls: number) => {
    for (let call = 0; call < calls; call++) {
      at.answer = call % 2 === 0 ? good : reset;
      await ask();
    }
  };
  await alternate(8);
  at.now += 10_000;
  await alternate(8);
  expect(breaker.status.state).toBe('CLOSED');
  await alternate(2);
  expect(breaker.status.state).toBe('OPEN');
});

describe('after the pause', () => {
  test('one call tries, the others fail at once until it is back; an answer closes', async () => {
    const { at, server, breaker, ask, open } = await guarded({ pauseMs: 500 });
    await open();
    at.now += 499;
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    at.now += 1;
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<Asked>();
    at.answer = arrive;
    const probe = ask();
    const held = await arrived;
    expect(breaker.status.state).toBe('HALF_OPEN');
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    good(held);
    expect(await probe).toEqual({ data: {} });
    expect(breaker.status).toMatchObject({ state: 'CLOSED', lastFault: { reason: 'UNREACHABLE' } });
    at.answer = good;
    expect(await ask()).toEqual({ data: {} });
    expect(server.asked).toHaveLength(5);
  });

  test('a fault of that call opens it for another pause', async () => {
    const { at, breaker, ask, open } = await guarded({ pauseMs: 500 });
    await open();
    at.now += 500;
    expect(await ask()).toMatchObject({ cause: { kind: 'CONNECTION' } });
    expect(breaker.status).toMatchObject({ state: 'OPEN', since: at.now });
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
  });

  test('a client that goes away while its call tries leaves the next call to try', async () => {
    const { at, breaker, service, ask, open } = await guarded({ pauseMs: 500 });
    await open();
    at.now += 500;
    const gone = new AbortController();
    at.answer = () => gone.abort();
    await settled(service(aRequest({ signal: gone.signal })));
    expect(breaker.status.state).toBe('HALF_OPEN');
    at.answer = good;
    expect(await ask()).toEqual({ data: {} });
    expect(breaker.status.state).toBe('CLOSED');
  });
});

describe('these open nothing', () => {
  test.each<[string, (asked: Asked) => unknown]>([
    ['GraphQL errors', ({ response }) => response.end('{"errors":[{"message":"no"}]}')],
    ['another schema', ({ response }) => response.end('[]')],
    ['answers over the limit', ({ response }) => response.end(' '.repeat(2_000))],
  ])('%s', async (_, answer) => {
    const { at, server, breaker, ask } = await guarded();
    at.answer = answer;
    for (let call = 0; call < 6; call++) await ask();
    expect(breaker.status.state).toBe('CLOSED');
    expect(server.asked).toHaveLength(6);
  });

  test('clients that go away', async () => {
    const { at, breaker, service } = await guarded();
    for (let call = 0; call < 6; call++) {
      const gone = new AbortController();
      at.answer = () => gone.abort();
      expect(await settled(service(aRequest({ signal: gone.signal })))).toMatchObject({ cause: { kind: 'GONE' } });
    }
    expect(breaker.status.state).toBe('CLOSED');
  });

  test('deadlines that left the endpoint hardly any time; those that left enough do', async () => {
    const { at, breaker, service } = await guarded({ enoughMs: 1_000 });
    let took = 0;
    at.answer = () => (at.now += took);
    const hasty = () => settled(service(aRequest({ deadline: Date.now() + 30 })));
    for (took of [0, 10, 999, 999]) expect(await hasty()).toMatchObject({ reason: 'TIMEOUT' });
    expect(breaker.status.state).toBe('CLOSED');
    for (took of [1_000, 1_000, 1_000]) await hasty();
    expect(breaker.status).toMatchObject({ state: 'OPEN', lastFault: { reason: 'TIMEOUT' satisfies SilentReason } });
  });

  test('faults of ours', async () => {
    const breaker = new CircuitBreaker({ faultsInRow: 1 });
    const broken: Service = () => Promise.reject(new TypeError('a bug'));
    await settled(breaker.guard(broken)(aRequest()));
    expect(breaker.status.state).toBe('CLOSED');
  });
});

test('a change of state is told', async () => {
  const told: CircuitStatus['state'][] = [];
  const { at, ask, open } = await guarded({ pauseMs: 10, onChange: ({ state }) => told.push(state) });
  await open();
  at.now += 10;
  at.answer = good;
  await ask();
  expect(told).toEqual(['OPEN', 'HALF_OPEN', 'CLOSED']);
});

test('an endpoint that refuses at once is asked every time, so that the first request after it is back is answered', async () => {
  const { at, breaker, ask } = await guarded({ quickMs: 100 });
  at.answer = reset;
  for (let call = 0; call < 10; call++) await ask();
  expect(breaker.status.state).toBe('CLOSED');
  at.answer = good;
  expect(await ask()).toMatchObject({ data: {} });
});
