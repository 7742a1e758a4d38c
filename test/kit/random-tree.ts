import * as fc from 'fast-check';
import { placeKind, placeLevel, PlaceTree, type PlaceVersion } from '@onenx/schema';

/** The day between the two editions of a random tree. */
export const CHANGE = '2020-01-01';
export const DISTRICT = '310105000000';

/** A tree of two editions, and where each code stands before and after the change: the nearest place first. */
export interface RandomTree {
  readonly tree: PlaceTree;
  readonly codes: readonly string[];
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
}

interface Plan {
  /** How many committees each street has at first; the first street has the four that change. */
  readonly committees: readonly number[];
  readonly merge: boolean;
  readonly split: boolean;
  /** The street to which the fourth committee goes. */
  readonly move: number;
}

const plans: fc.Arbitrary<Plan> = fc.record({
  committees: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
  merge: fc.boolean(),
  split: fc.boolean(),
  move: fc.nat({ max: 2 }),
});

/** Three levels, two editions: two committees may become one, one become two, and one go to another street. */
export const randomTrees: fc.Arbitrary<RandomTree> = plans.map(grow);

function street(i: number): string {
  return `31010500${i + 1}000`;
}

function committee(i: number, j: number): string {
  return `31010500${i + 1}0${String(j + 1).padStart(2, '0')}`;
}

function grow({ committees, merge, split, move }: Plan): RandomTree {
  const before = new Map<string, readonly string[]>([[DISTRICT, [DISTRICT]]]);
  const after = new Map(before);
  const versions = [version(DISTRICT, null)];
  const stand = (code: string, was: readonly string[], is: readonly string[]): void => {
    before.set(code, was);
    after.set(code, is);
  };
  const stay = (code: string, parents: readonly string[]): void => {
    versions.push(version(code, parents[0] ?? null));
    stand(code, [code, ...parents], [code, ...parents]);
  };
  committees.forEach((_, i) => stay(street(i), [DISTRICT]));
  committees.forEach((count, i) => {
    for (let j = 0; j < count; j++) stay(committee(i, j + 10), [street(i), DISTRICT]);
  });
  const home = [street(0), DISTRICT];
  const [a, b, c] = [committee(0, 0), committee(0, 1), committee(0, 2)];
  if (merge) {
    for (const code of [a, b]) {
      versions.push(version(code, street(0), { validTo: CHANGE }));
      stand(code, [code, ...home], [c, ...home]);
    }
    versions.push(version(c, street(0), { validFrom: CHANGE, predecessors: [a, b] }));
    stand(c, home, [c, ...home]);
  }
  const [d, e, f] = [committee(0, 3), committee(0, 4), committee(0, 5)];
  if (split) {
    versions.push(version(d, street(0), { validTo: CHANGE }));
    stand(d, [d, ...home], home);
    for (const code of [e, f]) {
      versions.push(version(code, street(0), { validFrom: CHANGE, predecessors: [d] }));
      stand(code, [d, ...home], [code, ...home]);
    }
  }
  const [g, other] = [committee(0, 6), street(Math.min(move, committees.length - 1))];
  versions.push(version(g, street(0), { validTo: CHANGE }), version(g, other, { validFrom: CHANGE }));
  stand(g, [g, ...home], [g, other, DISTRICT]);
  return { tree: PlaceTree.of(versions), codes: [...before.keys()], before, after };
}

function version(code: string, parent: string | null, change: Partial<PlaceVersion> = {}): PlaceVersion {
  const fixed = { name: `示例${code}`, validFrom: '2000-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, level: placeLevel(code), kind: placeKind(code), parent, ...fixed, ...change };
}
