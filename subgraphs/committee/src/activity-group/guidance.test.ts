import { expect, test } from '@jest/globals';
import { ruleInput } from '@onenx/node/testing';
import { guidance } from './guidance.js';

test('a group that is registered ends on the day of its registration, whenever that is recorded', () => {
  const register = guidance.actions['registerActivityGroup'];
  const after = { foundedAt: '2024-01-01', promotedAt: '2026-03-02' };
  expect(register?.takes).toMatchObject({ promotedAt: 'optional' });
  expect(register?.sets?.(ruleInput({ after, parameters: {} }))).toEqual({ endedAt: '2026-03-02' });
});
