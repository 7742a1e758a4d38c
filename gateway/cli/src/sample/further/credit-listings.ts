import { addDays, dayIn, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

const OTHERS = 16;
const PAST_DAYS = 900;

/** `CreditListing`: most of those whose annual report never came, and some for other reasons over two years. */
export function creditListingTable(context: FurtherContext, reports: SampleTable): SampleTable {
  const random = context.random.fork('credit listings');
  const found = [...unreported(reports, context, random), ...others(context, random)];
  found.sort((a, b) => (a.foundAt + a.uscc < b.foundAt + b.uscc ? -1 : 1));
  return {
    kind: kindNamed('CreditListing'),
    rows: found.map((one, index) => rowOf({ ...one, index }, context, random)),
  };
}

interface Found {
  readonly uscc: string;
  readonly organizationName: string;
  readonly place: string;
  readonly creditKind: 'ABNORMAL' | 'SERIOUS';
  readonly creditReason: string;
  readonly foundAt: Day;
}

function unreported({ rows }: SampleTable, { today }: FurtherContext, random: Random): Found[] {
  const missing = rows.filter(({ values }) => values['reportStatus'] === 'DUE' && String(values['dueAt']) < today);
  return missing.flatMap(({ place, values }) => {
    const foundAt = addDays(String(values['dueAt']), random.integer(20, 75));
    if (foundAt > today || random.chance(0.25)) return [];
    const { uscc, organizationName } = values;
    const reason = { creditKind: 'ABNORMAL', creditReason: 'NO_ANNUAL_REPORT' } as const;
    return [{ uscc: String(uscc), organizationName: String(organizationName), place, foundAt, ...reason }];
  });
}

function others({ bodies, today }: FurtherContext, random: Random): Found[] {
  const span = { from: addDays(today, -PAST_DAYS), to: addDays(today, -30) };
  const standing = bodies.filter(({ life }) => life.to === null && life.from < span.from);
  return random.sample(standing, OTHERS).map(({ uscc, name, place }) => {
    const [creditKind, creditReason] = random.weighted([
      [['ABNORMAL', 'UNREACHABLE'] as const, 50],
      [['ABNORMAL', 'RECTIFICATION_OVERDUE'] as const, 25],
      [['ABNORMAL', 'MINOR_PENALTY'] as const, 12],
      [['SERIOUS', 'ORDERED_TO_STOP'] as const, 13],
    ]);
    return { uscc, organizationName: name, place, creditKind, creditReason, foundAt: dayIn(span, random) };
  });
}

function rowOf(
  { index, place, ...found }: Found & { index: number },
  context: FurtherContext,
  random: Random,
): SampleRow {
  const { today, places } = context;
  const values = { listingNo: `${places.district.code.slice(0, 6)}-${SAMPLE_MARK}名录-${index + 1}`, ...found };
  const life = { place, begun: found.foundAt, values, steps: steps(found, random) };
  return workedRow(kindNamed('CreditListing'), life, { today, random });
}

/** Half put it right within some months and are removed; of the serious list nobody is yet. */
function steps({ foundAt, creditKind }: Omit<Found, 'place'>, random: Random): Step[] {
  const on = addDays(foundAt, random.integer(1, 12));
  if (random.chance(0.07)) {
    return [{ action: 'dropCreditListing', on, takes: { removalReason: `${SAMPLE_MARK}:情况不属实` } }];
  }
  const entered: Step = { action: 'enterCreditListing', on };
  if (creditKind === 'SERIOUS' || random.chance(0.45)) return [entered];
  const fixedAt = addDays(on, Math.round(random.skewed(15, 260)));
  const takes = { fixedAt, removalReason: `${SAMPLE_MARK}:已整改` };
  return [entered, { action: 'removeCreditListing', on: addDays(fixedAt, random.integer(2, 15)), takes }];
}
