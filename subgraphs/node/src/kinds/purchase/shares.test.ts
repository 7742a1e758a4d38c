import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partOf, stated, WHOLE } from './shares.js';

const parts = fc
  .array(fc.integer({ min: 0, max: WHOLE }), { maxLength: 12 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), WHOLE])
  .map((cuts) =>
    cuts.slice(1).map((cut, i) => ({ place: `3101050${10 + i}000`, percent: (cut - (cuts[i] ?? 0)) / 100 })),
  );
const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test('the parts of the places add up to the amount, whatever the percentages, to the fen', () => {
  fc.assert(
    fc.property(parts, amounts, (shares, amount) => {
      expect(stated(shares)).toBe(WHOLE);
      const all = shares.map(({ place }) => BigInt(partOf(amount, shares, place)));
      expect(all.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(amount));
    }),
  );
});

test('a part is less than a fen from its percentage, and does not depend on the order of the records', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 1e10 }), (shares, amount) => {
      for (const { place, percent } of shares) {
        const part = partOf(amount, shares, place);
        expect(Math.abs(part - (amount * percent) / 100)).toBeLessThan(1.001);
        expect(partOf(amount, shares.toReversed(), place)).toBe(part);
      }
    }),
  );
});

test('a place without a share has no part', () => {
  expect(partOf(100, [{ place: '310105001000', percent: 100 }], '310105002000')).toBe(0);
});
