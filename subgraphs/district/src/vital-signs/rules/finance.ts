import type { Day, RecordValues } from '@onenx/schema';
import { S2 } from '../../sources.js';
import {
  compareText,
  dayOf,
  idOf,
  idsOf,
  isCurrent,
  type Found,
  type VitalInput,
  type VitalRule,
} from '../vital-rule.js';

const PURCHASE = '政府购买服务管理办法(财政部令第102号)';
const IN_FORCE = { from: 'evaluatedAt', to: 'replacedAt' };

/** A project paid although no evaluation had been passed, the day that shows it, and the records. */
interface PaidEarly {
  readonly projectNo: string;
  readonly day: Day | null;
  readonly records: readonly string[];
}

function passedBy(evaluations: readonly RecordValues[], day: Day): boolean {
  return evaluations.some(
    (one) => (one['result'] ?? null) !== null && one['result'] !== 'FAILED' && isCurrent(one, IN_FORCE, day),
  );
}

/** The mark that paying left says it; an imported payment has none, and is held against the evaluations of its day. */
function isEarly(payment: RecordValues, evaluations: readonly RecordValues[]): boolean {
  const { paymentStatus, paidBeforeEvaluation, isFinal } = payment;
  const paid = dayOf(payment, 'paidAt');
  if (paymentStatus !== 'PAID' || paid === null) return false;
  if (typeof paidBeforeEvaluation === 'boolean') return paidBeforeEvaluation;
  return isFinal === true && !passedBy(evaluations, paid);
}

function paidEarly(project: RecordValues, { related, today }: VitalInput): PaidEarly[] {
  const { projectNo } = project;
  const ofProject = (record: RecordValues): boolean => record['projectNo'] === projectNo;
  const evaluations = related.performances.filter(ofProject);
  const payments = related.payments.filter(ofProject);
  const early = payments.filter((payment) => isEarly(payment, evaluations));
  const named = { projectNo: String(projectNo) };
  if (early.length > 0) {
    const day = early.map((payment) => String(payment['paidAt'])).sort(compareText)[0] ?? null;
    return [{ ...named, day, records: [...idsOf(early), idOf(project)] }];
  }
  // Where payments are not kept one by one, the project's stage is what is known.
  if (payments.length > 0 || project['stage'] !== 'PAID' || passedBy(evaluations, today)) return [];
  return [
    {
      ...named,
      day: dayOf(project, 'stageSince') ?? dayOf(project, 'endedAt'),
      records: [idOf(project), ...idsOf(evaluations)],
    },
  ];
}

function paidBeforeEvaluated(input: VitalInput): Found | null {
  const early = input.related.projects.flatMap((project) => paidEarly(project, input));
  if (early.length === 0) return null;
  const numbers = early.map(({ projectNo }) => projectNo);
  const days = early.flatMap(({ day }) => (day === null ? [] : [day])).sort(compareText);
  return {
    zh: `项目${numbers.join('、')}在绩效评价合格前已结清`,
    en: `Paid before an evaluation was passed: project ${numbers.join(', ')}`,
    records: early.flatMap(({ records }) => records),
    since: days[0] ?? null,
  };
}

/** An evaluation that names its supplier is of that one alone: a project may have had another before. */
function isOf({ supplierUscc }: RecordValues, { uscc }: RecordValues): boolean {
  return (supplierUscc ?? null) === null || supplierUscc === uscc;
}

function evaluationFailed({ organization, related, today }: VitalInput): Found | null {
  const failed = related.performances
    .filter((one) => one['result'] === 'FAILED' && isOf(one, organization) && isCurrent(one, IN_FORCE, today))
    .toSorted((a, b) => compareText(String(a['evaluatedAt']), String(b['evaluatedAt'])));
  const [first] = failed;
  if (first === undefined) return null;
  const numbers = [...new Set(failed.map(({ projectNo }) => String(projectNo)))];
  return {
    zh: `承接项目绩效评价不合格:${numbers.join('、')}`,
    en: `Evaluation failed of a project that it supplied: ${numbers.join(', ')}`,
    records: idsOf(failed),
    since: dayOf(first, 'evaluatedAt'),
  };
}

/** Whether the records say anything about its money. */
export function isFinanceKnown({ related }: VitalInput): boolean {
  return (
    related.projects.length > 0 ||
    related.reports.some(({ income, expenditure }) => typeof (income ?? expenditure) === 'number')
  );
}

/** The money of purchased projects; a fault of the buyer's as much as of the supplier's. */
export const financeRules: readonly VitalRule[] = [
  {
    code: 'PAID_BEFORE_EVALUATED',
    zh: '末笔付款应在绩效评价合格之后',
    en: 'The last payment waits for a passed evaluation',
    source: `${S2}: 绩效评估和财务审计结果作为支付依据; OneNX data model 5.3 (38)`,
    sign: 'FINANCE',
    severity: 'RED',
    check: paidBeforeEvaluated,
  },
  {
    code: 'EVALUATION_FAILED',
    zh: '承接的购买服务项目绩效评价应合格',
    en: 'The projects that it supplies pass their evaluations',
    source: PURCHASE,
    sign: 'FINANCE',
    severity: 'YELLOW',
    check: evaluationFailed,
  },
];
