import { describe, expect, test } from '@jest/globals';
import { returning } from './census-return/returning.js';
import { deliberating } from './deliberation/deliberating.js';
import { mediation } from './dispute-case/mediation.js';
import { planReview } from './emergency-plan/plan-review.js';
import { itemsRule } from './joint-meeting/items-rule.js';
import { ruleInput } from '@onenx/node/testing';

describe('what follows when work is done', () => {
  test.each(['resolveDispute', 'transferDispute', 'closeDispute'])(
    '%s counts the days since the dispute was accepted',
    (name) => {
      const after = { acceptedAt: '2023-12-30', closedAt: '2024-01-02' };
      expect(mediation.actions[name]?.sets?.(ruleInput({ after }))).toEqual({ days: 3 });
    },
  );

  test('what was adopted is followed up by the day that the meeting names, or a term from today', () => {
    const sets = deliberating.actions['adoptDeliberation']?.sets;
    const parameters = { 'deliberation.followUp.days': 30 };
    expect(sets?.(ruleInput({ after: { followUpDue: null }, parameters }))).toEqual({ followUpDue: '2026-07-30' });
    expect(sets?.(ruleInput({ after: { followUpDue: '2025-09-01' }, parameters }))).toEqual({
      followUpDue: '2025-09-01',
    });
  });

  test('a plan that was looked over is due again a term after that day', () => {
    const input = ruleInput({ after: { revisedAt: '2024-08-31' }, parameters: { 'emergencyPlan.review.months': 6 } });
    expect(planReview.actions['reviseEmergencyPlan']?.sets?.(input)).toEqual({ reviewDue: '2025-02-28' });
    expect(planReview.actions['withdrawEmergencyPlan']?.to).toBe('ENDED');
  });

  test.each([
    [3, 3, true],
    [3, 2, false],
    [0, null, true],
    [null, null, true],
  ])('a meeting with %s items of which %s are closed can be settled: %s', (itemsRaised, itemsClosed, kept) => {
    expect(itemsRule.check(ruleInput({ after: { itemsRaised, itemsClosed } })) === null).toBe(kept);
  });

  test('a return is not submitted before all is counted; none is 0, not nothing', () => {
    const rule = returning.actions['submitCensusReturn']?.rules?.[0];
    expect(rule?.check(ruleInput({ after: { organizations: 0, teams: 0, groups: 0 } }))).toBeNull();
    expect(rule?.check(ruleInput({ after: { organizations: 0, teams: null, groups: 0 } }))).toMatchObject({
      field: 'teams',
    });
  });
});
