import { parentCode, type DivisionCode } from '../division/division-code.js';
import type { Level } from '../division/level.js';
import type { PlaceSnapshot } from '../division/place-snapshot.js';
import type { PlaceTree } from '../division/place-tree.js';

/** Where a stored code stands in the tree of one day: itself and the places that hold it, the nearest first. */
interface Location {
  readonly lineage: readonly DivisionCode[];
  readonly levels: ReadonlyMap<Level, DivisionCode>;
}

const NOWHERE: Location = { lineage: [], levels: new Map() };

/**
 * Routing is by stored code, grouping by the dated tree: this is the step between. A code that the day's edition lacks
 * stands for its successor or predecessor; where it was split and cannot be told apart, for the place that held it.
 */
export class Placement {
  readonly snapshot: PlaceSnapshot;
  private readonly located = new Map<DivisionCode, Location>();

  constructor(
    private readonly tree: PlaceTree,
    private readonly day: string,
  ) {
    this.snapshot = tree.at(day);
  }

  /** The places at which a record counts on the day, the nearest first; empty when the tree knows none. */
  lineage(code: DivisionCode): readonly DivisionCode[] {
    return this.locate(code).lineage;
  }

  /** The place of `level` that holds a record stored under `code`; null when it belongs to none in particular. */
  ancestorAt(code: DivisionCode, level: Level): DivisionCode | null {
    return this.locate(code).levels.get(level) ?? null;
  }

  /** The places of the day that a place which has ended became, at any remove; none for a place that still stands. */
  heirs(code: DivisionCode): readonly DivisionCode[] {
    if (this.snapshot.get(code) !== undefined) return [];
    const found = new Set<DivisionCode>();
    const visit = (ended: DivisionCode): void => {
      for (const successor of this.tree.successors(ended)) {
        if (found.has(successor)) continue;
        found.add(successor);
        visit(successor);
      }
    };
    visit(code);
    return [...found].filter((heir) => this.snapshot.get(heir) !== undefined);
  }

  private locate(code: DivisionCode): Location {
    const known = this.located.get(code);
    if (known) return known;
    const location = this.find(code);
    this.located.set(code, location);
    return location;
  }

  private find(code: DivisionCode): Location {
    const here = this.tree.resolve(code, this.day);
    if (here === null) {
      const parent = this.tree.latest(code)?.parent ?? parentCode(code);
      return parent === null ? NOWHERE : this.locate(parent);
    }
    const places = [this.snapshot.get(here), ...this.snapshot.ancestors(here)].filter((place) => place !== undefined);
    return {
      lineage: places.map((place) => place.code),
      levels: new Map(places.map((place) => [place.level, place.code])),
    };
  }
}
