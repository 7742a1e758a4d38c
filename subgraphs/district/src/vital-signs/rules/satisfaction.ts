import { addMonths, type RecordValues } from '@onenx/schema';
import { compareText, dayOf, idsOf, isCurrent, type Found, type VitalInput, type VitalRule } from '../vital-rule.js';

/** A tally over evaluations: how many were asked, how many were satisfied, and which records say so. */
interface Tally {
  readonly n: number;
  readonly satisfied: number;
  readonly records: readonly RecordValues[];
}

function tallyOf({ organization, related, today, parameter }: VitalInput): Tally {
  const from = addMonths(today, -parameter('satisfaction.window.months'));
  const records = related.performances
    .filter(
      (one) =>
        typeof one['respondents'] === 'number' &&
        typeof one['satisfied'] === 'number' &&
        ((one['supplierUscc'] ?? null) === null || one['supplierUscc'] === organization['uscc']) &&
        isCurrent(one, { from: 'evaluatedAt', to: 'replacedAt' }, today) &&
        String(one['evaluatedAt']) > from,
    )
    .toSorted((a, b) => compareText(String(b['evaluatedAt']), String(a['evaluatedAt'])));
  const sum = (field: string): number => records.reduce((total, one) => total + Number(one[field]), 0);
  return { n: sum('respondents'), satisfied: sum('satisfied'), records };
}

/** So few were asked that their answer says nothing, and would say who they were. */
export function isSatisfactionKnown(input: VitalInput): boolean {
  const { n } = tallyOf(input);
  return n > 0 && n >= input.parameter('satisfaction.respondents.least');
}

function satisfactionLow(input: VitalInput): Found | null {
  if (!isSatisfactionKnown(input)) return null;
  const { n, satisfied, records } = tallyOf(input);
  const least = input.parameter('satisfaction.low.percent');
  const [latest] = records;
  if (latest === undefined || satisfied * 100 >= least * n) return null;
  const percent = Math.floor((satisfied * 1000) / n) / 10;
  return {
    zh: `满意率${percent}%(${n}人中${satisfied}人满意),低于${least}%`,
    en: `${percent} % satisfied (${satisfied} of n = ${n}), below ${least} %`,
    records: idsOf(records),
    since: dayOf(latest, 'evaluatedAt'),
  };
}

/** A share is Σ satisfied / Σ asked over the projects that it supplied, never a mean of shares. */
export const satisfactionRules: readonly VitalRule[] = [
  {
    code: 'SATISFACTION_LOW',
    zh: '承接项目的满意率不宜低于规定比例',
    en: 'Of those asked about its projects, the share that is satisfied is not below the threshold',
    source: 'OneNX: no document names a threshold',
    unconfirmed: true,
    sign: 'SATISFACTION',
    severity: 'YELLOW',
    check: satisfactionLow,
  },
];
