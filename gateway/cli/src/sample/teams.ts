import { addDays, addMonths, earlier, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { livesThrough, type Life, type Phase } from './lives.js';
import { Names, SAMPLE_MARK, shortName } from './names.js';
import type { Body } from './organizations.js';
import type { Places, SamplePlace } from './places.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import { AFTER_REPORT, REPORT_DAY, type SampleContext } from './vintages.js';

/** 1,370 at the report's day are published; the rest is made up. */
function phases(today: Day): Phase[] {
  return [
    { from: '2008-01-01', to: REPORT_DAY, alive: 1370, ends: 70 },
    { from: AFTER_REPORT, to: today, alive: 1950, ends: 420 },
  ];
}

const ACTIVITIES = [
  ['合唱队', 'CULTURE_SPORT', 16],
  ['舞蹈队', 'CULTURE_SPORT', 18],
  ['太极拳队', 'CULTURE_SPORT', 10],
  ['书画社', 'CULTURE_SPORT', 7],
  ['编织社', 'LIFE_SERVICE', 8],
  ['便民服务队', 'LIFE_SERVICE', 9],
  ['助老队', 'CHARITY', 9],
  ['志愿服务队', 'CHARITY', 8],
  ['平安巡逻队', 'COMMUNITY_AFFAIRS', 8],
  ['议事队', 'COMMUNITY_AFFAIRS', 5],
] as const;
const TIMES = ['每周一上午', '每周二下午', '每周三上午', '每周四下午', '每周六上午'];

interface Team {
  readonly life: Life;
  readonly street: SamplePlace;
  readonly committee: SamplePlace | null;
  readonly promotedTo: string | null;
}

/** `ActivityTeam`, street by street; a filing that was renewed is one record that goes on. */
export function teamTable(promoted: readonly Body[], context: SampleContext): SampleTable {
  const random = context.random.fork('teams');
  const names = new Names(random);
  const teams = [
    ...livesThrough(phases(context.today), random).map((life) => teamOf(life, context.places, random)),
    ...promoted.map((body) => promotedTeam(body, context.places, random)),
  ];
  const rows = context.places.streets.flatMap((street) =>
    teams
      .filter((team) => team.street === street)
      .map((team, index) => rowOf(team, number(street, index), { names, random, today: context.today })),
  );
  return { kind: kindNamed('ActivityTeam'), rows };
}

/** One team in eight meets anywhere in its street. */
function teamOf(life: Life, places: Places, random: Random): Team {
  if (random.chance(0.12)) return { life, street: places.pickStreet(random), committee: null, promotedTo: null };
  const committee = places.pickCommittee(life.from, random);
  return { life, street: places.streetOf(committee), committee, promotedTo: null };
}

/** A team that became a registered body: filed after the report's day, ended on the day of registration. */
function promotedTeam({ life, uscc, place }: Body, places: Places, random: Random): Team {
  const from = addMonths(life.from, -random.integer(10, 24));
  const committee = places.committeesOn(from).find(({ code }) => code === place);
  const seat = places.committees.find(({ code }) => code === place);
  const street = seat ? places.streetOf(seat) : places.pickStreet(random);
  return { life: { from, to: life.from }, street, committee: committee ?? null, promotedTo: uscc };
}

function number(street: SamplePlace, index: number): string {
  return `${street.code.slice(0, 9)}-T-${String(index + 1).padStart(4, '0')}`;
}

interface Writing {
  readonly names: Names;
  readonly random: Random;
  readonly today: Day;
}

function rowOf({ life, street, committee, promotedTo }: Team, teamNo: string, writing: Writing): SampleRow {
  const { names, random, today } = writing;
  const [word, category] = random.weighted(ACTIVITIES.map((activity) => [activity, activity[2]]));
  return {
    place: (committee ?? street).code,
    updatedAt: life.to === null ? renewedAt(life.from, today, random) : writtenAfter(life.to, today, random),
    values: {
      teamNo,
      name: names.next(`长宁区${shortName(committee ?? street)}`, word),
      category,
      status: statusOf(life, promotedTo, random),
      members: random.chance(0.94) ? Math.round(random.skewed(10, 70)) : null,
      meetingPlace: random.chance(0.85) ? `${SAMPLE_MARK}活动室${random.integer(1, 4)}` : null,
      meetingTime: random.chance(0.7) ? random.pick(TIMES) : null,
      promotedToUscc: promotedTo,
      filedAt: life.from,
      endedAt: life.to,
    },
  };
}

/** A filing is renewed every two years or so; some streets are late with it. */
function renewedAt(filedAt: Day, today: Day, random: Random): Day {
  const renewed = addDays(today, -random.integer(0, 800));
  return renewed > filedAt ? renewed : earlier(addDays(filedAt, 5), today);
}

function statusOf(life: Life, promotedTo: string | null, random: Random): string {
  if (promotedTo !== null) return 'PROMOTED';
  if (life.to === null) return 'FILED';
  return random.chance(0.7) ? 'EXPIRED' : 'CANCELLED';
}
