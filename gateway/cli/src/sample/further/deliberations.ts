import { addDays, dayIn, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { SAMPLE_MARK, shortName } from '../names.js';
import type { SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { workedRow, type Step } from './worked.js';

/** Topic, service field, weight. */
const TOPICS = [
  ['加装电梯方案', 'PROPERTY', 26],
  ['停车位管理', 'PROPERTY', 22],
  ['垃圾分类定时投放', 'WASTE', 18],
  ['楼道堆物整治', 'SAFETY', 14],
  ['睦邻点运营', 'CULTURE', 10],
  ['居民公约修订', null, 10],
] as const;
const FORMS = [
  ['HEARING', 22],
  ['COORDINATION', 30],
  ['APPRAISAL', 14],
  ['JOINT_MEETING', 14],
  ['CONSULTATION', 8],
  ['TALK_ROOM', 12],
] as const;
const PAST_DAYS = 540;

/** `Deliberation`: none to six a committee over a year and a half. */
export function deliberationTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('deliberations');
  const span = { from: addDays(context.today, -PAST_DAYS), to: context.today };
  const rows = context.places.committees.flatMap((committee) => {
    const count = Math.min(6, Math.round(random.skewed(0, 7) * committee.weight));
    const days = Array.from({ length: count }, () => dayIn(span, random)).sort();
    return days.map((day, index) => rowOf({ committee, day, index }, context, random));
  });
  return { kind: kindNamed('Deliberation'), rows };
}

interface Planned {
  readonly committee: SamplePlace;
  readonly day: Day;
  readonly index: number;
}

function rowOf({ committee, day, index }: Planned, { today }: FurtherContext, random: Random): SampleRow {
  const [topic, serviceField] = random.weighted(TOPICS.map((entry) => [entry, entry[2]]));
  const values = {
    deliberationNo: `${committee.code}-D-${index + 1}`,
    topic: `${shortName(committee)}${SAMPLE_MARK}议题:${topic}`,
    deliberationKind: random.weighted(FORMS),
    serviceField,
    plannedAt: day,
  };
  const life = { place: committee.code, begun: day, values, steps: steps(day, random) };
  return workedRow(kindNamed('Deliberation'), life, { today, random });
}

/** One in twenty is cancelled; a fifth of what was adopted is never said to be carried out. */
function steps(day: Day, random: Random): Step[] {
  if (random.chance(0.05)) return [{ action: 'cancelDeliberation', on: addDays(day, random.integer(1, 10)) }];
  const held = addDays(day, random.integer(2, 25));
  const meeting: Step = { action: 'holdDeliberation', on: held, takes: { attended: Math.round(random.skewed(6, 80)) } };
  const outcome = `${SAMPLE_MARK}结果`;
  const decided = addDays(held, random.integer(0, 5));
  if (random.chance(0.14)) return [meeting, { action: 'rejectDeliberation', on: decided }];
  const adopted: Step = { action: 'adoptDeliberation', on: decided, takes: { outcome } };
  if (random.chance(0.2)) return [meeting, adopted];
  return [meeting, adopted, { action: 'completeDeliberation', on: addDays(decided, Math.round(random.skewed(5, 90))) }];
}
