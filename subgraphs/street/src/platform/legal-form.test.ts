import { expect, test } from '@jest/globals';
import { isBroken } from '@onenx/node/testing';
import { legalForm } from './legal-form.js';

test.each([
  ['FEDERATION', '51310105MJ1408912M', false],
  ['FEDERATION', '53310105MJ8885981H', true],
  ['FOUNDATION', '53310105MJ8885981H', false],
  ['FOUNDATION', '52310105MJ5968538L', true],
  ['SERVICE_CENTRE', '52310105MJ5968538L', false],
  ['FOUNDATION', null, false],
])('a platform of kind %s with the code %s is told: %s', (platformKind, uscc, told) => {
  expect(isBroken(legalForm, { after: { platformKind, uscc } })).toBe(told);
});
