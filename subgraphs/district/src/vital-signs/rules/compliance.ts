import { addYears, type RecordValues } from '@onenx/schema';
import { ASSOCIATIONS, CREDIT, S3 } from '../../sources.js';
import {
  compareText,
  dayOf,
  earliest,
  idOf,
  idsOf,
  isCurrent,
  missedSince,
  type Found,
  type VitalInput,
  type VitalRule,
} from '../vital-rule.js';
import { isMissed } from './annual-reports.js';
import { casesOpen } from './cases.js';
import { listingRules } from './listings.js';

const ANNUAL_REPORT = '社会团体登记管理条例 §28; 民办非企业单位登记管理暂行条例 §23; 基金会管理条例 §36';

function reportOverdue({ related, today }: VitalInput): Found | null {
  const missed = related.reports.filter((report) => isMissed(report, today));
  const first = earliest(missed, 'dueAt');
  if (first === undefined) return null;
  const years = missed.map(({ reportYear }) => String(reportYear)).sort(compareText);
  return {
    zh: `${years.join('、')}年度年报逾期未报送`,
    en: `The annual report is overdue for ${years.join(', ')}`,
    records: idsOf(missed),
    since: missedSince(dayOf(first, 'dueAt'), today),
  };
}

/** The latest conclusion counts: what was failed before and passed since is past. */
function reportFailed({ related }: VitalInput): Found | null {
  const last = related.reports
    .filter((report) => (report['result'] ?? null) !== null)
    .toSorted((a, b) => Number(b['reportYear']) - Number(a['reportYear']))[0];
  if (last === undefined || last['result'] !== 'FAILED') return null;
  const year = String(last['reportYear']);
  return {
    zh: `${year}年度年检不合格`,
    en: `The annual check of ${year} was failed`,
    records: [idOf(last)],
    since: dayOf(last, 'concludedAt'),
  };
}

function rectificationOverdue({ organization, today }: VitalInput): Found | null {
  if (organization['status'] !== 'RECTIFYING') return null;
  const by = dayOf(organization, 'rectifyBy');
  const since = missedSince(by, today);
  if (since === null) return null;
  return {
    zh: `应于${String(by)}前完成整改,至今未完成`,
    en: `It was to be rectified by ${String(by)} and is not`,
    records: [idOf(organization)],
    since,
  };
}

function isRepeatable({ penaltyKind, penaltyStatus }: RecordValues): boolean {
  return ['WARNING', 'FINE'].includes(String(penaltyKind)) && penaltyStatus !== 'ANNULLED';
}

function penaltiesRepeated({ related, today, parameter }: VitalInput): Found | null {
  const [least, years] = [
    parameter('creditListing.repeatedPenalty.count'),
    parameter('creditListing.repeatedPenalty.years'),
  ];
  const from = addYears(today, -years);
  const counted = related.penalties
    .filter(
      (penalty) =>
        isRepeatable(penalty) && String(penalty['decidedAt']) > from && String(penalty['decidedAt']) <= today,
    )
    .toSorted((a, b) => compareText(String(a['decidedAt']), String(b['decidedAt'])));
  const decisive = counted[least - 1];
  if (decisive === undefined) return null;
  return {
    zh: `${years}年内受到警告或罚款${counted.length}次`,
    en: `${counted.length} warnings or fines within ${years} years`,
    records: idsOf(counted),
    since: dayOf(decisive, 'decidedAt'),
  };
}

function penaltyOpen({ related, today }: VitalInput): Found | null {
  const open = related.penalties.filter(
    (penalty) =>
      penalty['penaltyStatus'] === 'DECIDED' && isCurrent(penalty, { from: 'decidedAt', to: 'endedAt' }, today),
  );
  const first = earliest(open, 'decidedAt');
  if (first === undefined) return null;
  return {
    zh: `有${open.length}件行政处罚尚未执行完毕`,
    en: `${open.length} penalties are not performed yet`,
    records: idsOf(open),
    since: dayOf(first, 'decidedAt'),
  };
}

export function isComplianceKnown({ related }: VitalInput): boolean {
  return related.reports.length > 0;
}

export const complianceRules: readonly VitalRule[] = [
  {
    code: 'ANNUAL_REPORT_OVERDUE',
    zh: '年报应在法定日期前报送',
    en: 'The annual report is submitted by the day that the law names',
    source: ANNUAL_REPORT,
    sign: 'COMPLIANCE',
    severity: 'YELLOW',
    check: reportOverdue,
  },
  {
    code: 'ANNUAL_REPORT_FAILED',
    zh: '年检应合格',
    en: 'The annual check is passed',
    source: ANNUAL_REPORT,
    sign: 'COMPLIANCE',
    severity: 'YELLOW',
    check: reportFailed,
  },
  {
    code: 'RECTIFICATION_OVERDUE',
    zh: '责令整改的应在期限内完成',
    en: 'What was ordered to be rectified is so by its day',
    source: `${CREDIT}; ${ASSOCIATIONS} §30`,
    sign: 'COMPLIANCE',
    severity: 'ORANGE',
    check: rectificationOverdue,
  },
  {
    code: 'PENALTIES_REPEATED',
    zh: '规定年限内多次受到警告或罚款的,应列入严重违法失信名单',
    en: 'Repeated warnings or fines within the years are a reason for the serious list',
    source: CREDIT,
    sign: 'COMPLIANCE',
    severity: 'ORANGE',
    check: penaltiesRepeated,
  },
  {
    code: 'PENALTY_OPEN',
    zh: '行政处罚应执行完毕',
    en: 'A penalty is performed',
    source: `${ASSOCIATIONS} §30; 行政处罚法`,
    sign: 'COMPLIANCE',
    severity: 'BLUE',
    check: penaltyOpen,
  },
  {
    code: 'CASE_OPEN',
    zh: '执法案件尚未结案',
    en: 'An enforcement case is not closed',
    source: S3,
    sign: 'COMPLIANCE',
    severity: 'BLUE',
    check: casesOpen(({ caseKind }) => caseKind !== 'ZOMBIE'),
  },
  ...listingRules,
];
