import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Service, ServiceAnswer, ServiceRequest } from '../route/service.js';
import { guarded } from './endpoint-service.js';
import { endpointSettings } from './endpoint-settings.js';
import { aRequest, settled } from './loopback.test-kit.js';
import { isQuery } from './operation-kind.js';
import { silence, TransportFault } from './transport-fault.js';
import { withTimeout } from './with-timeout.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the guards: ${SEED}\n`);

beforeAll(() => void jest.useFakeTimers({ now: 0 }));
afterAll(() => void jest.useRealTimers());

const TIMEOUT_MS = 3_000;

/** What the endpoint does with one call; without an end it hangs. */
interface Fate {
  readonly how: 'ANSWER' | 'CONNECTION' | 'STATUS' | 'SCHEMA' | 'HANG';
  readonly afterMs: number;
}

interface Asked {
  readonly afterMs: number;
  readonly isMutation: boolean;
  readonly unit: number;
  readonly dueMs: number;
  /** When its client goes away. */
  readonly goneMs: number;
}

const fate: fc.Arbitrary<Fate> = fc.record({
  how: fc.constantFrom('ANSWER', 'ANSWER', 'CONNECTION', 'CONNECTION', 'STATUS', 'SCHEMA', 'HANG'),
  afterMs: fc.constantFrom(0, 1, 20, 150, 900, 2_500),
});
const asked: fc.Arbitrary<Asked> = fc.record({
  afterMs: fc.constantFrom(0, 0, 0, 1, 30, 200, 1_000),
  isMutation: fc.boolean(),
  unit: fc.nat(2),
  dueMs: fc.constantFrom(0, 10, 60, 300, 1_500, 60_000),
  goneMs: fc.constantFrom(5, 700, 1e6, 1e6, 1e6, 1e6),
});
const options = fc.record({
  inFlight: fc.integer({ min: 1, max: 3 }),
  queue: fc.nat(4),
  tryTimeoutMs: fc.constantFrom(400, 2_000),
  share: fc.boolean(),
  retry: fc.record({ retries: fc.nat(2), pauseMs: fc.constantFrom(1, 50, 500) }),
});

/** An endpoint with its fates one after the other, and what was asked of it. */
class Endpoint {
  readonly calls: { readonly request: ServiceRequest; readonly at: number }[] = [];
  most = 0;
  #under = 0;

  constructor(readonly fates: readonly Fate[]) {}

  readonly service: Service = async (request) => {
    if (request.query.includes('__typename')) return { data: {} };
    const { how, afterMs } = this.fates[this.calls.length % this.fates.length] ?? { how: 'ANSWER', afterMs: 0 };
    this.calls.push({ request, at: Date.now() });
    this.most = Math.max(this.most, ++this.#under);
    try {
      return await new Promise<ServiceAnswer>((resolve, reject) => {
        request.signal?.addEventListener('abort', () => reject(request.signal?.reason as Error));
        if (how !== 'HANG') setTimeout(() => end(how, { request, resolve, reject }), afterMs);
      });
    } finally {
      this.#under--;
    }
  };
}

interface Ends {
  readonly request: ServiceRequest;
  readonly resolve: (answer: ServiceAnswer) => void;
  readonly reject: (error: Error) => void;
}

function end(how: Exclude<Fate['how'], 'HANG'>, { request, resolve, reject }: Ends): void {
  if (how === 'ANSWER') resolve({ data: { ...request.variables } });
  else if (how === 'STATUS') reject(silence('UNREACHABLE', new TransportFault('STATUS', '503', { status: 503 })));
  else if (how === 'SCHEMA') reject(silence('SCHEMA', new TransportFault('SCHEMA', 'other')));
  else reject(silence('UNREACHABLE', new TransportFault('CONNECTION', 'reset')));
}

/** Asks it all, each at its time, and gives what became of each and when. */
async function ask(service: Service, all: readonly Asked[]): Promise<{ began: number; ended: number; end: unknown }[]> {
  const ends: { began: number; ended: number; end: unknown }[] = [];
  for (const [index, { afterMs, isMutation, unit, dueMs, goneMs }] of all.entries()) {
    await jest.advanceTimersByTimeAsync(afterMs);
    const began = Date.now();
    const gone = new AbortController();
    const leaving = setTimeout(() => gone.abort(), goneMs);
    const query = isMutation ? 'mutation { end { ok } }' : 'query { unit }';
    const headers = { 'x-request-id': String(index) };
    const request = aRequest({ query, variables: { unit }, headers, signal: gone.signal, deadline: began + dueMs });
    const watch = async () => {
      const how = await settled(service(request));
      clearTimeout(leaving);
      ends[index] = { began, ended: Date.now(), end: how };
    };
    void watch();
  }
  await jest.advanceTimersByTimeAsync(2 * TIMEOUT_MS);
  return ends;
}

test('no deadline is passed, no mutation is asked twice, no bound is broken, and nothing stays behind', async () => {
  const seen = { retried: 0, waited: 0, cut: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(asked, { minLength: 1, maxLength: 25 }),
      fc.array(fate, { minLength: 1, maxLength: 12 }),
      options,
      async (all, fates, bounds) => {
        jest.clearAllTimers();
        const endpoint = new Endpoint(fates);
        const settings = endpointSettings({ ...bounds, timeoutMs: TIMEOUT_MS });
        const tried = withTimeout(endpoint.service, { timeoutMs: settings.tryTimeoutMs });
        const service = guarded(tried, settings, () => undefined);
        const ends = await ask(service, all);

        for (const [index, { dueMs, goneMs, unit }] of all.entries()) {
          const { began, ended, end: how } = ends[index] ?? { began: 0, ended: Infinity, end: 'never' };
          expect(ended - began).toBeLessThanOrEqual(Math.min(dueMs, goneMs, TIMEOUT_MS));
          if (how instanceof Error) expect(['UNREACHABLE', 'TIMEOUT', 'SCHEMA']).toContain(Reflect.get(how, 'reason'));
          else expect(how).toMatchObject({ data: { unit } });
          if (ended - began === dueMs) seen.cut++;
        }
        const mutations = endpoint.calls.filter(({ request }) => !isQuery(request.query));
        const written = mutations.map(({ request }) => request.headers['x-request-id']);
        expect(written).toEqual([...new Set(written)]);
        for (const [index, { isMutation }] of all.entries())
          if (isMutation && !(ends[index]?.end instanceof Error)) expect(written).toContain(String(index));
        for (const { request, at } of endpoint.calls) expect(at).toBeLessThanOrEqual(request.deadline ?? 0);
        const queries = endpoint.calls.length - mutations.length;
        const askedFor = all.filter(({ isMutation }) => !isMutation).length;
        expect(queries).toBeLessThanOrEqual(askedFor * (1 + bounds.retry.retries));
        if (queries > askedFor) seen.retried++;
        expect(endpoint.most).toBeLessThanOrEqual(bounds.inFlight);
        if (endpoint.most === bounds.inFlight) seen.waited++;

        await service.close?.();
        expect(jest.getTimerCount()).toBe(0);
      },
    ),
    { seed: SEED, numRuns: 400 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});
