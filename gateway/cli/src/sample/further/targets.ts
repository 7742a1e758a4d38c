import { yearOf } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** Measure, title, programme, value for the district. */
const OF_DISTRICT = [
  ['orgs.registered', '社会组织总数', 'CULTIVATION', 740],
  ['teams.filed', '备案团队数', 'CULTIVATION', 1900],
  ['stations', '社工站数', 'CAPACITY', 12],
  ['grade.ge3A.shareOfRegistered', '3A及以上占比', 'CAPACITY', 0.12],
  ['needs.answered', '回应需求数', 'ROLE', 400],
  ['abnormal.current', '在册异常名录数', 'REGULATION', 20],
] as const;
const OF_STREETS = ['teams.filed', '备案团队数', 'CULTIVATION', 190] as const;
const YEARS = 3;
const AT_MOST = 'abnormal.current';

interface Set {
  readonly place: SamplePlace;
  readonly target: readonly [measure: string, title: string, programme: string, value: number];
  readonly year: number;
}

/** `Target`: of each year, for the district and its streets; assessed early in the year after, not always reached. */
export function targetTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('targets');
  const { district, streets } = context.places;
  const last = yearOf(context.today);
  const rows = Array.from({ length: YEARS }, (_, index) => last - YEARS + 1 + index).flatMap((year) => [
    ...OF_DISTRICT.map((target) => rowOf({ place: district, target, year }, context, random)),
    ...streets.map((place) => rowOf({ place, target: OF_STREETS, year }, context, random)),
  ]);
  return { kind: kindNamed('Target'), rows };
}

function rowOf({ place, target, year }: Set, { today }: FurtherContext, random: Random): SampleRow {
  const [indicator, title, workProgramme, base] = target;
  const exact = base * (place.weight || 1) * random.around(1, 0.06);
  const value =
    base < 1 ? base : Math.round(indicator === 'teams.filed' && base < 1000 ? exact : base * random.around(1, 0.04));
  const validFrom = `${year}-01-01`;
  const values = {
    targetNo: `${place.code}-M-${year}-${indicator}`,
    title: `${SAMPLE_MARK}目标:${year}年${title}`,
    indicator,
    workProgramme,
    value,
    atMost: indicator === AT_MOST ? true : null,
    policyNo: `${SAMPLE_MARK}〔${year}〕${random.integer(1, 40)}号`,
    validFrom,
    dueAt: `${year}-12-31`,
  };
  const life = { place: place.code, begun: validFrom, values, steps: steps(year, value, random) };
  return workedRow(kindNamed('Target'), life, { today, random });
}

/** A target of a year is assessed in the next January or February, and then no longer in force. */
function steps(year: number, value: number, random: Random): Step[] {
  const on = `${year + 1}-0${random.integer(1, 2)}-${random.integer(10, 28)}`;
  const reached = value * random.around(1.02, 0.14);
  const actual = value < 1 ? Math.round(reached * 1000) / 1000 : Math.round(reached);
  if (random.chance(0.06)) return [];
  return [
    { action: 'assessTarget', on, takes: { actual } },
    { action: 'endTarget', on: `${year + 1}-03-01`, takes: { validTo: `${year + 1}-03-01` } },
  ];
}
