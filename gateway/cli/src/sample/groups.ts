import { addMonths, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { livesThrough, type Life, type Phase } from './lives.js';
import { Names, shortName } from './names.js';
import type { SamplePlace } from './places.js';
import type { Promotions } from './promotions.js';
import type { Body } from './organizations.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import { AFTER_REPORT, REPORT_DAY, type SampleContext } from './vintages.js';

/** 155 + 6 and the 19 that were promoted are the 180 studios ever founded that the report prints. */
function studioPhases(today: Day): Phase[] {
  return [
    { from: '2008-01-01', to: REPORT_DAY, alive: 155, ends: 6 },
    { from: AFTER_REPORT, to: today, alive: 110, ends: 65 },
  ];
}

/** Made up: the report counts no groups other than studios. */
function groupPhases(today: Day): Phase[] {
  return [
    { from: '2009-01-01', to: REPORT_DAY, alive: 120, ends: 10 },
    { from: AFTER_REPORT, to: today, alive: 175, ends: 90 },
  ];
}

const SUBJECTS = [
  ['读书', 'CULTURE_SPORT', 12],
  ['健身', 'CULTURE_SPORT', 14],
  ['手工', 'LIFE_SERVICE', 10],
  ['理发便民', 'LIFE_SERVICE', 8],
  ['邻里互助', 'CHARITY', 14],
  ['助老', 'CHARITY', 10],
  ['楼组议事', 'COMMUNITY_AFFAIRS', 14],
  ['垃圾分类', 'COMMUNITY_AFFAIRS', 12],
] as const;

interface Group {
  readonly form: 'GROUP' | 'STUDIO';
  readonly life: Life;
  readonly committee: SamplePlace;
  readonly promotedTo: string | null;
}

/** `ActivityGroup`, committee by committee: studios and other groups. */
export function groupTable(promotions: Promotions, context: SampleContext): SampleTable {
  const { places, today } = context;
  const random = context.random.fork('groups');
  const names = new Names(random);
  const groups = planGroups(promotions, context, random);
  const rows = places.committees.flatMap((committee) =>
    groups
      .filter((group) => group.committee === committee)
      .map((group, index) => rowOf(group, number(committee, index), { names, random, today })),
  );
  return { kind: kindNamed('ActivityGroup'), rows };
}

function planGroups(promotions: Promotions, { places, today }: SampleContext, random: Random): Group[] {
  const plan = (form: Group['form'], phases: readonly Phase[]): Group[] =>
    livesThrough(phases, random).map((life) => {
      const committee = places.pickCommittee(life.from, random);
      return { form, life, committee, promotedTo: null };
    });
  return [
    ...plan('STUDIO', studioPhases(today)),
    ...plan('GROUP', groupPhases(today)),
    ...promotions.studios.map((body) => promotedGroup('STUDIO', body, { places, random })),
    ...promotions.groups.map((body) => promotedGroup('GROUP', body, { places, random })),
  ];
}

/** Where its seat was split off after the group began, the group is its neighbour's. */
function promotedGroup(
  form: Group['form'],
  body: Body,
  { places, random }: Pick<SampleContext, 'places' | 'random'>,
): Group {
  const from = addMonths(body.life.from, -random.integer(8, 36));
  const seat = places.committees.find(({ code }) => code === body.place);
  const committee = places.committeesOn(from).find(({ code }) => code === body.place);
  const neighbour = seat && places.pickCommittee(from, random, places.streetOf(seat));
  const home = committee ?? neighbour;
  if (home === undefined) throw new Error(`${body.uscc} has no committee to have begun in`);
  return { form, life: { from, to: body.life.from }, committee: home, promotedTo: body.uscc };
}

function number(committee: SamplePlace, index: number): string {
  return `${committee.code}-G-${String(index + 1).padStart(3, '0')}`;
}

interface Writing {
  readonly names: Names;
  readonly random: Random;
  readonly today: Day;
}

function rowOf({ form, life, committee, promotedTo }: Group, groupNo: string, writing: Writing): SampleRow {
  const { names, random, today } = writing;
  const [subject, category] = random.weighted(SUBJECTS.map((entry) => [entry, entry[2]]));
  return {
    place: committee.code,
    updatedAt: writtenAfter(life.to ?? life.from, today, random),
    values: {
      groupNo,
      name: names.next(`长宁区${shortName(committee)}`, form === 'STUDIO' ? '党员志愿者工作室' : `${subject}小组`),
      form,
      category: form === 'STUDIO' && random.chance(0.5) ? 'CHARITY' : category,
      members: random.chance(0.88) ? Math.round(random.skewed(4, 40)) : null,
      foundedAt: life.from,
      promotedAt: promotedTo === null ? null : life.to,
      promotedToUscc: promotedTo,
      endedAt: life.to,
    },
  };
}
