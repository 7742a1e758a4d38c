import type { DivisionCode } from '@onenx/schema';
import { addDays, dayIn, type Day } from '../calendar.js';
import type { SamplePlace } from '../places.js';
import type { SampleContext } from '../vintages.js';

/** When places opened their list of needs: whole streets together, or committee by committee. */
export interface NeedOpenings {
  readonly streets: ReadonlyMap<DivisionCode, Day>;
  /** Committees that opened theirs on a day of their own. */
  readonly committees: ReadonlyMap<DivisionCode, Day>;
}

const STREETS_AT_ONCE = 6;
const FIRST_DAYS = 660;

/** Six streets opened the list for all of their committees, some of these late; in the others about half did, one by one. */
export function needOpenings({ random: parent, places, today }: SampleContext): NeedOpenings {
  const random = parent.fork('need openings');
  const first = { from: addDays(today, -FIRST_DAYS), to: addDays(today, -400) };
  const later = { from: addDays(today, -330), to: addDays(today, -20) };
  const streets = new Map(
    random.sample(places.streets, STREETS_AT_ONCE).map((street) => [street.code, dayIn(first, random)]),
  );
  const ownDay = (committee: SamplePlace): Day | null => {
    if (streets.has(committee.parent)) return random.chance(0.1) ? dayIn(later, random) : null;
    return random.chance(0.55) ? dayIn(random.chance(0.5) ? first : later, random) : null;
  };
  const own = places.committees.map((committee) => [committee.code, ownDay(committee)] as const);
  return { streets, committees: new Map(own.flatMap(([code, day]) => (day === null ? [] : [[code, day]]))) };
}

/** The first day of a committee's list; undefined where it has none. */
export function openedOn({ streets, committees }: NeedOpenings, { code, parent }: SamplePlace): Day | undefined {
  return committees.get(code) ?? streets.get(parent);
}
