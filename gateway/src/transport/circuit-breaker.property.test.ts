import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { bounds, CircuitWorld, pass, type Ending, type Mood } from './circuit-breaker.test-kit.js';
import type { CircuitState } from './circuit-breaker.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the circuit breaker: ${SEED}\n`);

beforeAll(() => void jest.useFakeTimers({ now: 0 }));
afterAll(() => void jest.useRealTimers());

type Step = { begin: number } | { end: number; ending: Ending } | { turnTo: Mood } | { pass: number };

const ending = fc.constantFrom<Ending>('ANSWER', 'SCHEMA', 'FAULT', 'FAULT', 'FAULT', 'FAULT', 'FAULT', 'GONE');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ begin: fc.constantFrom(60_000, 60_000, 60_000, 70) }) },
  { weight: 4, arbitrary: fc.record({ end: fc.nat(20), ending }) },
  { weight: 2, arbitrary: fc.record({ turnTo: fc.constantFrom<Mood>('ANSWER', 'REFUSE', 'FAIL', 'HANG', 'HANG') }) },
  { weight: 4, arbitrary: fc.record({ pass: fc.constantFrom(1, 1, 60, 199, 200, 400, 999, 2_000, 4_000) }) },
);

async function take(world: CircuitWorld, one: Step): Promise<void> {
  if ('begin' in one) world.begin(one.begin);
  else if ('ending' in one) world.end(one.end, one.ending);
  else if ('turnTo' in one) world.turnTo(one.turnTo);
  await pass('pass' in one ? one.pass : 0);
}

test('does over any course of calls what its rules say over the history', async () => {
  const seen = new Set<CircuitState>();
  let refusals = 0;
  const courses = fc.array(step, { minLength: 40, maxLength: 150, size: 'max' });
  await fc.assert(
    fc.asyncProperty(courses, fc.constantFrom(0, 60, bounds.graceMs - 1), async (course, lagMs) => {
      jest.clearAllTimers();
      const world = new CircuitWorld(lagMs);
      for (const one of course) {
        await take(world, one);
        world.look();
        expect(world.broken).toEqual([]);
      }
      for (const state of world.seen) seen.add(state);
      refusals += world.refusals;
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['CLOSED', 'HALF_OPEN', 'OPEN']);
  expect(refusals).toBeGreaterThan(0);
});
