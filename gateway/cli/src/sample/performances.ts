import { addDays, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { SAMPLE_MARK } from './names.js';
import { daysSinceEnd, type Purchase } from './purchases.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

/** An evaluation comes 15 to 59 days after the end of a project. */
const EVALUATED_BY_DAYS = 59;

/** `DistrictPerformance` and `StreetPerformance`: most of the projects that have ended, each once. */
export function performanceTables(purchases: readonly Purchase[], context: SampleContext): SampleTable[] {
  const random = context.random.fork('performances');
  const due = purchases.filter(
    (purchase) => !purchase.terminated && daysSinceEnd(purchase, context.today) > EVALUATED_BY_DAYS,
  );
  const evaluated = due.filter(() => random.chance(0.9));
  const rows = (ofDistrict: boolean): SampleRow[] =>
    evaluated
      .filter((purchase) => (purchase.street === null) === ofDistrict)
      .map((purchase) => rowOf(purchase, context.today, random));
  return [
    { kind: kindNamed('DistrictPerformance'), rows: rows(true) },
    { kind: kindNamed('StreetPerformance'), rows: rows(false) },
  ];
}

function rowOf({ projectNo, place, amount, endedAt }: Purchase, today: Day, random: Random): SampleRow {
  const evaluatedAt = addDays(endedAt ?? today, random.integer(15, EVALUATED_BY_DAYS));
  const score = scoreOf(random);
  return {
    place,
    updatedAt: writtenAfter(evaluatedAt, today, random),
    values: {
      evaluationNo: `${projectNo}-E1`,
      projectNo,
      evaluatedAt,
      score,
      result: resultOf(score),
      contractAmount: amount,
      evaluator: random.chance(0.8) ? `长宁区${SAMPLE_MARK}评估事务所${random.integer(1, 5)}` : null,
    },
  };
}

/** Most scores lie about 86; one in fourteen is poor. */
function scoreOf(random: Random): number {
  const score = random.chance(0.07) ? random.around(58, 12) : random.around(86, 13);
  return Math.round(score * 10) / 10;
}

function resultOf(score: number): string {
  if (score >= 90) return 'EXCELLENT';
  if (score >= 80) return 'GOOD';
  return score >= 60 ? 'PASSED' : 'FAILED';
}
