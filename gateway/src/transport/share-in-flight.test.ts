import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Service, ServiceRequest } from '../route/service.js';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled, type Asked } from './loopback.test-kit.js';
import { shareInFlight } from './share-in-flight.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the shared fetches: ${SEED}\n`);

const kit = loopbackKit();
const asking = (unit: number, headers: Record<string, string> = {}) => aRequest({ variables: { unit }, headers });
const echo = ({ body, response }: Asked) =>
  response.end(JSON.stringify({ data: { asked: JSON.parse(body) as unknown, list: [{ n: 1 }] } }));

/** A server that holds every request until told, behind a shared service. */
async function holding() {
  const server = await kit.serve(() => undefined);
  const arrived = async (count: number) => {
    while (server.asked.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const release = (index: number) => echo(server.asked[index] as Asked);
  return { server, arrived, release, service: shareInFlight(kit.using(httpService(server.url))) };
}

/** Asks at once, and says how many fetches that made. */
async function fetchesOf(...requests: ServiceRequest[]): Promise<number> {
  const server = await kit.serve((asked) => setTimeout(() => echo(asked), 5));
  const service = shareInFlight(kit.using(httpService(server.url)));
  await Promise.all(requests.map((request) => service(request)));
  return server.asked.length;
}

describe('one fetch', () => {
  test('for the same question of the same caller, whatever the requests are called', async () => {
    const named = (id: string) => ({
      ...asking(1, { authorization: 'a', 'x-request-id': id }),
      context: { id, headers: {} },
    });
    expect(await fetchesOf(named('1'), named('2'), named('3'))).toBe(1);
  });

  test('gives each waiter data of its own', async () => {
    const { arrived, release, service } = await holding();
    const waiting = [service(asking(1)), service(asking(1)), service(asking(1))].map(async (waiter) => {
      const answer = await waiter;
      const before = JSON.stringify(answer);
      (answer.data as { list: { n: number }[] }).list[0]!.n = 2;
      Object.assign(answer.data as object, { more: true });
      return before;
    });
    await arrived(1);
    release(0);
    const answers = await Promise.all(waiting);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"list":[{"n":1}]');
  });

  test('gives each waiter the fault', async () => {
    const server = await kit.serve(({ response }) => response.writeHead(500).end());
    const service = shareInFlight(kit.using(httpService(server.url)));
    const answers = await Promise.all([1, 1, 1].map((unit) => settled(service(asking(unit)))));
    for (const answer of answers) expect(answer).toMatchObject({ reason: 'UNREACHABLE', cause: { status: 500 } });
    expect(server.asked).toHaveLength(1);
  });
});

describe('a fetch each', () => {
  test.each([['authorization'], ['accept-language'], ['x-onenx-codes'], ['x-a-forwarded-one']])(
    'for callers that differ in %s',
    async (name) => {
      expect(await fetchesOf(asking(1, { [name]: 'a' }), asking(1, { [name]: 'b' }), asking(1))).toBe(3);
    },
  );

  test('for headers of which one is made to look like two', async () => {
    expect(await fetchesOf(asking(1, { a: 'b', c: 'd' }), asking(1, { a: 'b1:c1:d' }))).toBe(2);
  });

  test('for other variables, and another operation', async () => {
    const query = 'query A { unit } query B { unit }';
    const named = (operationName: string) => aRequest({ query, operationName });
    expect(await fetchesOf(asking(1), asking(2), named('A'), named('B'))).toBe(4);
  });

  test('for mutations', async () => {
    const mutation = aRequest({ query: 'mutation { end { ok } }' });
    expect(await fetchesOf(mutation, mutation)).toBe(2);
  });

  test('one after the other', async () => {
    const server = await kit.serve(echo);
    const service = shareInFlight(kit.using(httpService(server.url)));
    for (let round = 0; round < 3; round++) await service(asking(1));
    expect(server.asked).toHaveLength(3);
  });
});

test('who wrote reads what it wrote: nobody joins a fetch from before the end of a mutation', async () => {
  const { server, arrived, release, service } = await holding();
  const before = service(asking(1));
  await arrived(1);
  const mutation = service(aRequest({ query: 'mutation { end { ok } }' }));
  await arrived(2);
  release(1);
  await mutation;
  const after = [service(asking(1)), service(asking(1))];
  await arrived(3);
  release(0);
  expect(await before).toMatchObject({ data: { list: [{ n: 1 }] } });
  // The end of the old fetch is not the end of the new one.
  after.push(service(asking(1)));
  release(2);
  await Promise.all(after);
  expect(server.asked).toHaveLength(3);
});

describe('a waiter that leaves', () => {
  test('leaves the others waiting, also when it was the first', async () => {
    const { arrived, release, service } = await holding();
    const gone = new AbortController();
    const first = settled(service({ ...asking(1), signal: gone.signal }));
    const hasty = settled(service({ ...asking(1), deadline: Date.now() + 20 }));
    const patient = service(asking(1));
    await arrived(1);
    gone.abort();
    expect(await first).toMatchObject({ reason: 'UNREACHABLE', cause: { kind: 'GONE' } });
    expect(await hasty).toMatchObject({ reason: 'TIMEOUT' });
    release(0);
    expect(await patient).toMatchObject({ data: { list: [{ n: 1 }] } });
  });

  test('as the last ends the fetch; who asks then starts another', async () => {
    const { server, arrived, release, service } = await holding();
    const clients = [new AbortController(), new AbortController()];
    const waiters = clients.map(({ signal }) => settled(service({ ...asking(1), signal })));
    await arrived(1);
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    server.asked[0]?.response.on('close', end);
    for (const client of clients) client.abort();
    const next = service(asking(1));
    await Promise.all([...waiters, ended, arrived(2)]);
    release(1);
    expect(await next).toMatchObject({ data: { list: [{ n: 1 }] } });
  });

  test('before it asked, asks nothing', async () => {
    let asked = 0;
    const inner: Service = () => Promise.resolve({ data: { asked: ++asked } });
    const service = shareInFlight(inner);
    expect(await settled(service({ ...asking(1), signal: AbortSignal.abort() }))).toMatchObject({
      cause: { kind: 'GONE' },
    });
    expect(asked).toBe(0);
    expect(await service(asking(1))).toEqual({ data: { asked: 1 } });
  });
});

test('at any moment as many fetches are under way as there are different questions', async () => {
  const caller = fc.constantFrom('a', 'b');
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ ask: fc.nat(2), authorization: caller }) },
    { weight: 1, arbitrary: fc.record({ end: fc.nat(20) }) },
  );
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { server, arrived, release, service } = await holding();
      const under = new Map<string, { index: number; waiters: Promise<unknown>[] }>();
      let fetches = 0;
      const finish = async (key: string) => {
        const { index, waiters } = under.get(key)!;
        under.delete(key);
        release(index);
        const answers = await Promise.all(waiters);
        shared += waiters.length - 1;
        for (const answer of answers)
          expect(answer).toMatchObject({ data: { asked: { variables: { unit: Number(key[1]) } } } });
      };
      for (const one of steps) {
        if ('end' in one) {
          const key = [...under.keys()][one.end % Math.max(under.size, 1)];
          if (key !== undefined) await finish(key);
          continue;
        }
        const key = `${one.authorization}${one.ask}`;
        const waiter = service(asking(one.ask, { authorization: one.authorization }));
        const flight = under.get(key);
        if (flight === undefined) {
          under.set(key, { index: fetches++, waiters: [waiter] });
          await arrived(fetches);
        } else flight.waiters.push(waiter);
        expect(server.asked).toHaveLength(fetches);
      }
      for (const key of under.keys()) await finish(key);
      expect(server.asked).toHaveLength(fetches);
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(shared).toBeGreaterThan(0);
});
