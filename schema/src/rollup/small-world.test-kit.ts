import * as fc from 'fast-check';
import { placeKind, placeLevel } from '../division/division-code.js';
import type { Level } from '../division/level.js';
import { PlaceTree } from '../division/place-tree.js';
import type { PlaceVersion } from '../division/place-version.js';
import { defineKind, type KindDefinition } from '../kind/kind.js';
import { Catalogue } from '../measures/catalogue.js';
import type { Basis, BasicMeasure, DerivedMeasure } from '../measures/measure.js';
import { defineVocabulary } from '../vocabulary/vocabulary.js';

/** A district with four streets. In 2020 two committees of the second became one, and one of the third became two. */
export const DISTRICT = '310105000000';
export const STREETS = [1, 2, 3, 4].map((n) => `31010500${n}000`);
const standing = ['310105001001', '310105001002', '310105002001', '310105002005', '310105003002', '310105003003'];
const MERGED = ['310105002003', '310105002004'];
const SPLIT = '310105003001';
export const COMMITTEES: readonly string[] = standing;
export const PLACES: readonly string[] = [DISTRICT, ...STREETS, ...COMMITTEES];

function version(code: string, change: Partial<PlaceVersion> = {}): PlaceVersion {
  const level = placeLevel(code);
  const parent = { DISTRICT: null, STREET: DISTRICT, COMMITTEE: `${code.slice(0, 9)}000` }[level];
  const fixed = { name: code, validFrom: '2000-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, level, kind: placeKind(code), parent, ...fixed, ...change };
}

const since = { validFrom: '2020-01-01' };
export const tree = PlaceTree.of([
  ...[DISTRICT, ...STREETS, ...standing.slice(0, 3)].map((code) => version(code)),
  ...[...MERGED, SPLIT].map((code) => version(code, { validTo: '2020-01-01' })),
  version('310105002005', { ...since, predecessors: MERGED }),
  ...['310105003002', '310105003003'].map((code) => version(code, { ...since, predecessors: [SPLIT] })),
]);

const topic = defineVocabulary(
  'Topic',
  { zh: '主题', en: 'Topic', source: 'a test' },
  { ART: ['文', 'Art'], CARE: ['扶', 'Care'], SPORT: ['体', 'Sport'] },
);
export const TOPICS: readonly string[] = topic.codes;

function kind(name: string, level: Level, bases: Readonly<Record<string, Basis>>): KindDefinition {
  const measures = Object.entries(bases).map(([measure, basis]): BasicMeasure => ({
    ...text(measure),
    ownerLevel: level,
    basis,
  }));
  const day = { type: 'date', zh: '日期', en: 'Day' } as const;
  const fields = {
    number: { type: 'text', zh: '编号', en: 'Number' },
    topic: {
      type: topic,
      zh: '主题',
      en: 'Topic',
      optional: true,
      ...(level === 'COMMITTEE' ? {} : { dimension: 'topic' }),
    },
    begun: day,
    ended: { ...day, optional: true },
  } as const;
  const validity = { from: 'begun', to: 'ended' };
  return defineKind({
    name,
    plural: `${name}s`,
    code: name,
    zh: name,
    en: name,
    level,
    interfaces: [],
    key: ['number'],
    fields,
    validity,
    measures,
  });
}

function text(name: string) {
  return { name, zh: name, en: name, kind: 'STOCK', unit: '个', formula: name, source: 'a test' } as const;
}

const stock = { timing: { stock: true } } as const;
const observed = { kind: 'Survey', op: 'observed', observed: 'survey', timing: { flow: true } } as const;
const kinds = [
  kind('Body', 'DISTRICT', {
    bodies: { kind: 'Body', op: 'sum', ...stock },
    'bodies.leaders': { kind: 'Body', op: 'distinct', field: 'leader', ...stock },
  }),
  kind('Team', 'STREET', {
    teams: { kind: 'Team', op: 'sum', ...stock },
    'teams.members': { kind: 'Team', op: 'sum', field: 'members', ...stock },
    'teams.leaders': { kind: 'Team', op: 'distinct', field: 'leader', ...stock },
    'teams.new': { kind: 'Team', op: 'sum', timing: { flow: 'begun' } },
  }),
  kind('Survey', 'COMMITTEE', {
    yes: { ...observed, side: 'numerator' },
    asked: { ...observed, side: 'denominator' },
  }),
];
const derived = {
  everyone: { plus: ['bodies', 'teams'] },
  leaders: { plus: ['bodies.leaders', 'teams.leaders'] },
  membersPerTeam: { ratio: ['teams.members', 'teams'] },
  teamsPerBody: { ratio: ['teams', 'bodies'] },
  rate: { ratio: ['yes', 'asked'] },
  committees: { places: 'COMMITTEE' },
  teamsPerCommittee: { ratio: ['teams', 'committees'] },
  reaching: { placesReaching: 'teams', level: 'STREET' },
} as const;

export const catalogue = Catalogue.of(
  kinds,
  Object.entries(derived).map(([name, derived]): DerivedMeasure => ({ ...text(name), derived })),
);
export const MEASURES: readonly string[] = [...catalogue.measures.keys()];

/** A record of any of the three kinds: what its measures do not read is left unused. */
export interface SmallRecord {
  readonly kind: 'Body' | 'Team' | 'Survey';
  readonly place: string;
  readonly topic: string | null;
  readonly begun: string;
  readonly members: number;
  readonly leader: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const stored = [...COMMITTEES, ...MERGED, SPLIT];
const PLACES_OF = { Body: [...PLACES, ...stored], Team: [...STREETS, ...stored], Survey: stored };
const count = fc.option(fc.nat({ max: 4 }), { freq: 5 });

const record: fc.Arbitrary<SmallRecord> = fc
  .constantFrom('Body' as const, 'Team' as const, 'Survey' as const)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      place: fc.constantFrom(...PLACES_OF[kind]),
      topic: kind === 'Survey' ? fc.constant(null) : fc.option(fc.constantFrom(...TOPICS)),
      begun: fc.constantFrom('2023-12-31', '2024-01-01', '2024-03-31', '2024-05-01', '2024-12-31', '2025-01-01'),
      members: fc.nat({ max: 3 }),
      leader: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
      numerator: count,
      denominator: count,
    }),
  );

/** Records, and the nodes that do not answer for theirs, by level and code. */
export interface SmallWorld {
  readonly records: readonly SmallRecord[];
  readonly silent: Readonly<Record<string, 'UNREACHABLE' | 'NOT_KEPT'>>;
}

const nodes = PLACES.map((code) => `${placeLevel(code)} ${code}`);
const silent = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.dictionary(fc.constantFrom(...nodes), fc.constantFrom('UNREACHABLE' as const, 'NOT_KEPT' as const), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  },
);
export const worlds: fc.Arbitrary<SmallWorld> = fc.record({ records: fc.array(record, { maxLength: 30 }), silent });
