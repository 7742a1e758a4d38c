import type { Random } from './random.js';

/** A day of the calendar, `YYYY-MM-DD`: days compare as their texts do. */
export type Day = string;

/** A first and a last day, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(new Date(text)) === text;
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * MILLISECONDS));
}

/** The same day of another month, or that month's last where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOf(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS);
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** A day of the span, each as likely as the others. */
export function dayIn(span: Span, random: Random): Day {
  return addDays(span.from, random.integer(0, daysBetween(span.from, span.to)));
}

/** The month of a day. */
export function monthOf(day: Day): Span {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The quarter of a day. */
export function quarterOf(day: Day): Span {
  const from = addMonths(`${day.slice(0, 7)}-01`, -((Number(day.slice(5, 7)) - 1) % 3));
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The last `count` whole months that have ended by the end of `today`, the oldest first. */
export function lastMonths(today: Day, count: number): Span[] {
  const current = monthOf(today);
  const newest = current.to === today ? current.from : addMonths(current.from, -1);
  return Array.from({ length: count }, (_, index) => monthOf(addMonths(newest, index - count + 1)));
}
