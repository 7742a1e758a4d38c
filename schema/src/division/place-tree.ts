import type { DivisionCode } from './division-code.js';
import { PlaceHistory } from './place-history.js';
import { PlaceSnapshot } from './place-snapshot.js';
import { checkPlaces } from './place-tree-check.js';
import { holdsOn, type Edition, type PlaceVersion } from './place-version.js';

/** All places with their dates: which edition of the divisions held on a day, and what became of a code. Never changes. */
export class PlaceTree {
  readonly editions: readonly Edition[];
  private readonly snapshots = new Map<Edition | undefined, PlaceSnapshot>();

  private constructor(
    private readonly versions: readonly PlaceVersion[],
    private readonly history: PlaceHistory,
  ) {
    this.editions = editionsOf(versions);
  }

  /**
   * Throws DIVISION_TREE_BROKEN when a parent does not hold, at a higher level, all the time its part does;
   * DIVISION_DATES_OVERLAP when two versions of one code hold on the same day; DATES_REVERSED when one ends before it begins.
   */
  static of(versions: readonly PlaceVersion[]): PlaceTree {
    const history = new PlaceHistory(versions);
    checkPlaces(history);
    return new PlaceTree([...versions], history);
  }

  /** The edition of `date` (YYYY-MM-DD); undefined before the first. */
  editionAt(date: string): Edition | undefined {
    return this.editions.findLast((edition) => edition.validFrom <= date);
  }

  /** The places of `date`, made once for its whole edition. Before the first edition there is no place. */
  at(date: string): PlaceSnapshot {
    const edition = this.editionAt(date);
    const known = this.snapshots.get(edition);
    if (known) return known;
    const snapshot = new PlaceSnapshot(this.versions.filter((version) => holdsOn(version, date)));
    this.snapshots.set(edition, snapshot);
    return snapshot;
  }

  /** Every code that ever was a place, by code. */
  codes(): readonly DivisionCode[] {
    return [...new Set(this.versions.map((version) => version.code))].sort();
  }

  /** What `code` was on `date`; undefined when it did not exist then. */
  version(code: DivisionCode, date: string): PlaceVersion | undefined {
    return this.history.version(code, date);
  }

  /** The newest version of `code`, ended or not. */
  latest(code: DivisionCode): PlaceVersion | undefined {
    return this.history.versions(code).at(-1);
  }

  /** The places that name `code` as one they were made of, at any time, by code. */
  successors(code: DivisionCode): DivisionCode[] {
    return this.history.successors(code);
  }

  /** The places that `code` was made of, at any time, by code. */
  predecessors(code: DivisionCode): DivisionCode[] {
    return this.history.predecessors(code);
  }

  /**
   * The place that `code` stands for on `date`: itself while it exists; else, by its successors once it had ended or its
   * predecessors before it began, the one place that all of them lead to. Null when they lead to several, or one to none:
   * what was split cannot be told apart, and the caller falls back to the parent.
   */
  resolve(code: DivisionCode, date: string): DivisionCode | null {
    return this.history.resolve(code, date);
  }
}

function editionsOf(versions: readonly PlaceVersion[]): Edition[] {
  const days = versions.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]));
  const boundaries = [...new Set(days)].sort();
  return boundaries.map((day, index) => ({ name: day, validFrom: day, validTo: boundaries[index + 1] ?? null }));
}
