import { addDays, dayIn, daysBetween, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { SAMPLE_MARK, shortName } from './names.js';
import type { SamplePlace } from './places.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

const FEN_PER_YUAN = 100;
/** All of it lies in the present edition of the divisions. */
const PAST_DAYS = 730;

/** Category, word of the title, service field, weight. */
const SUBJECTS = [
  ['GOVERNANCE', '楼组自治', 'DELIBERATION', 30],
  ['GOVERNANCE', '垃圾分类', 'WASTE', 20],
  ['GOVERNANCE', '停车共治', 'PROPERTY', 10],
  ['CULTURE', '睦邻文化', 'CULTURE', 16],
  ['ELDERLY_CARE', '银龄互助', 'ELDERLY', 14],
  ['FAMILY_YOUTH', '亲子课堂', null, 10],
] as const;

/** `SelfGovernanceProject`: none to seven a committee over the last two years. */
export function selfGovernanceTable(context: SampleContext): SampleTable {
  const random = context.random.fork('self-governance');
  const rows = context.places.committees.flatMap((committee) => {
    const count = Math.min(7, Math.round(random.around(2.2, 2.4) * committee.weight));
    const span = { from: addDays(context.today, -PAST_DAYS), to: context.today };
    const days = Array.from({ length: Math.max(0, count) }, () => dayIn(span, random)).sort();
    return days.map((day, index) => rowOf({ committee, day, index }, context.today, random));
  });
  return { kind: kindNamed('SelfGovernanceProject'), rows };
}

interface Begun {
  readonly committee: SamplePlace;
  readonly day: Day;
  readonly index: number;
}

function rowOf({ committee, day, index }: Begun, today: Day, random: Random): SampleRow {
  const [projectCategory, word, serviceField] = random.weighted(SUBJECTS.map((entry) => [entry, entry[3]]));
  const ends = addDays(day, random.integer(60, 300));
  const endedAt = ends <= today ? ends : null;
  return {
    place: committee.code,
    updatedAt: writtenAfter(endedAt ?? day, today, random),
    values: {
      projectNo: `${committee.code}-Z-${index + 1}`,
      title: `${shortName(committee)}${SAMPLE_MARK}${word}项目`,
      projectCategory,
      stage: stageOf(day, endedAt, { today, random }),
      serviceField,
      budget: random.chance(0.85) ? Math.round(random.skewed(20, 500)) * 100 * FEN_PER_YUAN : null,
      startedAt: day,
      endedAt,
    },
  };
}

function stageOf(day: Day, endedAt: Day | null, { today, random }: { today: Day; random: Random }): string {
  if (endedAt !== null) return random.chance(0.04) ? 'TERMINATED' : 'CLOSED';
  return daysBetween(day, today) < 20 ? 'APPROVED' : 'RUNNING';
}
