import { addDays, dayIn, later } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { Names } from '../names.js';
import { NEW_COMMITTEES, type SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow } from './worked.js';

const ENTERPRISE = '91';
const FIRMS = 12;
const M2_A_HOUSEHOLD = 68;
/** When committees came to be: see `Places`. */
const FIRST_EDITION = '2010-01-01';
const OFFICIAL_EDITION = '2023-06-30';

/** `Estate`: one to three a committee, most of them with a property firm. */
export function estateTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('estates');
  const names = new Names(random);
  const firms = Array.from({ length: FIRMS }, () => ({
    propertyUscc: context.codes.next(ENTERPRISE),
    propertyFirm: names.next('长宁区', '物业有限公司'),
  }));
  const rows = context.places.committees.flatMap((committee) => {
    const count = random.weighted([
      [1, 60],
      [2, 30],
      [3, 10],
    ]);
    return Array.from({ length: count }, (_, index) => {
      const firm = random.chance(0.82) ? random.pick(firms) : {};
      return rowOf({ committee, index, name: names.next('', '苑'), firm }, context, random);
    });
  });
  return { kind: kindNamed('Estate'), rows };
}

interface Built {
  readonly committee: SamplePlace;
  readonly index: number;
  readonly name: string;
  readonly firm: Readonly<Record<string, string>>;
}

function rowOf({ committee, index, name, firm }: Built, { today }: FurtherContext, random: Random): SampleRow {
  const since = NEW_COMMITTEES.has(committee.code) ? OFFICIAL_EDITION : FIRST_EDITION;
  const households = Math.round(random.skewed(120, 1900));
  const startedAt = later(since, dayIn({ from: since, to: addDays(since, 2000) }, random));
  const values = {
    estateNo: `${committee.code}-X-${index + 1}`,
    name,
    households,
    buildings: random.chance(0.93) ? Math.max(1, Math.round(households / random.integer(20, 70))) : null,
    areaM2: random.chance(0.8) ? households * (M2_A_HOUSEHOLD + random.integer(-15, 30)) : null,
    ...firm,
    startedAt: startedAt > today ? since : startedAt,
  };
  const life = { place: committee.code, begun: values.startedAt, values, steps: [] };
  return workedRow(kindNamed('Estate'), life, { today, random });
}
