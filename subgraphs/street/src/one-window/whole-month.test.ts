import { expect, test } from '@jest/globals';
import { isBroken } from '@onenx/node/testing';
import { wholeMonth } from './whole-month.js';

test.each([
  ['2026-01-01', '2026-01-31', false],
  ['2026-02-01', '2026-02-28', false],
  ['2024-02-01', '2024-02-29', false],
  ['2026-12-01', '2026-12-31', false],
  ['2024-02-01', '2024-02-28', true],
  ['2026-01-02', '2026-01-31', true],
  ['2026-01-01', '2026-02-28', true],
  ['2026-01-01', '2026-01-01', true],
])('a tally from %s to %s is refused: %s', (periodFrom, periodTo, refused) => {
  expect(isBroken(wholeMonth, { after: { periodFrom, periodTo } })).toBe(refused);
});
