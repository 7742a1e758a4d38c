import { cell, type SampleFiles } from './sample-files.js';

export type PlaceLevel = 'district' | 'street' | 'committee';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly predecessors: readonly string[];
}

/** The places of `divisions.csv` that hold on a day. */
export class Divisions {
  private readonly all = new Map<string, Division>();
  private readonly holding = new Map<string, Division>();
  private readonly lines = new Map<string, readonly string[]>();

  constructor(files: SampleFiles, day: string) {
    for (const row of files.rows('divisions')) {
      const place = { code: cell(row, 'code'), name: cell(row, 'name'), parent: cell(row, 'parent') };
      const predecessors = cell(row, 'predecessors')
        .split(/[;|, ]+/)
        .filter((code) => code !== '');
      const division = { ...place, predecessors };
      const until = cell(row, 'validTo');
      this.all.set(place.code, division);
      if (cell(row, 'validFrom') <= day && (until === '' || day < until)) this.holding.set(place.code, division);
    }
  }

  name(code: string): string {
    return this.holding.get(code)?.name ?? '';
  }

  /** The places of a level at or under another, by code. */
  under(scope: string, level: PlaceLevel): string[] {
    const codes = [...this.holding.keys()].filter((code) => levelOf(code) === level);
    return codes.filter((code) => this.above(code).includes(scope)).sort();
  }

  /** Whether a record stored under `code` lies in `scope`. */
  holds(scope: string, code: string): boolean {
    return this.above(code).includes(scope);
  }

  /** The place of a level in which a record stored under `code` lies; null where it lies in none in particular. */
  placeOf(code: string, level: PlaceLevel): string | null {
    return this.above(code).find((one) => levelOf(one) === level) ?? null;
  }

  /** The place that a stored code stands for on the day and those that hold it, the nearest first. */
  private above(code: string): readonly string[] {
    const known = this.lines.get(code);
    if (known) return known;
    const place = this.standingFor(code);
    const line = place === undefined ? [] : [place.code, ...(place.parent === '' ? [] : this.above(place.parent))];
    this.lines.set(code, line);
    return line;
  }

  /** A place that had not yet begun stands for the one it was made of. */
  private standingFor(code: string): Division | undefined {
    const place = this.holding.get(code);
    if (place !== undefined) return place;
    const [predecessor, ...others] = this.all.get(code)?.predecessors ?? [];
    return predecessor === undefined || others.length > 0 ? undefined : this.standingFor(predecessor);
  }
}

function levelOf(code: string): PlaceLevel {
  if (code.endsWith('000000')) return 'district';
  return code.endsWith('000') ? 'street' : 'committee';
}
