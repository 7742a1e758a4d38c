import { contains, Placement, type DivisionCode, type PlaceTree } from '@onenx/schema';

const NONE: readonly DivisionCode[] = [];

/**
 * Stored codes whose records count, on a day, at a place that their digits do not name: codes that have ended, and places
 * that passed to another parent. Who is asked goes by stored code, so whoever keeps such a code is asked for that place too.
 */
export class StrayCodes {
  private readonly byEdition = new Map<string, ReadonlyMap<DivisionCode, readonly DivisionCode[]>>();

  constructor(private readonly tree: PlaceTree) {}

  /** The stray codes that count at the place on the day. */
  at(place: DivisionCode, day: string): readonly DivisionCode[] {
    return this.ofDay(day).get(place) ?? NONE;
  }

  /** They are few, and the same all through an edition. */
  private ofDay(day: string): ReadonlyMap<DivisionCode, readonly DivisionCode[]> {
    const edition = this.tree.editionAt(day)?.name ?? '';
    const known = this.byEdition.get(edition);
    if (known !== undefined) return known;
    const placement = new Placement(this.tree, day);
    const found = this.tree.codes().flatMap((code) =>
      placement
        .lineage(code)
        .filter((place) => !contains(place, code))
        .map((place) => ({ place, code })),
    );
    const grouped = [...Map.groupBy(found, ({ place }) => place)];
    const byPlace = new Map(grouped.map(([place, strays]) => [place, strays.map(({ code }) => code)]));
    this.byEdition.set(edition, byPlace);
    return byPlace;
  }
}
