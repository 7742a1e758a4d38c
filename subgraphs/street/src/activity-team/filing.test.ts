import { expect, test } from '@jest/globals';
import { isBroken, ruleInput } from '@onenx/node/testing';
import { filing } from './filing.js';
import { filingOver } from './filing-rules.js';

test.each([
  ['2026-06-29', false],
  ['2026-06-30', true],
  ['2026-07-01', true],
  [null, true],
])('a filing valid to %s has not expired on 30 June 2026: %s', (filingValidTo, refused) => {
  expect(isBroken(filingOver, { after: { filingValidTo } })).toBe(refused);
});

test('a renewed team is filed anew for the term, also where it had expired', () => {
  const asked = ruleInput({ after: { endedAt: '2026-05-01' }, today: '2026-08-31', parameter: () => 6 });
  expect(filing.actions['renewActivityTeamFiling']?.sets?.(asked)).toEqual({
    filingValidTo: '2027-02-28',
    endedAt: null,
  });
});
