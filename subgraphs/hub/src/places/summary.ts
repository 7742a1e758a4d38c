import { specsOf, type AskedMeasure, type LevelSpec, type Question } from '@onenx/schema';
import type { HubContext } from '../context.js';
import type { Gatherer } from '../nodes/gather.js';
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
  const { total } = await answerQuestion(question, context, headlineSpecs(question, context));
  return Object.fromEntries(total.values.map((value) => [value.as, showValue(value)]));
}

const specsOfRequest = new WeakMap<Gatherer, Map<string, readonly LevelSpec[]>>();

/** The specs of the figures. Those of one place are those of another but for its code: a request reads them once a day asked for. */
function headlineSpecs(question: Question, { services, gatherer }: HubContext): readonly LevelSpec[] {
  const known = specsOfRequest.get(gatherer) ?? new Map<string, readonly LevelSpec[]>();
  specsOfRequest.set(gatherer, known);
  const { scope, at, from, to } = question;
  const key = `${at} ${from} ${to}`;
  const specs = known.get(key) ?? specsOf(question, services.catalogue);
  known.set(key, specs);
  return specs.map(({ level, spec }) => ({ level, spec: { ...spec, scope } }));
}
