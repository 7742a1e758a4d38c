import type { AskedMeasure, Question } from '@onenx/schema';
import type { HubContext } from '../context.js';
import { calendarYear, spanOf, type PeriodInput } from '../rollup/period.js';
import { answerQuestion } from '../rollup/rollup.service.js';
import { showValue } from '../rollup/show-rollup.js';
import type { ShownPlace } from './show-place.js';

/** The headline figures of a place and the measures behind them. */
const HEADLINES = {
  registeredOrganizations: 'orgs.registered',
  teams: 'teams.filed',
  groups: 'groups',
  communityOrganizations: 'communityOrgs',
  projects: 'projects.running',
  contractAmount: 'contracts.amount',
  satisfaction: 'satisfaction',
  gradeShare: 'grade.ge3A.shareOfRegistered',
  openNeeds: 'needs.open',
  openWarnings: 'warnings.open',
} as const;

const MEASURES: readonly AskedMeasure[] = Object.entries(HEADLINES).map(([as, of]) => ({ of, as, atLeast: null }));

export interface SummaryArguments {
  readonly period?: PeriodInput | null;
  readonly asOf?: string | null;
}

/** The headline figures of the whole subtree; without a period, the flows are those of the calendar year. */
export async function summaryOf(
  place: ShownPlace,
  { period, asOf }: SummaryArguments,
  context: HubContext,
): Promise<object> {
  const at = asOf ?? place.asOf;
  const { from, to } = period ? spanOf(period) : calendarYear(at);
  const question: Question = {
    scope: place.code,
    measures: MEASURES,
    by: [],
    subtotals: false,
    members: 'WITH_DATA',
    where: null,
    having: null,
    orderBy: [],
    first: null,
    others: false,
    at,
    from,
    to,
  };
  const { total } = await answerQuestion(question, context);
  return Object.fromEntries(total.values.map((value) => [value.as, showValue(value)]));
}
