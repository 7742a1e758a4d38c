import { addDays, addYears, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** A term is five years; the longest that one is overdue for election here. */
const TERM_YEARS = 5;
const LONGEST_DAYS = 2300;

/** `OwnersCommittee`: in two of three estates, some overdue for election, some filed late or not at all. */
export function ownersCommitteeTable(context: FurtherContext, estates: SampleTable): SampleTable {
  const random = context.random.fork('owners committees');
  const rows = estates.rows.flatMap((estate) => (random.chance(0.66) ? termsOf(estate, context, random) : []));
  return { kind: kindNamed('OwnersCommittee'), rows };
}

/** The term that stands, and the one before it where the estate is old enough and somebody kept its record. */
function termsOf(estate: SampleRow, context: FurtherContext, random: Random): SampleRow[] {
  const electedAt = addDays(context.today, -Math.round(random.skewed(15, LONGEST_DAYS)));
  const startedAt = String(estate.values['startedAt']);
  if (electedAt < startedAt) return [];
  const before = addYears(electedAt, -TERM_YEARS);
  const hadOne = before >= startedAt && random.chance(0.5);
  const standing = termRow({ estate, term: hadOne ? 2 : 1, electedAt, endedAt: null }, context, random);
  if (!hadOne) return [standing];
  return [termRow({ estate, term: 1, electedAt: before, endedAt: electedAt }, context, random), standing];
}

interface Term {
  readonly estate: SampleRow;
  readonly term: number;
  readonly electedAt: Day;
  readonly endedAt: Day | null;
}

function termRow({ estate, term, electedAt, endedAt }: Term, { today }: FurtherContext, random: Random): SampleRow {
  const { estateNo } = estate.values;
  const values = {
    estateNo: estateNo ?? null,
    term,
    members: random.chance(0.95) ? random.pick([5, 5, 7, 7, 9, 11]) : null,
    partyGroup: random.chance(0.9) ? random.chance(0.45) : null,
    publicAccount: random.chance(0.9) ? random.chance(0.7) : null,
    electedAt,
  };
  const filingNo = `${SAMPLE_MARK}备案-${String(estateNo)}-${term}`;
  const filed: Step[] = random.chance(0.94)
    ? [{ action: 'fileOwnersCommittee', on: addDays(electedAt, Math.round(random.skewed(4, 75))), takes: { filingNo } }]
    : [];
  const ended: Step[] = endedAt === null ? [] : [{ action: 'endOwnersCommittee', on: endedAt }];
  const life = { place: estate.place, begun: electedAt, values, steps: [...filed, ...ended] };
  return workedRow(kindNamed('OwnersCommittee'), life, { today, random });
}
