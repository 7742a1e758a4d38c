import type { DivisionCode } from '../division/division-code.js';
import { isAbove, LEVELS, type Level } from '../division/level.js';
import type { PlaceSnapshot } from '../division/place-snapshot.js';
import type { Catalogue } from '../measures/catalogue.js';
import { evaluateFilter, type DimensionFilter, type Verdict } from './filter.js';
import type { Group } from './part.js';
import type { Placement } from './placement.js';
import type { Question } from './question.js';

/** The part of the tree that a group speaks of: under `place`, but in none of its places of `notIn` in particular. */
interface Extent {
  readonly place: DivisionCode;
  readonly notIn: Level | null;
}

/** What groups are in terms of places: which one they stand for, which nodes could have records in them. */
export class Groups {
  private readonly snapshot: PlaceSnapshot;
  private readonly open: ReadonlySet<DivisionCode> | null;

  constructor(
    private readonly question: Question,
    private readonly catalogue: Catalogue,
    private readonly placement: Placement,
  ) {
    this.snapshot = placement.snapshot;
    this.open = question.where === null ? null : this.openPlaces(question.where);
  }

  extent(group: Group, by: readonly string[]): Extent {
    let place = this.question.scope;
    const unknown: Level[] = [];
    group.forEach((value, i) => {
      const dimension = this.catalogue.dimension(by[i] ?? '');
      if (dimension.kind !== 'PLACE') return;
      if (value === null) unknown.push(dimension.level);
      else if (this.snapshot.isUnder(value, place)) place = value;
    });
    const level = this.snapshot.get(place)?.level;
    // A committee may lie in no street: its street is unknown, its place is not.
    const notIn = LEVELS.find((one) => unknown.includes(one) && (level === undefined || isAbove(level, one)));
    return { place, notIn: notIn ?? null };
  }

  /** Whether the question's filter lets the place of a group through. */
  admits(group: Group, by: readonly string[]): boolean {
    return this.mayMatch(this.extent(group, by).place);
  }

  /** The place of `level` on the day that a stored code belongs to; null for none in particular. */
  nodeOf(level: Level, code: DivisionCode): DivisionCode | null {
    return this.placement.ancestorAt(code, level);
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

  /** Whether a record of the place, or of a part of it, could pass the filter: its other conditions are about records. */
  private mayMatch(place: DivisionCode): boolean {
    return this.open === null || this.open.has(place);
  }

  /** The places whose records could pass the filter, and all that hold one of them. */
  private openPlaces(filter: DimensionFilter): ReadonlySet<DivisionCode> {
    const all = this.snapshot.roots().flatMap((root) => [root, ...this.snapshot.descendants(root.code)]);
    const open = all.map(({ code }) => code).filter((code) => this.judge(filter, code) !== false);
    return new Set(open.flatMap((code) => [code, ...this.snapshot.ancestors(code).map((holder) => holder.code)]));
  }

  /** What the filter says of the records of this very place. */
  private judge(filter: DimensionFilter, place: DivisionCode): Verdict {
    return evaluateFilter(filter, (leaf) => {
      const dimension = this.catalogue.dimension(leaf.dimension);
      if (dimension.kind !== 'PLACE') return undefined;
      const held = this.snapshot.ancestorAt(place, dimension.level);
      return 'in' in leaf ? held !== null && leaf.in.includes(held) : (held === null) === leaf.isNull;
    });
  }
}
