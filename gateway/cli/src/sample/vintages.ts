import { OneNXError } from '@onenx/schema';
import { isDay, lastMonths, type Day, type Span } from './calendar.js';
import type { Places } from './places.js';
import type { Random } from './random.js';

/** The day that the published report speaks of: 今年9月底 of about 2014. */
export const REPORT_DAY: Day = '2014-09-30';
/** The report's year so far: what it counts of flows. */
export const REPORT_SPAN: Span = { from: '2014-01-01', to: REPORT_DAY };
/** The first day after the report: what the demonstration adds begins here. */
export const AFTER_REPORT: Day = '2014-10-01';

const DEMONSTRATION_MONTHS = 24;
/** The demonstration's months must all lie in the edition of 2023-06-30. */
const EARLIEST_TODAY: Day = '2025-07-31';

/** What every part of the generator is given. */
export interface SampleContext {
  readonly random: Random;
  readonly places: Places;
  readonly today: Day;
  /** The whole months of the demonstration vintage, the oldest first. */
  readonly months: readonly Span[];
}

/** The 24 whole months that end at `today`. @throws ARGUMENT_INVALID unless it is a day from 2025-07-31 on */
export function demonstrationMonths(today: Day): Span[] {
  if (isDay(today) && today >= EARLIEST_TODAY) return lastMonths(today, DEMONSTRATION_MONTHS);
  const expected = `a day YYYY-MM-DD from ${EARLIEST_TODAY} on`;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'today', found: today, expected });
}
