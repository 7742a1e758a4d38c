import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { apportion } from './apportion.js';
import { aliveOn, livesThrough } from './lives.js';
import { Random } from './random.js';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('shares add up to the whole, each within one of what its weight says', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (total, parts) => {
      const sum = parts.reduce((a, b) => a + b, 0);
      const shares = apportion(total, parts);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      shares.forEach((share, index) => {
        expect(Math.abs(share - (total * (parts[index] ?? 0)) / sum)).toBeLessThanOrEqual(1.000_001);
      });
    }),
  );
});

test('exactly as many are alive at the end of each phase as it says, whatever the seed', () => {
  fc.assert(
    fc.property(seed, (start) => {
      const lives = livesThrough(
        [
          { from: '2000-01-01', to: '2004-12-31', alive: 40, ends: 5 },
          { from: '2005-01-01', to: '2009-12-31', alive: 60, ends: 30 },
        ],
        new Random(start),
      );
      expect(lives).toHaveLength(40 + 5 + 20 + 30);
      expect(lives.filter((life) => aliveOn(life, '2004-12-31'))).toHaveLength(40);
      expect(lives.filter((life) => aliveOn(life, '2009-12-31'))).toHaveLength(60);
      for (const { from, to } of lives) expect(to === null || to > from).toBe(true);
    }),
    { numRuns: 30 },
  );
});

function numbers(random: Random): number[] {
  return Array.from({ length: 20 }, () => random.next());
}

test('the same seed gives the same numbers, a fork others, and asking the parent does not move a fork', () => {
  fc.assert(
    fc.property(seed, (start) => {
      const parent = new Random(start);
      expect(numbers(new Random(start))).toEqual(numbers(parent));
      expect(numbers(parent.fork('teams'))).toEqual(numbers(new Random(start).fork('teams')));
      expect(numbers(parent.fork('teams'))).not.toEqual(numbers(parent.fork('groups')));
    }),
  );
});

test('numbers are even over their range', () => {
  const random = new Random(1);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 10_000; index += 1) {
    const at = random.integer(0, 9);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('a weight of nothing is never picked, and picking from nothing is refused', () => {
  const random = new Random(2);
  const picked = Array.from({ length: 500 }, () =>
    random.weighted([
      ['never', 0],
      ['always', 1],
    ]),
  );
  expect(new Set(picked)).toEqual(new Set(['always']));
  expect(() => random.pick([])).toThrow(RangeError);
});
