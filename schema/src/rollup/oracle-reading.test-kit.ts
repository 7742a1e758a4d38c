import type { DimensionFilter } from './filter.js';
import { quarterOf } from './simulate.test-kit.js';
import { DISTRICT, type SmallRecord } from './small-world.test-kit.js';

const LEVEL = { bodies: 'DISTRICT', teams: 'STREET', yes: 'COMMITTEE', asked: 'COMMITTEE' } as const;
const STANDS: Readonly<Record<string, string>> = {
  '310105002003': '310105002005',
  '310105002004': '310105002005',
  '310105003001': '310105003000',
};

export function placed(code: string, dimension: string): string | null {
  const today = STANDS[code] ?? code;
  if (dimension === 'street') return today.slice(6) === '000000' ? null : `${today.slice(0, 9)}000`;
  return today.endsWith('000') ? null : today;
}

export function isPlace(code: string): boolean {
  return code === 'street' || code === 'committee';
}

export function under(code: string, scope: string): boolean {
  const today = STANDS[code] ?? code;
  return scope === DISTRICT || today === scope || (scope.endsWith('000') && today.startsWith(scope.slice(0, 9)));
}

export function dimension(record: SmallRecord, code: string): string | null {
  if (code === 'topic') return record.topic;
  return code === 'quarter' ? quarterOf(record) : placed(record.place, code);
}

/** 1 holds, 0 does not, ½ cannot be said. */
function truth(
  filter: DimensionFilter | null,
  test: (leaf: DimensionFilter & { dimension: string }) => number,
): number {
  if (filter === null) return 1;
  if ('and' in filter) return Math.min(1, ...filter.and.map((part) => truth(part, test)));
  if ('or' in filter) return Math.max(0, ...filter.or.map((part) => truth(part, test)));
  return 'not' in filter ? 1 - truth(filter.not, test) : test(filter);
}

export function admits(filter: DimensionFilter | null, record: SmallRecord): boolean {
  return truth(filter, (leaf) => Number(leafHolds(leaf, dimension(record, leaf.dimension)))) === 1;
}

function leafHolds(leaf: DimensionFilter & { dimension: string }, value: string | null): boolean {
  return 'in' in leaf
    ? value !== null && leaf.in.includes(value)
    : (value === null) === ('isNull' in leaf && leaf.isNull);
}

/** Whether a record of this very place could pass. */
export function couldPass(filter: DimensionFilter | null, place: string): boolean {
  return (
    truth(filter, (leaf) => (isPlace(leaf.dimension) ? Number(leafHolds(leaf, placed(place, leaf.dimension))) : 0.5)) >
    0
  );
}

export function basicsOf(name: string): string[] {
  const made: Readonly<Record<string, string[]>> = {
    everyone: ['bodies', 'teams'],
    leaders: ['bodies.leaders', 'teams.leaders'],
    membersPerTeam: ['teams.members', 'teams'],
    teamsPerBody: ['teams', 'bodies'],
    rate: ['yes', 'asked'],
    committees: [],
    teamsPerCommittee: ['teams'],
    reaching: ['teams'],
  };
  return made[name] ?? [name];
}

export function answers(basic: string, code: string): boolean {
  if (code === 'quarter') return isFlow(basic);
  return code !== 'topic' || !isObserved(basic);
}

export function levelOf(basic: string): 'DISTRICT' | 'STREET' | 'COMMITTEE' {
  return LEVEL[(basic.split('.')[0] ?? '') as keyof typeof LEVEL];
}

export function isObserved(basic: string): boolean {
  return basic === 'yes' || basic === 'asked';
}

export function isFlow(basic: string): boolean {
  return basic === 'teams.new' || isObserved(basic);
}

export function amount(basic: string, record: SmallRecord): number {
  if (basic === 'yes') return record.numerator ?? 0;
  if (basic === 'asked') return record.denominator ?? 0;
  return basic === 'teams.members' ? record.members : 1;
}

/** Whether the record gives the measure anything: an observed 0 does, a counted 0 does not. */
export function weight(basic: string, record: SmallRecord): boolean {
  if (basic === 'yes') return record.numerator !== null;
  if (basic === 'asked') return record.denominator !== null;
  return basic.endsWith('leaders') ? record.leader !== null : amount(basic, record) > 0;
}

export function absence(reasons: readonly (string | null)[]): string | null {
  if (reasons.length === 0 || reasons.includes(null)) return null;
  if (new Set(reasons).size > 1) return 'NODE_MISSING';
  if (reasons[0] === 'NOT_SUBMITTED') return 'NO_OBSERVATION';
  return reasons[0] === 'NOT_KEPT' ? 'NOT_KEPT' : 'NODE_MISSING';
}
