import { expect, test } from '@jest/globals';
import { firstProblem, notMoreThan } from './not-more-than.js';

const check = notMoreThan('respondents', ['satisfied', 'aware']);

test.each([
  [{ respondents: 5, satisfied: 5, aware: null }, null],
  [{ respondents: null, satisfied: 9 }, null],
  [{ respondents: 5, satisfied: 6, aware: 7 }, 'satisfied'],
  [{ respondents: 5, satisfied: 2, aware: 6 }, 'aware'],
])('of %j the part that is more than the whole is %s', (values, field) => {
  expect(check(values)?.field ?? null).toBe(field);
  expect(firstProblem(() => null, check)(values)).toEqual(check(values));
});
