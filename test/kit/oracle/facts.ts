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

/** One side of the observations whose days all lie within the days asked for; an empty cell says nothing. */
export function observed(rows: readonly Row[], side: 'numerator' | 'denominator', { from, to }: Days): Fact[] {
  return rows
    .filter((row) => cell(row, 'periodFrom') >= from && cell(row, 'periodTo') <= to && cell(row, side) !== '')
    .map((row) => ({ place: cell(row, 'place'), amount: Number(cell(row, side)), row }));
}
