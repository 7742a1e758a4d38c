import { addDays, dayIn, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

const ASSETS = 40;
const SINCE: Day = '2021-09-01';

/** `SpaceAsset`: idle rooms, more in busy streets; a few were withdrawn. */
export function spaceTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('space assets');
  const { today, places } = context;
  const rows = Array.from({ length: ASSETS }, (_, index) => {
    const street = places.pickStreet(random);
    const offeredAt = dayIn({ from: SINCE, to: addDays(today, -15) }, random);
    const place = random.chance(0.6)
      ? places.pickCommittee(offeredAt < '2023-06-30' ? offeredAt : today, random, street).code
      : street.code;
    const values = {
      assetNo: `${street.code}-AJ-${String(index + 1).padStart(3, '0')}`,
      address: `${SAMPLE_MARK}路${random.integer(1, 900)}号`,
      spaceTenure: random.chance(0.8) ? 'STATE' : 'COLLECTIVE',
      areaM2: Math.round(random.skewed(25, 620)),
      offeredAt,
    };
    const withdrawn: Step = { action: 'withdrawSpaceAsset', on: addDays(offeredAt, random.integer(200, 900)) };
    const life = { place, begun: offeredAt, values, steps: random.chance(0.14) ? [withdrawn] : [] };
    return workedRow(kindNamed('SpaceAsset'), life, { today, random });
  });
  return { kind: kindNamed('SpaceAsset'), rows };
}
