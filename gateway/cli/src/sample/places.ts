import { readFile } from 'node:fs/promises';
import type { DivisionCode } from '@onenx/schema';
import type { Day } from './calendar.js';
import type { Random } from './random.js';
import { csvText } from './row.js';

/** The official list: see `data/README.md`. The path is the same from `src` and from `dist`. */
const OFFICIAL_LIST = new URL('../../data/changning-divisions-2023.csv', import.meta.url);

/**
 * When the district begins: before its streets and committees, so that the report's figure for 1999 has a place to be asked
 * of. What is asked below the district for a day before the first edition is not known. The day is made up.
 */
const DISTRICT_SINCE: Day = '1990-01-01';
/** The first edition with streets and committees: 185 of these. The day is made up. */
const FIRST_EDITION: Day = '2010-01-01';
/** The official edition: 189 committees. */
const OFFICIAL_EDITION: Day = '2023-06-30';

/**
 * The four committees that make 189 of the report's 185, and the neighbour that each was split off. Codes and names are
 * official; which ones were new in 2023, and of what, is made up, so their rows are marked synthetic. A neighbour keeps its
 * code and its one version.
 */
export const NEW_COMMITTEES: ReadonlyMap<DivisionCode, DivisionCode> = new Map([
  ['310105005027', '310105005026'], // 新天地河滨花园 of 天山华庭
  ['310105009021', '310105009020'], // 古北荣华第四 of 古北荣华第三
  ['310105009022', '310105009017'], // 虹桥经济技术开发区 of 虹欣
  ['310105102038', '310105102035'], // 新泾北苑 of 新泾
]);

export interface SamplePlace {
  readonly code: DivisionCode;
  readonly name: string;
  readonly parent: DivisionCode;
  /** How much happens here beside other places of its level: made up, and uneven on purpose. */
  readonly weight: number;
}

/** The places of the official list, and how unevenly the sample fills them. */
export class Places {
  readonly district: SamplePlace;
  readonly streets: readonly SamplePlace[];
  readonly committees: readonly SamplePlace[];
  private readonly firstEdition: readonly SamplePlace[];
  private readonly streetsByCode: ReadonlyMap<DivisionCode, SamplePlace>;
  private readonly all: readonly SamplePlace[];

  private constructor(list: string, random: Random) {
    const lines = list.trimEnd().split('\n').slice(1);
    this.all = lines.map((line) => placeOf(line, random));
    const [district] = this.all;
    if (district === undefined) throw new Error('The official list of places is empty');
    this.district = district;
    this.streets = this.all.filter((place) => place.parent === district.code);
    this.streetsByCode = new Map(this.streets.map((street) => [street.code, street]));
    this.committees = this.all.filter((place) => this.streetsByCode.has(place.parent));
    this.firstEdition = this.committees.filter((place) => !NEW_COMMITTEES.has(place.code));
  }

  static async load(random: Random): Promise<Places> {
    return new Places(await readFile(OFFICIAL_LIST, 'utf8'), random);
  }

  /** How many places there are in all. */
  get count(): number {
    return this.all.length;
  }

  /** The committees that something which begins on `day` can lie in; before the first edition, those of that edition. */
  committeesOn(day: Day): readonly SamplePlace[] {
    return day < OFFICIAL_EDITION ? this.firstEdition : this.committees;
  }

  /** A committee of `day`, the busy ones more often; of one street when it is given. */
  pickCommittee(day: Day, random: Random, street?: SamplePlace): SamplePlace {
    const committees = this.committeesOn(day).filter((place) => street === undefined || place.parent === street.code);
    return random.weighted(committees.map((place) => [place, this.pull(place)]));
  }

  pickStreet(random: Random): SamplePlace {
    return random.weighted(this.streets.map((street) => [street, street.weight]));
  }

  streetOf(committee: SamplePlace): SamplePlace {
    const street = this.streetsByCode.get(committee.parent);
    if (street === undefined) throw new Error(`${committee.code} lies in no street`);
    return street;
  }

  /** A committee's own weight times that of its street. */
  pull(committee: SamplePlace): number {
    return committee.weight * this.streetOf(committee).weight;
  }

  /** `divisions.csv`: every place with its dates; `validTo` is the first day without it, empty while it holds. */
  divisionsCsv(): string {
    const header = ['code', 'name', 'parent', 'validFrom', 'validTo', 'predecessors', 'synthetic'];
    const lines = this.all.map((place) => {
      const neighbour = NEW_COMMITTEES.get(place.code);
      const isNew = neighbour !== undefined;
      return [place.code, place.name, place.parent, this.since(place), '', neighbour ?? '', String(isNew)];
    });
    return csvText(header, lines);
  }

  private since(place: SamplePlace): Day {
    if (place.code === this.district.code) return DISTRICT_SINCE;
    return NEW_COMMITTEES.has(place.code) ? OFFICIAL_EDITION : FIRST_EDITION;
  }
}

function placeOf(line: string, random: Random): SamplePlace {
  const [code = '', name = '', level, parent = ''] = line.split(',');
  const weight = level === 'street' ? random.around(1, 0.5) : 0.25 + random.skewed(0.3, 2.6);
  return { code, name, parent, weight };
}
