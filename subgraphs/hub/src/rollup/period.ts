import { OneNXError, parseDay } from '@onenx/schema';

export interface PeriodInput {
  readonly year?: number | null;
  readonly quarter?: number | null;
  readonly month?: number | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly relative?: string | null;
  readonly fiveYearPlan?: number | null;
}

/** First and last day, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** @throws PERIOD_INVALID, NOT_YET_SUPPORTED */
export function spanOf(period: PeriodInput): Span {
  for (const later of ['relative', 'fiveYearPlan'] as const) {
    if (isGiven(period[later]))
      throw new OneNXError('NOT_YET_SUPPORTED', {
        found: `period.${later}`,
        expected: 'year, quarter, month, from, to',
      });
  }
  const { year, quarter, month, from, to } = period;
  if (isGiven(from) || isGiven(to)) return explicitSpan(period);
  if (!isGiven(year)) throw invalid(period, 'a year, or from and to');
  if (year < 1900 || year > 2200) throw invalid(period, 'a year from 1900 to 2200');
  if (isGiven(quarter) && isGiven(month)) throw invalid(period, 'a quarter or a month, not both');
  if (isGiven(quarter)) return quarterSpan(period, year, quarter);
  return isGiven(month) ? monthSpan(period, year, month) : { from: `${year}-01-01`, to: `${year}-12-31` };
}

export function calendarYear(day: string): Span {
  return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
}

function explicitSpan(period: PeriodInput): Span {
  const { year, quarter, month, from, to } = period;
  if (isGiven(year) || isGiven(quarter) || isGiven(month))
    throw invalid(period, 'either year with quarter or month, or from and to');
  if (!isGiven(from) || !isGiven(to)) throw invalid(period, 'both from and to');
  const span = { from: parseDay(from, 'period.from'), to: parseDay(to, 'period.to') };
  if (span.to < span.from) throw invalid(period, 'a to that is not before from');
  return span;
}

function quarterSpan(period: PeriodInput, year: number, quarter: number): Span {
  if (quarter < 1 || quarter > 4) throw invalid(period, 'a quarter from 1 to 4');
  return { from: firstDay(year, quarter * 3 - 2), to: lastDay(year, quarter * 3) };
}

function monthSpan(period: PeriodInput, year: number, month: number): Span {
  if (month < 1 || month > 12) throw invalid(period, 'a month from 1 to 12');
  return { from: firstDay(year, month), to: lastDay(year, month) };
}

function firstDay(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function invalid(period: PeriodInput, expected: string): OneNXError {
  const given = Object.entries(period).filter(([, value]) => isGiven(value));
  const found = given.map(([name, value]) => `${name} ${String(value)}`).join(', ') || 'nothing';
  return new OneNXError('PERIOD_INVALID', { found, expected });
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
