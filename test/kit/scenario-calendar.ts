import { todayInShanghai } from '@onenx/node';
import { addDays, addMonths } from '@onenx/schema';

/** The day on which a story is told; everything in it is dated from here, for the servers go by the real day. */
const TODAY = todayInShanghai();

/** From a day to another, both included. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** A day of a story: 0 is today, -29 the first of its month, before that is the month before. */
export function day(n: number): string {
  return addDays(TODAY, n);
}

/** The month that a story plays, which ends on the day of the question: a story may be told past midnight. */
export function thisMonth(): { readonly period: Span } {
  return { period: { from: day(-29), to: todayInShanghai() } };
}

/** The thirty days before it. */
export const MONTH_BEFORE = { period: { from: day(-59), to: day(-30) } };

/** The last quarter that is over. */
export function lastQuarter(): Span {
  const months = (Number(TODAY.slice(5, 7)) - 1) % 3;
  const first = addMonths(`${TODAY.slice(0, 7)}-01`, -months);
  return { from: addMonths(first, -3), to: addDays(first, -1) };
}

/** A whole month of the calendar that is over: the last one, or one before it. */
export function monthsAgo(n: number): Span {
  const first = `${TODAY.slice(0, 7)}-01`;
  return { from: addMonths(first, -n), to: addDays(addMonths(first, 1 - n), -1) };
}

/** The last annual report of a service organization that fell due before the month began: by May 31, for the year before. */
export function lastAnnualReport(): { readonly reportYear: number; readonly dueAt: string } {
  const begun = day(-29);
  const year = Number(begun.slice(0, 4));
  const dueYear = begun > `${year}-05-31` ? year : year - 1;
  return { reportYear: dueYear - 1, dueAt: `${dueYear}-05-31` };
}
