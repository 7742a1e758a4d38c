import { describe, expect, test } from '@jest/globals';
import { addDays, daysBetween } from '@onenx/schema';
import fc from 'fast-check';
import { ruleInput } from '@onenx/node/testing';
import { committeeMajorActivityReport } from './major-activity-report.kind.js';

const actions = committeeMajorActivityReport.workflow?.actions ?? {};
const report = actions['reportCommitteeMajorActivity'];
const plannedAt = '2025-05-20';

describe('the report of a major activity', () => {
  test('is in time up to so many days before it, and told from then on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -90, max: 10 }), (lead, days) => {
        const after = { plannedAt, reportedAt: addDays(plannedAt, days) };
        const input = ruleInput({ after, parameters: { 'majorActivity.lead.days': lead } });
        expect(daysBetween(String(report?.sets?.(input)['reportBy']), plannedAt)).toBe(lead);
        expect(report?.rules?.[0]?.check(input) === null).toBe(-days >= lead);
      }),
    );
  });

  test('goes from the committee by the street to the district, on the one record', () => {
    const steps = ['reportCommitteeMajorActivity', 'passCommitteeMajorActivity', 'acceptCommitteeMajorActivity'];
    let state = committeeMajorActivityReport.workflow?.initial;
    const by = steps.map((name) => {
      expect(actions[name]?.from).toContain(state);
      state = actions[name]?.to;
      return actions[name]?.by;
    });
    expect(by).toEqual([['COMMITTEE_WORKER'], ['STREET_OFFICER'], ['DISTRICT_SUPERVISOR']]);
    expect(state).toBe('ACCEPTED');
  });

  test('that was sent back keeps the day of the first report', () => {
    const stamping = Object.keys(actions).filter((name) => actions[name]?.stamps?.includes('reportedAt'));
    expect(stamping).toEqual(['reportCommitteeMajorActivity']);
  });
});
