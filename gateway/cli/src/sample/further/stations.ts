import { addDays, dayIn, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { aliveOn } from '../lives.js';
import { SAMPLE_MARK } from '../names.js';
import type { SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow } from './worked.js';

const SINCE: Day = '2021-06-01';

/** `SocialWorkStation`: one a street, a second in some, of which one or two closed again. */
export function stationTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('social work stations');
  const second = new Set(random.sample(context.places.streets, 4));
  const rows = context.places.streets.flatMap((street) => {
    const first = rowOf({ street, index: 1, closes: false }, context, random);
    return second.has(street)
      ? [first, rowOf({ street, index: 2, closes: random.chance(0.4) }, context, random)]
      : [first];
  });
  return { kind: kindNamed('SocialWorkStation'), rows };
}

interface Station {
  readonly street: SamplePlace;
  readonly index: number;
  readonly closes: boolean;
}

function rowOf({ street, index, closes }: Station, { today, bodies }: FurtherContext, random: Random): SampleRow {
  const openedAt = dayIn({ from: SINCE, to: addDays(today, -400) }, random);
  const staff = Math.round(random.skewed(2, 16));
  const able = bodies.filter(
    ({ legalForm, life }) => legalForm === 'SERVICE_ORG' && life.from <= openedAt && aliveOn(life, today),
  );
  const values = {
    stationNo: `${street.code}-SG-${index}`,
    name: `${street.name}${SAMPLE_MARK}社工站${index > 1 ? '分站' : ''}`,
    operatorUscc: random.chance(0.6) ? random.pick(able).uscc : null,
    staff: random.chance(0.93) ? staff : null,
    certifiedStaff: random.chance(0.85) ? random.integer(Math.floor(staff / 3), staff) : null,
    address: random.chance(0.8) ? `${SAMPLE_MARK}路${random.integer(1, 900)}号` : null,
    openedAt,
  };
  const steps = closes ? [{ action: 'closeSocialWorkStation', on: addDays(today, -random.integer(20, 300)) }] : [];
  return workedRow(
    kindNamed('SocialWorkStation'),
    { place: street.code, begun: openedAt, values, steps },
    { today, random },
  );
}
