import type { Day, RecordValues } from '@onenx/schema';
import { dayOf } from '../vital-rule.js';

function yearOf(report: RecordValues): number {
  return Number(report['reportYear']);
}

export function isMissed(report: RecordValues, today: Day): boolean {
  const due = dayOf(report, 'dueAt');
  return dayOf(report, 'submittedAt') === null && due !== null && due < today;
}

/**
 * The reports missed in a row up to the present, oldest first: a report that came ends the row, and so does a year of which
 * nothing is recorded. A year counts once.
 */
export function missedStreak(reports: readonly RecordValues[], today: Day): RecordValues[] {
  let streak: RecordValues[] = [];
  for (const [year, ofYear] of byYear(reports, today)) {
    const [first] = ofYear;
    const last = streak.at(-1);
    if (first === undefined || ofYear.some((report) => dayOf(report, 'submittedAt') !== null)) streak = [];
    else if (last !== undefined && yearOf(last) === year - 1) streak.push(first);
    else streak = [first];
  }
  return streak;
}

/** What came or is overdue, by year; a report that is not due yet says nothing. */
function byYear(reports: readonly RecordValues[], today: Day): [number, RecordValues[]][] {
  const told = reports.filter((report) => dayOf(report, 'submittedAt') !== null || isMissed(report, today));
  return [...Map.groupBy(told, yearOf)].sort(([a], [b]) => a - b);
}
