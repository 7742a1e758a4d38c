import { closedQuarters } from '../demonstration-committees.js';
import { addDays, type Span } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

const QUARTERS = 3;
const FEN_PER_YUAN = 100;

/** `FundsDisclosure`: the last quarters of every estate with an owners' committee; one in six is late, one in nine not there. */
export function fundsDisclosureTable(context: FurtherContext, owners: SampleTable): SampleTable {
  const random = context.random.fork('funds disclosures');
  const quarters = closedQuarters(context.months).slice(-QUARTERS);
  const standing = owners.rows.filter(({ values }) => values['endedAt'] === undefined);
  const rows = standing.flatMap((owner) =>
    quarters
      .filter(({ from }) => String(owner.values['electedAt']) <= from)
      .map((quarter) => rowOf(owner, quarter, { ...context, random })),
  );
  return { kind: kindNamed('FundsDisclosure'), rows };
}

function rowOf(owner: SampleRow, { from, to }: Span, { today, random }: FurtherContext): SampleRow {
  const values = { estateNo: owner.values['estateNo'] ?? null, quarterFrom: from, quarterTo: to };
  const life = { place: owner.place, begun: addDays(to, 1), values, steps: steps(to, random) };
  return workedRow(kindNamed('FundsDisclosure'), life, { today, random });
}

function steps(quarterTo: string, random: Random): Step[] {
  if (random.chance(0.11)) return [];
  const after = (days: number): string => addDays(quarterTo, days);
  if (random.chance(0.02)) {
    const correctionNote = `${SAMPLE_MARK}:本季度无公共收益`;
    return [{ action: 'withdrawFundsDisclosure', on: after(random.integer(5, 30)), takes: { correctionNote } }];
  }
  const income = Math.round(random.skewed(0, 1600)) * 100 * FEN_PER_YUAN;
  const expense = Math.round(income * random.around(0.55, 0.5));
  const on = after(random.chance(0.83) ? random.integer(4, 30) : random.integer(31, 80));
  return [{ action: 'publishFundsDisclosure', on, takes: { income, expense } }];
}
