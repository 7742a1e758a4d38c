import type { Headline } from '../view.js';
import * as facts from './facts.js';
import type { Fact } from './facts.js';
import { cell, type Row, type SampleFiles } from './sample-files.js';

/** What a headline figure adds up; of a ratio, what stands over and under the line. */
export type HeadlineFacts =
  { readonly value: readonly Fact[] } | { readonly over: readonly Fact[]; readonly under: readonly Fact[] };

/** The figures that are unknown, not 0, where nothing was observed. */
export const OBSERVED: readonly Headline[] = ['openNeeds', 'openWarnings'];

/** The facts of the ten headline figures on a day; flows are those of its calendar year. */
export function headlineFacts(files: SampleFiles, day: string): Readonly<Record<Headline, HeadlineFacts>> {
  const registered = facts.standing(files, facts.registered, day);
  const year = { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  const purchases = [...files.rows('DistrictProject'), ...files.rows('StreetProject')];
  const rounds = (column: string): Fact[] => facts.during(files.rows('SatisfactionRound'), ['heldAt', column], year);
  const open = (file: string, measure: string): Fact[] =>
    facts.lastObserved(observationsOf(files.rows(file), measure), { day, maxDays: 100 });
  return {
    registeredOrganizations: { value: registered },
    teams: { value: facts.standing(files, facts.teams, day) },
    groups: { value: facts.standing(files, facts.groups, day) },
    communityOrganizations: { value: facts.communityOrganizations(files, day) },
    projects: { value: facts.running.flatMap((stock) => facts.standing(files, stock, day)) },
    contractAmount: { value: facts.during(purchases, ['signedAt', 'contractAmount'], year) },
    satisfaction: { over: rounds('satisfied'), under: rounds('respondents') },
    gradeShare: { over: facts.standing(files, facts.grades3AUp, day), under: registered },
    openNeeds: { value: open('CommitteeObservation', 'needs.open') },
    openWarnings: { value: open('StreetObservation', 'warnings.open') },
  };
}

export function observationsOf(rows: readonly Row[], measure: string): readonly Row[] {
  return rows.filter((row) => cell(row, 'measure') === measure);
}
