import { describe, expect, test } from '@jest/globals';
import type { Service, SilentReason } from '../route/service.js';
import { CircuitBreaker, type CircuitOptions, type CircuitStatus } from './circuit-breaker.js';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled, type Asked, type Loopback } from './loopback.test-kit.js';

const kit = loopbackKit();
const good = ({ response }: Asked) => response.end('{"data":{}}');
const reset = ({ response }: Asked) => response.destroy();

const isProbe = ({ body }: Asked) => body.includes('__typename');
const callsOf = ({ asked }: Loopback) => asked.filter((one) => !isProbe(one)).length;

/** A breaker before a server that answers as it is told at the moment, with a clock that is set by hand. */
async function guarded(options: CircuitOptions = {}) {
  const at = { now: 1_000_000, answer: good as (asked: Asked) => unknown };
  const server = await kit.serve((asked) => at.answer(asked));
  const http = httpService(server.url, { timeoutMs: 5_000, maxAnswerBytes: 1_000 });
  const bounds = { faultsInRow: 3, quickMs: 0, graceMs: 100 };
  const breaker = new CircuitBreaker(http, { ...bounds, now: () => at.now, ...options });
  const service = kit.using(breaker.gate(breaker.guard(http)));
  const ask = () => settled(service(aRequest()));
  const open = async () => {
    at.answer = reset;
    while (breaker.status.state === 'CLOSED') await ask();
  };
  /** Open, closed for a probe's answer, and calls failed as before. */
  const halfOpen = async () => {
    at.answer = (asked) => (isProbe(asked) ? good(asked) : reset(asked));
    while (breaker.status.state !== 'HALF_OPEN') await ask();
  };
  return { at, server, breaker, service, ask, open, halfOpen };
}

test('after faults in a row the endpoint gets probes only, and calls fail with the reason of the last', async () => {
  const { at, server, breaker, ask } = await guarded();
  at.answer = reset;
  for (let call = 0; call < 3; call++) expect(await ask()).toMatchObject({ cause: { kind: 'CONNECTION' } });
  expect(await ask()).toMatchObject({ reason: 'UNREACHABLE', cause: { kind: 'CIRCUIT_OPEN' } });
  expect(callsOf(server)).toBe(3);
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

describe('open', () => {
  test('every call that comes when the endpoint is back is answered', async () => {
    const { at, server, breaker, ask, open } = await guarded();
    await open();
    const before = callsOf(server);
    at.answer = good;
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([{ data: {} }, { data: {} }, { data: {} }]);
    expect(breaker.status).toMatchObject({ state: 'CLOSED', lastFault: { reason: 'UNREACHABLE' } });
    expect(callsOf(server)).toBe(before + 3);
  });

  test('it closes by itself for the answer to a probe that nobody waits for any longer', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const { at, ask, open } = await guarded({ onChange: ({ state }) => state === 'CLOSED' && close() });
    const held: Asked[] = [];
    await open();
    at.answer = (asked) => held.push(asked);
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    for (const asked of held) good(asked);
    await closed;
    at.answer = good;
    expect(await ask()).toEqual({ data: {} });
  });

  test('it is probed while nobody calls', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const { at, open } = await guarded({ pauseMs: 50, onChange: ({ state }) => state === 'CLOSED' && close() });
    await open();
    at.answer = good;
    await closed;
  });

  test('a call whose deadline comes first fails then, with the reason of the last fault', async () => {
    const { at, service, open } = await guarded({ graceMs: 3_600_000 });
    await open();
    at.answer = () => undefined;
    expect(await settled(service(aRequest({ deadline: Date.now() + 20 })))).toMatchObject({
      reason: 'UNREACHABLE',
      cause: { kind: 'CIRCUIT_OPEN' },
    });
  });

  test('probes end with the service', async () => {
    const { at, service, open } = await guarded({ pauseMs: 3_600_000 });
    const { promise: asked, resolve: ask } = Promise.withResolvers<Asked>();
    await open();
    at.answer = ask;
    void settled(service(aRequest()));
    const { response } = await asked;
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    response.on('close', end);
    await Promise.all([service.close?.(), ended]);
  });
});

describe('half open: it answers probes, but no call', () => {
  test('after the pause one call tries, the others wait for what becomes of it; an answer closes', async () => {
    const { at, server, breaker, ask, halfOpen } = await guarded({ pauseMs: 500, graceMs: 3_600_000 });
    await halfOpen();
    at.now += 499;
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    at.now += 1;
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<Asked>();
    const before = callsOf(server);
    at.answer = arrive;
    const [trial, other] = [ask(), ask()];
    const held = await arrived;
    expect(breaker.status.state).toBe('HALF_OPEN');
    at.answer = good;
    good(held);
    expect(await Promise.all([trial, other])).toEqual([{ data: {} }, { data: {} }]);
    expect(breaker.status.state).toBe('CLOSED');
    expect(callsOf(server)).toBe(before + 2);
  });

  test('others fail when that call takes long, and after its fault for another pause', async () => {
    const { at, breaker, ask, halfOpen } = await guarded({ pauseMs: 500 });
    await halfOpen();
    at.now += 500;
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<Asked>();
    at.answer = arrive;
    const trial = ask();
    const held = await arrived;
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    reset(held);
    expect(await trial).toMatchObject({ cause: { kind: 'CONNECTION' } });
    at.answer = good;
    expect(await ask()).toMatchObject({ cause: { kind: 'CIRCUIT_OPEN' } });
    expect(breaker.status.state).toBe('HALF_OPEN');
    at.now += 500;
    expect(await ask()).toEqual({ data: {} });
  });

  test('a client that goes away while its call tries leaves the next call to try', async () => {
    const { at, breaker, service, ask, halfOpen } = await guarded({ pauseMs: 500 });
    await halfOpen();
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
    const broken: Service = () => Promise.reject(new TypeError('a bug'));
    const breaker = new CircuitBreaker(broken, { faultsInRow: 1 });
    await settled(breaker.guard(broken)(aRequest()));
    expect(breaker.status.state).toBe('CLOSED');
  });
});

test('a change of state is told', async () => {
  const told: CircuitStatus['state'][] = [];
  const { at, ask, halfOpen } = await guarded({ pauseMs: 10, onChange: ({ state }) => told.push(state) });
  await halfOpen();
  at.now += 10;
  at.answer = good;
  await ask();
  expect(told).toEqual(['OPEN', 'CLOSED', 'HALF_OPEN', 'CLOSED']);
});

test('an endpoint that refuses at once is asked every time, so that the first request after it is back is answered', async () => {
  const { at, breaker, ask } = await guarded({ quickMs: 100 });
  at.answer = reset;
  for (let call = 0; call < 10; call++) await ask();
  expect(breaker.status.state).toBe('CLOSED');
  at.answer = good;
  expect(await ask()).toMatchObject({ data: {} });
});
