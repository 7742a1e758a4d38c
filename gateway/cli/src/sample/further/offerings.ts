import { codeAtLevel, recordId, type DivisionCode, type RecordValues } from '@onenx/schema';
import { addDays, dayIn, later, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK } from '../names.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

const FEN_PER_YUAN = 100;
const OF_DISTRICT = 40;
const OF_STREETS = 90;
const SINCE: Day = '2022-01-01';
/** Since when committees of the present edition are there. */
const EDITION: Day = '2023-06-30';

/** Service field, what is offered, for whom, weight. */
const SERVICES = [
  ['ELDERLY', '助浴上门', 'ELDERLY', 22],
  ['ELDERLY', '认知症家庭支持', 'ELDERLY', 14],
  ['DISABLED', '阳光康复小组', 'DISABLED', 12],
  ['FAMILY', '亲子阅读', 'CHILDREN', 14],
  ['HEALTH', '慢病管理课', 'ALL', 12],
  ['LEGAL', '法律咨询日', 'ALL', 8],
  ['CULTURE', '社区合唱课', 'ALL', 12],
  ['DELIBERATION', '议事规则培训', 'ALL', 6],
] as const;

interface Provider {
  readonly place: DivisionCode;
  readonly named: RecordValues;
  readonly since: Day;
}

/** `DistrictServiceOffering` and `StreetServiceOffering`: by bodies, in the streets by filed teams too. */
export function offeringTables(context: FurtherContext): SampleTable[] {
  const random = context.random.fork('offerings');
  const bodies = providingBodies(context);
  const inStreets = bodies.filter(({ place }) => codeAtLevel(place, 'STREET') !== null);
  const anyone = [
    ...random.sample(inStreets, OF_STREETS / 2),
    ...random.sample(providingTeams(context), OF_STREETS / 2),
  ];
  return [
    offeringTable('District', random.sample(bodies, OF_DISTRICT), { ...context, random }),
    offeringTable('Street', anyone, { ...context, random }),
  ];
}

function providingBodies({ bodies }: FurtherContext): Provider[] {
  return bodies
    .filter(({ life, legalForm }) => life.to === null && legalForm === 'SERVICE_ORG')
    .map(({ uscc, name, place, life }) => ({
      place,
      named: { providerUscc: uscc, providerName: name },
      since: life.from,
    }));
}

function providingTeams(context: FurtherContext): Provider[] {
  const kind = kindNamed('ActivityTeam');
  const standing = context.rows(kind.name).filter(({ values }) => values['endedAt'] === null);
  return standing.map(({ place, values }) => ({
    place,
    named: { providerId: recordId(kind, place, values), providerName: values['name'] ?? null },
    since: String(values['filedAt']),
  }));
}

function offeringTable(
  level: 'District' | 'Street',
  providers: readonly Provider[],
  context: FurtherContext,
): SampleTable {
  const kind = kindNamed(`${level}ServiceOffering`);
  const rows = providers.map((provider, index) => {
    const { today, random } = context;
    const from = later(later(SINCE, EDITION), provider.since);
    const offeredAt = dayIn({ from, to: later(from, addDays(today, -5)) }, random);
    const offeringNo = `${provider.place.slice(0, level === 'District' ? 6 : 9)}-FW-${String(index + 1).padStart(3, '0')}`;
    const values = { offeringNo, ...provider.named, ...serviceOf(random), offeredAt };
    const life = { place: provider.place, begun: offeredAt, values, steps: steps(level, offeredAt, random) };
    return offeredAt > today ? null : workedRow(kind, life, { today, random });
  });
  return { kind, rows: rows.filter((row): row is SampleRow => row !== null) };
}

function serviceOf(random: Random): RecordValues {
  const [serviceField, word, targetGroup] = random.weighted(SERVICES.map((entry) => [entry, entry[3]]));
  const free = random.chance(0.35);
  return {
    title: `${SAMPLE_MARK}服务:${word}`,
    serviceField,
    targetGroup,
    supplyMode: free ? 'VOLUNTEERING' : random.pick(['PURCHASE', 'PURCHASE', 'LOW_PRICE']),
    price: free ? 0 : Math.round(random.skewed(10, 900)) * FEN_PER_YUAN,
    priceUnit: free ? null : random.pick(['人次', '场', '小时']),
  };
}

/** One in five was suspended or taken off the list. */
function steps(level: 'District' | 'Street', offeredAt: Day, random: Random): Step[] {
  if (random.chance(0.8)) return [];
  const on = addDays(offeredAt, random.integer(60, 700));
  return [{ action: `${random.chance(0.6) ? 'withdraw' : 'suspend'}${level}ServiceOffering`, on }];
}
