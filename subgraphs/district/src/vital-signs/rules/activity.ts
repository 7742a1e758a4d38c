import { addYears, type Day, type RecordValues } from '@onenx/schema';
import { ZOMBIES } from '../../sources.js';
import {
  compareText,
  dayOf,
  idOf,
  idsOf,
  missedSince,
  type Found,
  type VitalInput,
  type VitalRule,
} from '../vital-rule.js';
import { missedStreak } from './annual-reports.js';
import { casesOpen } from './cases.js';

const UNDER_WAY: ReadonlySet<unknown> = new Set(['CONTRACTED', 'RUNNING', 'EVALUATING', 'AUDITED']);

/** A day on which the organization was active, and the record that says so. */
interface Evidence {
  readonly day: Day;
  readonly record: string;
}

/** Of a year of which only the number of activities is known, the last day: what is not known is not held against it. */
function evidenceOf({ organization, related, today }: VitalInput): Evidence[] {
  const seen = dayOf(organization, 'lastActivityAt');
  const reported = related.reports
    .filter(({ activities }) => typeof activities === 'number' && activities > 0)
    .map((report) => ({ day: `${String(report['reportYear'])}-12-31`, record: idOf(report) }));
  const supplied = related.projects
    .filter((project) => project['stage'] !== 'TERMINATED' && String(project['startedAt']) <= today)
    .map((project) => ({ day: lastDayOf(project, today), record: idOf(project) }));
  return [...(seen === null ? [] : [{ day: seen, record: idOf(organization) }]), ...reported, ...supplied];
}

function lastDayOf(project: RecordValues, today: Day): Day {
  const ended = dayOf(project, 'endedAt');
  if (ended !== null) return ended;
  return UNDER_WAY.has(project['stage']) ? today : String(project['startedAt']);
}

/** The day before the years without activity that the last reports tell in a row; null where they tell of none. */
function idleAfter({ related }: VitalInput): Day | null {
  const idle = new Set(
    related.reports.filter(({ activities }) => activities === 0).map(({ reportYear }) => Number(reportYear)),
  );
  if (idle.size === 0) return null;
  let first = Math.max(...idle);
  while (idle.has(first - 1)) first -= 1;
  return `${first - 1}-12-31`;
}

/** That there was no activity has to be told, by the register or by reports: of what is not known nothing is found. */
function idleBaseline(input: VitalInput): Day | null {
  const { organization } = input;
  const looked = dayOf(organization, 'lastActivityAt') ?? dayOf(organization, 'checkedAt');
  return looked === null ? idleAfter(input) : dayOf(organization, 'registeredAt');
}

export function isActivityKnown(input: VitalInput): boolean {
  const from = addYears(input.today, -input.parameter('zombie.inactive.years'));
  return idleBaseline(input) !== null || evidenceOf(input).some(({ day }) => day >= from);
}

function noActivity(input: VitalInput): Found | null {
  const { organization, today, parameter } = input;
  const registered = dayOf(organization, 'registeredAt');
  const baseline = idleBaseline(input);
  if (registered === null || baseline === null) return null;
  const own = [registered, baseline].map((day) => ({ day, record: idOf(organization) }));
  const last = [...own, ...evidenceOf(input)].reduce((latest, one) =>
    compareText(one.day, latest.day) > 0 ? one : latest,
  );
  const years = parameter('zombie.inactive.years');
  const since = missedSince(addYears(last.day, years), today);
  if (since === null) return null;
  return {
    zh: `${last.day}之后未见活动,已超过${years}年`,
    en: `No activity is known after ${last.day}, for more than ${years} year(s)`,
    records: [...new Set([idOf(organization), last.record])],
    since,
  };
}

/** As many reports missed in a row, or the day passed that the register itself set when the body was checked. */
function unreported({ organization, related, today, parameter }: VitalInput): Found | null {
  const years = parameter('zombie.unreported.years');
  const streak = missedStreak(related.reports, today);
  const decisive = streak[years - 1];
  if (decisive !== undefined) {
    const named = streak.map(({ reportYear }) => String(reportYear));
    return {
      zh: `连续${streak.length}个年度未报送年报(${named.join('、')})`,
      en: `No annual report for ${streak.length} years in a row (${named.join(', ')})`,
      records: idsOf(streak),
      since: missedSince(dayOf(decisive, 'dueAt'), today),
    };
  }
  const due = dayOf(organization, 'reportDueBy');
  const since = missedSince(due, today);
  const last = Number(organization['lastReportYear'] ?? 0);
  const cameSince = related.reports.some(
    (report) => dayOf(report, 'submittedAt') !== null && Number(report['reportYear']) > last,
  );
  if (since === null || cameSince) return null;
  return {
    zh: `核查认定最迟应于${String(due)}有年报,至今未见`,
    en: `When checked, a report was due by ${String(due)} at the latest; none is known`,
    records: [idOf(organization)],
    since,
  };
}

function unreachable({ organization }: VitalInput): Found | null {
  const since = dayOf(organization, 'unreachableSince');
  if (since === null) return null;
  return {
    zh: `自${since}起无法取得联系`,
    en: `Not reachable since ${since}`,
    records: [idOf(organization)],
    since,
  };
}

/** The marks of a body in name only (僵尸型社会组织), as far as the register's records can tell. */
export const activityRules: readonly VitalRule[] = [
  {
    code: 'ZOMBIE_NO_ACTIVITY',
    zh: '登记后或上次活动后超过规定年限未开展活动',
    en: 'No activity for the years that make a body one in name only',
    source: ZOMBIES,
    sign: 'ACTIVITY',
    severity: 'ORANGE',
    check: noActivity,
  },
  {
    code: 'ZOMBIE_UNREPORTED',
    zh: '连续规定年数未参加年检或未报送年报',
    en: 'No annual report for the years in a row that make a body one in name only',
    source: ZOMBIES,
    sign: 'ACTIVITY',
    severity: 'ORANGE',
    check: unreported,
  },
  {
    code: 'ZOMBIE_UNREACHABLE',
    zh: '通过登记的住所无法取得联系',
    en: 'It cannot be reached at its registered seat',
    source: ZOMBIES,
    sign: 'ACTIVITY',
    severity: 'ORANGE',
    check: unreachable,
  },
  {
    code: 'ZOMBIE_CASE_OPEN',
    zh: '僵尸型社会组织处置案件尚未结案',
    en: 'A case against a body in name only is not closed',
    source: ZOMBIES,
    sign: 'ACTIVITY',
    severity: 'BLUE',
    check: casesOpen(({ caseKind }) => caseKind === 'ZOMBIE'),
  },
];
