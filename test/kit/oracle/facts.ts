import { cell, type Row, type SampleFiles } from './sample-files.js';

/** Something that counts: where, how much, and the row that says so. */
export interface Fact {
  readonly place: string;
  readonly amount: number;
  readonly row: Row;
}

interface Stock {
  readonly kind: string;
  /** The columns of the first day on which a record counts and of the first on which it no longer does. */
  readonly days: readonly [from: string, to: string];
  readonly where?: (row: Row) => boolean;
}

export const registered: Stock = { kind: 'RegisteredOrganization', days: ['registeredAt', 'closedAt'] };
export const registeredCommunity: Stock = {
  ...registered,
  where: (row) => cell(row, 'communityOrganization') === 'true',
};
export const teams: Stock = { kind: 'ActivityTeam', days: ['filedAt', 'endedAt'] };
export const grades3AUp: Stock = {
  kind: 'GradeAssessment',
  days: ['awardedAt', 'validTo'],
  where: (row) => ['A3', 'A4', 'A5'].includes(cell(row, 'grade')),
};
export const running: readonly Stock[] = ['DistrictProject', 'StreetProject', 'SelfGovernanceProject'].map((kind) => ({
  kind,
  days: ['startedAt', 'endedAt'],
}));
export const groups: Stock = { kind: 'ActivityGroup', days: ['foundedAt', 'endedAt'] };

/** One for each record that counts on a day. */
export function standing(files: SampleFiles, { kind, days, where }: Stock, day: string): Fact[] {
  const [from, to] = days;
  const counted = files.rows(kind).filter((row) => {
    const until = cell(row, to);
    return cell(row, from) <= day && (until === '' || day < until) && (where === undefined || where(row));
  });
  return counted.map((row) => ({ place: cell(row, 'place'), amount: 1, row }));
}

/** Community organizations of all three tiers on a day. */
export function communityOrganizations(files: SampleFiles, day: string): Fact[] {
  return [registeredCommunity, teams, groups].flatMap((stock) => standing(files, stock, day));
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What a column says of each record whose day lies within the days asked for; an empty cell is nothing. */
export function during(rows: readonly Row[], [day, amount]: readonly [string, string], { from, to }: Days): Fact[] {
  return rows
    .filter((row) => cell(row, day) >= from && cell(row, day) <= to)
    .map((row) => ({ place: cell(row, 'place'), amount: Number(cell(row, amount)), row }));
}

interface Age {
  readonly day: string;
  readonly maxDays: number;
}

/** The last observation of each place up to a day, unless it is older than may be. */
export function lastObserved(rows: readonly Row[], { day, maxDays }: Age): Fact[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const age = (Date.parse(day) - Date.parse(cell(row, 'periodTo'))) / 86_400_000;
    const known = last.get(cell(row, 'place'));
    const isNewer = known === undefined || cell(known, 'periodTo') < cell(row, 'periodTo');
    if (age >= 0 && age < maxDays && isNewer) last.set(cell(row, 'place'), row);
  }
  const found = [...last.values()].filter((row) => cell(row, 'numerator') !== '');
  return found.map((row) => ({ place: cell(row, 'place'), amount: Number(cell(row, 'numerator')), row }));
}

/** One side of the observations whose days all lie within the days asked for; an empty cell says nothing. */
export function observed(rows: readonly Row[], side: 'numerator' | 'denominator', { from, to }: Days): Fact[] {
  return rows
    .filter((row) => cell(row, 'periodFrom') >= from && cell(row, 'periodTo') <= to && cell(row, side) !== '')
    .map((row) => ({ place: cell(row, 'place'), amount: Number(cell(row, side)), row }));
}
