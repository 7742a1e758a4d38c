import { codeSetMatcher, type CodeSet, type Level, type Placement, type PlaceTree } from '@onenx/schema';
import { list, raw, sql, type Sql } from '../database/sql.js';

/** Which stored codes a statement has to read: those that stand at or under the scopes on the day, of the codes answered for. */
export class StoredPlaces {
  private readonly codes: readonly string[];
  private readonly answersFor: (code: string) => boolean;

  constructor(
    tree: PlaceTree,
    private readonly placement: Placement,
    answered: CodeSet,
  ) {
    this.codes = tree.codes();
    this.answersFor = codeSetMatcher(answered);
  }

  /** A condition on `place`; none where every place of the tree is read anyway. */
  under(scopes: readonly string[]): Sql {
    const wanted = new Set(scopes);
    const codes = this.codes.filter(
      (code) => this.answersFor(code) && this.placement.lineage(code).some((place) => wanted.has(place)),
    );
    return codes.length === this.codes.length ? raw('1 = 1') : inPlaces(codes);
  }

  /** See `Placement.heirs`. */
  heirs(code: string): readonly string[] {
    return this.placement.heirs(code);
  }

  /** The condition that a record lies in one of `places` of a level. */
  within(level: Level, places: readonly string[]): Sql {
    const wanted = new Set(places);
    return inPlaces(this.codes.filter((code) => wanted.has(this.placement.ancestorAt(code, level) ?? '')));
  }

  /** The condition that a record belongs to a place of the level at all, or to none. */
  unallocated(level: Level, isNull: boolean): Sql {
    return inPlaces(this.codes.filter((code) => (this.placement.ancestorAt(code, level) === null) === isNull));
  }
}

function inPlaces(codes: readonly string[]): Sql {
  return codes.length === 0 ? raw('1 = 0') : sql`"place" IN (${list(codes)})`;
}
