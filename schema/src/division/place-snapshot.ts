import type { DivisionCode } from './division-code.js';
import { isAbove, type Level } from './level.js';
import type { PlaceVersion } from './place-version.js';

const NONE: readonly PlaceVersion[] = [];

/**
 * The places of one edition and who holds whom. Every look-up costs no more than its answer. A code that is not of the edition
 * has no children, no ancestors, and is under nothing.
 */
export class PlaceSnapshot {
  private readonly places: ReadonlyMap<DivisionCode, PlaceVersion>;
  private readonly byParent = new Map<DivisionCode | null, PlaceVersion[]>();

  /** Expects the versions that hold together on a day, each parent among them, as `PlaceTree` has checked. */
  constructor(versions: readonly PlaceVersion[]) {
    const sorted = versions.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    this.places = new Map(sorted.map((place) => [place.code, place]));
    for (const place of sorted) {
      const siblings = this.byParent.get(place.parent);
      if (siblings) siblings.push(place);
      else this.byParent.set(place.parent, [place]);
    }
  }

  get(code: DivisionCode): PlaceVersion | undefined {
    return this.places.get(code);
  }

  /** The places without a parent, by code. */
  roots(): readonly PlaceVersion[] {
    return this.byParent.get(null) ?? NONE;
  }

  /** The places directly under `code`, by code. */
  children(code: DivisionCode): readonly PlaceVersion[] {
    return this.byParent.get(code) ?? NONE;
  }

  /** The places under `code`, itself left out, each before its parts and siblings by code; of all levels or of one. */
  descendants(code: DivisionCode, level?: Level): PlaceVersion[] {
    const found: PlaceVersion[] = [];
    this.collect(this.children(code), level, found);
    return found;
  }

  private collect(places: readonly PlaceVersion[], level: Level | undefined, found: PlaceVersion[]): void {
    for (const place of places) {
      if (level === undefined || place.level === level) found.push(place);
      if (level === undefined || isAbove(place.level, level)) this.collect(this.children(place.code), level, found);
    }
  }

  /** The places that hold `code`, the nearest first, itself left out. */
  ancestors(code: DivisionCode): PlaceVersion[] {
    return this.lineage(code).slice(1);
  }

  /** The place itself and those that hold it, the nearest first. */
  private lineage(code: DivisionCode): PlaceVersion[] {
    const line: PlaceVersion[] = [];
    let place = this.get(code);
    while (place) {
      line.push(place);
      place = place.parent === null ? undefined : this.get(place.parent);
    }
    return line;
  }

  /** The place itself or the one of `level` that holds it; null when there is none. */
  ancestorAt(code: DivisionCode, level: Level): DivisionCode | null {
    return this.lineage(code).find((place) => place.level === level)?.code ?? null;
  }

  /** Whether `code` is `scope` or a part of it. */
  isUnder(code: DivisionCode, scope: DivisionCode): boolean {
    return this.lineage(code).some((place) => place.code === scope);
  }

  /** The places of `level` at or under `scope`; the one that holds `scope` when `scope` is below `level`. */
  placesOf(level: Level, scope: DivisionCode): PlaceVersion[] {
    const place = this.get(scope);
    if (!place) return [];
    return isAbove(place.level, level)
      ? this.descendants(scope, level)
      : this.lineage(scope).filter((holder) => holder.level === level);
  }
}
