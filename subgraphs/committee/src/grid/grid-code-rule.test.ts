import { expect, test } from '@jest/globals';
import { ruleInput } from '@onenx/node/testing';
import { gridCodeRule } from './grid-code-rule.js';

test.each([
  ['310105009011001', true],
  ['310105009011000', true],
  ['310105009012001', false],
  ['31010500901101', false],
  ['3101050090110010', false],
  ['31010500901100A', false],
  ['３１０１０５００９０１１００１', false],
])('the grid code %s is of committee 310105009011: %s', (gridCode, kept) => {
  expect(gridCodeRule.check(ruleInput({ after: { gridCode, place: '310105009011' } })) === null).toBe(kept);
});
