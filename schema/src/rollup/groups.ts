import type { DivisionCode } from '../division/division-code.js';
import { isAbove, LEVELS, type Level } from '../division/level.js';
import type { PlaceSnapshot } from '../division/place-snapshot.js';
import type { Catalogue } from '../measures/catalogue.js';
import { evaluateFilter, type Verdict } from './filter.js';
import type { Group } from './part.js';
import type { Question } from './question.js';

/** The part of the tree that a group speaks of: under `place`, but in none of its places of `notIn` in particular. */
interface Extent {
  readonly place: DivisionCode;
  readonly notIn: Level | null;
}

/** What groups are in terms of places: which one they stand for, which nodes could have records in them. */
export class Groups {
  constructor(
    private readonly question: Question,
    private readonly catalogue: Catalogue,
    private readonly snapshot: PlaceSnapshot,
  ) {}

  extent(group: Group, by: readonly string[]): Extent {
    let place = this.question.scope;
    let notIn: Level | null = null;
    group.forEach((value, i) => {
      const dimension = this.catalogue.dimension(by[i] ?? '');
      if (dimension.kind !== 'PLACE') return;
      if (value === null) notIn = narrower(notIn, dimension.level);
      else if (notIn === null && this.isFiner(value, place)) place = value;
    });
    return { place, notIn };
  }

  /** The nodes of `level` that could own records of the group. */
  nodes(level: Level, group: Group, by: readonly string[]): readonly DivisionCode[] {
    const { place, notIn } = this.extent(group, by);
    if (notIn !== null && !isAbove(level, notIn)) return [];
    return this.snapshot
      .placesOf(level, place)
      .map((node) => node.code)
      .filter((code) => this.mayMatch(code));
  }

  /** The places of `level` in the group that the question's filter lets through. */
  places(level: Level, group: Group, by: readonly string[]): readonly DivisionCode[] {
    const { place, notIn } = this.extent(group, by);
    if (notIn !== null) return [];
    const here = this.snapshot.get(place);
    if (here === undefined || isAbove(level, here.level)) return [];
    return this.snapshot
      .placesOf(level, place)
      .map((found) => found.code)
      .filter((code) => this.mayMatch(code));
  }

  /** The group of `by` (places only) in which a place lies. */
  groupOf(by: readonly string[], place: DivisionCode): Group {
    return by.map((code) => {
      const dimension = this.catalogue.dimension(code);
      return dimension.kind === 'PLACE' ? this.snapshot.ancestorAt(place, dimension.level) : null;
    });
  }

  /** False only where the filter's conditions on places rule the place out; other conditions are about records. */
  private mayMatch(place: DivisionCode): boolean {
    const { where } = this.question;
    if (where === null) return true;
    const verdict = evaluateFilter(where, (leaf): Verdict => {
      const dimension = this.catalogue.dimension(leaf.dimension);
      if (dimension.kind !== 'PLACE') return undefined;
      const held = this.snapshot.ancestorAt(place, dimension.level);
      if (held !== null) return 'in' in leaf ? leaf.in.includes(held) : !leaf.isNull;
      if (!('in' in leaf)) return undefined;
      return leaf.in.some((code) => this.snapshot.isUnder(code, place)) ? undefined : false;
    });
    return verdict !== false;
  }

  private isFiner(code: DivisionCode, than: DivisionCode): boolean {
    return this.snapshot.isUnder(code, than);
  }
}

function narrower(known: Level | null, level: Level): Level {
  return known !== null && LEVELS.indexOf(known) < LEVELS.indexOf(level) ? known : level;
}
