import { quarterOf, type Span } from './calendar.js';
import type { Observed } from './observation-row.js';
import type { SamplePlace } from './places.js';
import type { Random } from './random.js';
import type { SampleContext } from './vintages.js';

/** How a committee counts and reports: made up, uneven and gappy as real reporting is. */
interface Habits {
  readonly committee: SamplePlace;
  readonly residents: number;
  readonly volunteerShare: number;
  readonly disputesAMonth: number;
  readonly resolvedShare: number;
  /** Has not sent the newest month and quarter yet. */
  readonly late: boolean;
  /** Left a whole quarter out: its number among the quarters that have ended, or none. */
  readonly lostQuarter: number | null;
  readonly grids: number;
}

/**
 * What the committees observed in the demonstration's months: disputes a month, needs a quarter, volunteers a half-year, grids
 * a year. Volunteers are never left out, so that a share of residents has the same committees on both sides.
 */
export function demonstrationOfCommittees(context: SampleContext): Observed[] {
  const random = context.random.fork('committee observations');
  const lateStreets = new Set(random.sample(context.places.streets, 2).map((street) => street.code));
  const quarters = closedQuarters(context.months);
  return context.places.committees.flatMap((committee) => {
    const habits = habitsOf(committee, { random, late: lateStreets.has(committee.parent), quarters: quarters.length });
    return [
      ...volunteers(habits, context.months, random),
      ...disputes(habits, context.months, random),
      ...needs(habits, quarters, random),
      ...grids(habits, context.months),
    ];
  });
}

/** The quarters whose last month is one of the months. */
export function closedQuarters(months: readonly Span[]): Span[] {
  return months.filter(({ to }) => quarterOf(to).to === to).map(({ to }) => quarterOf(to));
}

interface Circumstances {
  readonly random: Random;
  readonly late: boolean;
  readonly quarters: number;
}

function habitsOf(committee: SamplePlace, { random, late, quarters }: Circumstances): Habits {
  return {
    committee,
    residents: Math.round(random.around(1700, 500) + 2000 * committee.weight),
    volunteerShare: random.around(0.18, 0.1),
    disputesAMonth: random.skewed(0.6, 9) * committee.weight,
    resolvedShare: random.around(0.87, 0.12),
    late: random.chance(late ? 0.6 : 0.07),
    lostQuarter: random.chance(0.06) ? random.integer(0, quarters - 1) : null,
    grids: random.integer(2, 9),
  };
}

function volunteers(habits: Habits, months: readonly Span[], random: Random): Observed[] {
  const { committee, residents, volunteerShare } = habits;
  const halfYearEnds = months.filter(({ to }) => to.endsWith('-06-30') || to.endsWith('-12-31'));
  return halfYearEnds.map(({ to }, index) => {
    const denominator = Math.round(residents * (1 + 0.003 * index));
    const numerator = Math.round(denominator * volunteerShare * (1 + 0.02 * index));
    return {
      place: committee.code,
      measure: 'volunteers',
      span: to,
      numerator,
      denominator,
      lag: random.integer(2, 25),
    };
  });
}

function disputes(habits: Habits, months: readonly Span[], random: Random): Observed[] {
  const { committee, disputesAMonth, resolvedShare, late, lostQuarter } = habits;
  const lost = lostQuarter === null ? undefined : closedQuarters(months)[lostQuarter];
  return months.flatMap((span, index) => {
    const missing = (late && index === months.length - 1) || (lost && span.to >= lost.from && span.to <= lost.to);
    if (missing === true || random.chance(0.015)) return [];
    const denominator = Math.round(disputesAMonth * random.around(1, 0.8));
    const numerator = Math.min(denominator, Math.round(denominator * random.around(resolvedShare, 0.1)));
    return [{ place: committee.code, measure: 'disputes', span, numerator, denominator, lag: random.integer(1, 18) }];
  });
}

function needs({ committee, late, lostQuarter }: Habits, quarters: readonly Span[], random: Random): Observed[] {
  return quarters.flatMap(({ to }, index) => {
    if ((late && index === quarters.length - 1) || index === lostQuarter) return [];
    const numerator = Math.round(random.skewed(0, 16) * committee.weight);
    return [{ place: committee.code, measure: 'needs.open', span: to, numerator, lag: random.integer(3, 25) }];
  });
}

function grids({ committee, grids: numerator }: Habits, months: readonly Span[]): Observed[] {
  const yearEnds = months.filter(({ to }) => to.endsWith('-12-31'));
  return yearEnds.map(({ to }) => ({ place: committee.code, measure: 'grids', span: to, numerator }));
}
