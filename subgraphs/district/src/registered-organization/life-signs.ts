import { addYears, type Day, type RecordValues, type RuleInput } from '@onenx/schema';
import { annualReportDue } from '../annual-report/due-day.js';

/**
 * The days after which a body counts as one in name only: a term without activity, or as many years in a row without an
 * annual report (民发〔2021〕63号). Counted from its registration where nothing is known since. None before it is registered.
 */
export function lifeSigns(input: RuleInput): RecordValues {
  const { registeredAt, lastActivityAt, lastReportYear, legalForm } = input.after;
  if (typeof registeredAt !== 'string') return { activityDueBy: null, reportDueBy: null };
  const active = later(registeredAt, typeof lastActivityAt === 'string' ? lastActivityAt : registeredAt);
  const reported = typeof lastReportYear === 'number' ? lastReportYear : Number(registeredAt.slice(0, 4)) - 1;
  return {
    activityDueBy: addYears(active, input.parameter('zombie.inactive.years')),
    reportDueBy: annualReportDue(reported + input.parameter('zombie.unreported.years'), legalForm, input),
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
