import { expect, test } from '@jest/globals';
import { broken } from '@onenx/node/testing';
import { enforcement } from './enforcement.js';

test.each([
  ['ILLEGAL', 'BANNED', true],
  ['ILLEGAL', 'REVOKED', false],
  ['ZOMBIE', 'REVOKED', true],
  ['ZOMBIE', 'BANNED', false],
  ['VIOLATION', 'BANNED', false],
  ['VIOLATION', 'RECTIFIED', true],
])('a case of %s may end as %s: %s', (caseKind, outcome, allowed) => {
  const rules = enforcement.actions['decideCase']?.rules ?? [];
  expect(broken(rules, 'CASE_OUTCOME', { after: { caseKind, outcome } }) === null).toBe(allowed);
});
