import { recordId, type DivisionCode } from '@onenx/schema';
import { addDays, dayIn, earlier, type Day } from '../calendar.js';
import { kindNamed } from '../kinds.js';
import { aliveOn } from '../lives.js';
import { SAMPLE_MARK, shortName } from '../names.js';
import type { SamplePlace } from '../places.js';
import type { Random } from '../random.js';
import type { SampleRow, SampleTable } from '../row.js';
import type { FurtherContext } from './further-context.js';
import { needOpenings, openedOn } from './need-openings.js';
import { workedRow, type Step } from './worked.js';

/** Service field, what is asked for, for whom, weight. */
const SUBJECTS = [
  ['ELDERLY', '助餐点延长供餐', 'ELDERLY', 24],
  ['ELDERLY', '独居老人探访', 'ELDERLY', 16],
  ['PROPERTY', '加装电梯协调', 'ALL', 14],
  ['WASTE', '垃圾厢房除臭', 'ALL', 14],
  ['CHILDCARE', '暑期托管', 'CHILDREN', 9],
  ['DISABLED', '无障碍坡道', 'DISABLED', 7],
  ['MEDIATION', '停车矛盾调处', 'ALL', 9],
  ['HEALTH', '家门口量血压', 'ELDERLY', 7],
] as const;
const CHANNELS = [
  ['RESIDENT', 48],
  ['VISIT', 20],
  ['MEETING', 14],
  ['SURVEY', 10],
  ['COMMITTEE', 8],
] as const;

/** `Need`: what committees with a list have on it, more where more happens; some answered late, some never. */
export function needTable(context: FurtherContext): SampleTable {
  const random = context.random.fork('needs');
  const openings = needOpenings(context);
  const rows = context.places.committees.flatMap((committee) => {
    const opened = openedOn(openings, committee);
    return opened === undefined ? [] : needsOf({ committee, opened }, context, random);
  });
  return { kind: kindNamed('Need'), rows };
}

interface Keeper {
  readonly committee: SamplePlace;
  readonly opened: Day;
}

function needsOf({ committee, opened }: Keeper, context: FurtherContext, random: Random): SampleRow[] {
  const count = Math.round(random.skewed(0, 15) * committee.weight);
  const days = Array.from({ length: count }, () => dayIn({ from: opened, to: context.today }, random)).sort();
  const rows: SampleRow[] = [];
  days.forEach((day, index) => {
    const steps = random.chance(0.05) ? merging(rows, day) : answering(committee.parent, { day, context, random });
    rows.push(needRow({ committee, day, index, steps }, context, random));
  });
  return rows;
}

interface Raised {
  readonly committee: SamplePlace;
  readonly day: Day;
  readonly index: number;
  readonly steps: readonly Step[];
}

function needRow({ committee, day, index, steps }: Raised, { today }: FurtherContext, random: Random): SampleRow {
  const [serviceField, subject, targetGroup] = random.weighted(SUBJECTS.map((entry) => [entry, entry[3]]));
  const values = {
    needNo: `${committee.code}-N-${index + 1}`,
    title: `${shortName(committee)}${SAMPLE_MARK}需求:${subject}`,
    serviceField,
    targetGroup,
    raisedVia: random.weighted(CHANNELS),
    priority: random.chance(0.8)
      ? random.weighted([
          ['HIGH', 15],
          ['NORMAL', 60],
          ['LOW', 25],
        ])
      : null,
    raisedAt: day,
  };
  return workedRow(kindNamed('Need'), { place: committee.code, begun: day, values, steps }, { today, random });
}

/** Into an earlier one that still waits today, and so waited then. */
function merging(before: readonly SampleRow[], day: Day): Step[] {
  const open = before.find(({ values }) => ['ACCEPTED', 'CLAIMED', 'MATCHED'].includes(String(values['needStatus'])));
  if (open === undefined) return [];
  return [{ action: 'mergeNeed', on: day, takes: { mergedInto: String(open.values['needNo']) } }];
}

interface Course {
  readonly day: Day;
  readonly context: FurtherContext;
  readonly random: Random;
}

function answering(street: DivisionCode, { day, context, random }: Course): Step[] {
  if (random.chance(0.07)) return [];
  const accepted = addDays(day, random.integer(0, 12));
  if (random.chance(0.06))
    return [{ action: 'declineNeed', on: accepted, takes: { closeReason: `${SAMPLE_MARK}:超出职责范围` } }];
  const steps: Step[] = [{ action: 'acceptNeed', on: accepted }];
  let on = accepted;
  if (random.chance(0.4)) steps.push(claimed((on = addDays(on, random.integer(1, 25))), context, random));
  const projectId = random.chance(0.35) ? projectOf(street, { day: on, context, random }) : null;
  if (projectId !== null)
    steps.push({ action: 'matchNeed', on: (on = addDays(on, random.integer(1, 25))), takes: { projectId } });
  if (random.chance(0.1)) return steps;
  const answered = addDays(on, Math.round(random.skewed(4, 150)));
  steps.push({ action: 'answerNeed', on: answered });
  if (random.chance(0.8)) steps.push({ action: 'closeNeed', on: addDays(answered, random.integer(3, 40)) });
  return steps;
}

function claimed(on: Day, { bodies, today }: FurtherContext, random: Random): Step {
  const alive = bodies.filter(({ life }) => aliveOn(life, earlier(on, today)));
  const claimantUscc = random.chance(0.7) ? random.pick(alive).uscc : null;
  return {
    action: 'claimNeed',
    on,
    takes: { claimantUscc, supplyMode: random.pick(['VOLUNTEERING', 'DONATION', 'LOW_PRICE']) },
  };
}

/** A project of the committee's street that ran on the day. */
function projectOf(street: DivisionCode, { day, context, random }: Course): string | null {
  const running = context.purchases.filter(({ street: buyer, startedAt, endedAt, signedAt }) => {
    return buyer?.code === street && signedAt !== null && startedAt <= day && (endedAt === null || endedAt > day);
  });
  if (running.length === 0) return null;
  const { place, projectNo } = random.pick(running);
  return recordId(kindNamed('StreetProject'), place, { projectNo });
}
