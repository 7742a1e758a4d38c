import type { DivisionCode } from './division-code.js';
import { endedBy, holdsOn, type PlaceVersion } from './place-version.js';

const NONE: readonly PlaceVersion[] = [];

/** The versions of every code over time, and the links from a place to those that it was made of. */
export class PlaceHistory {
  private readonly byCode: ReadonlyMap<DivisionCode, PlaceVersion[]>;
  /** The versions that name a code as predecessor; one that names its own code is a change, not a succession. */
  private readonly madeOf: ReadonlyMap<DivisionCode, PlaceVersion[]>;

  constructor(versions: readonly PlaceVersion[]) {
    const sorted = versions.toSorted((a, b) => compare(a.validFrom, b.validFrom));
    this.byCode = Map.groupBy(sorted, (version) => version.code);
    const links = sorted.flatMap((version) => sourcesOf(version).map((source) => ({ source, version })));
    const grouped = Map.groupBy(links, (link) => link.source);
    this.madeOf = new Map([...grouped].map(([source, found]) => [source, found.map((link) => link.version)]));
  }

  codes(): Iterable<DivisionCode> {
    return this.byCode.keys();
  }

  /** The versions of a code, the oldest first. */
  versions(code: DivisionCode): readonly PlaceVersion[] {
    return this.byCode.get(code) ?? NONE;
  }

  version(code: DivisionCode, date: string): PlaceVersion | undefined {
    return this.versions(code).find((version) => holdsOn(version, date));
  }

  successors(code: DivisionCode): DivisionCode[] {
    return distinct((this.madeOf.get(code) ?? NONE).map((version) => version.code));
  }

  predecessors(code: DivisionCode): DivisionCode[] {
    return distinct(this.versions(code).flatMap(sourcesOf));
  }

  /** See `PlaceTree.resolve`. A code of which only its successors are known counts as ended when they began. */
  resolve(code: DivisionCode, date: string): DivisionCode | null {
    const first = this.versions(code)[0];
    return first && first.validFrom > date ? this.backward(first, date) : this.forward(code, date);
  }

  /** Only successors that began when the code had ended count: a part given away before that did not take it over. */
  private forward(code: DivisionCode, date: string): DivisionCode | null {
    if (this.version(code, date)) return code;
    const ended = this.versions(code).findLast((version) => endedBy(version, date));
    const end = ended?.validTo ?? '';
    const heirs = (this.madeOf.get(code) ?? NONE).filter((version) => version.validFrom >= end);
    if (heirs.some((heir) => heir.validFrom > date)) return null;
    return agreed(distinct(heirs.map((heir) => heir.code)).map((heir) => this.forward(heir, date)));
  }

  /** Each step goes to a place that began earlier, so it comes to an end even on contradictory data. */
  private backward(begun: PlaceVersion, date: string): DivisionCode | null {
    const origins = sourcesOf(begun).map((source) => {
      if (this.version(source, date)) return source;
      const next = this.versions(source).find((version) => version.validFrom > date);
      return next && next.validFrom < begun.validFrom ? this.backward(next, date) : null;
    });
    return agreed(origins);
  }
}

function sourcesOf(version: PlaceVersion): DivisionCode[] {
  return distinct(version.predecessors.filter((code) => code !== version.code));
}

/** The one code that all candidates name; null when there is none, or they differ, or one of them is not known. */
function agreed(candidates: readonly (DivisionCode | null)[]): DivisionCode | null {
  const [first = null] = candidates;
  return candidates.every((candidate) => candidate === first) ? first : null;
}

function distinct(codes: readonly DivisionCode[]): DivisionCode[] {
  return [...new Set(codes)].sort(compare);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
