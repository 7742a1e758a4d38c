import { expect, test } from '@jest/globals';
import { ruleInput } from '@onenx/node/testing';
import { publishing } from './publishing.js';

const publish = publishing.actions['publishFundsDisclosure'];

test.each([
  ['2024-04-30', true],
  ['2024-05-01', false],
])('what is published on %s for the first quarter is in time: %s', (publishedAt, inTime) => {
  const after = { quarterTo: '2024-03-31', publishedAt };
  const input = ruleInput({ after, parameters: { 'fundsDisclosure.due.days': 30 } });
  expect(publish?.sets?.(input)).toEqual({ publishBy: '2024-04-30' });
  expect(publish?.rules?.every((rule) => rule.check(input) === null)).toBe(inTime);
});

test('what was published is changed by a correction alone, which says why', () => {
  const writing = Object.entries(publishing.actions).filter(([, { takes = {} }]) => 'income' in takes);
  expect(writing.map(([name]) => name)).toEqual(['publishFundsDisclosure', 'correctFundsDisclosure']);
  expect(publishing.managed).toEqual(expect.arrayContaining(['income', 'expense']));
  expect(publishing.actions['correctFundsDisclosure']?.takes).toMatchObject({ correctionNote: 'required' });
});
