import type { DivisionCode } from '../division/division-code.js';
import { OneNXError } from '../errors/onenx-error.js';

/** A term, threshold or deadline of a law or regulation: for a place and all under it, from a day until another. */
export interface LegalParameter {
  readonly name: string;
  /** A division code; empty: everywhere. */
  readonly place: DivisionCode;
  readonly value: number;
  /** `days`, `workingDays`, `months`, `years`, `persons`, `fen`, `ratio`, `count`, `monthDay` (531 is 31 May). */
  readonly unit: string;
  readonly validFrom: string;
  /** The first day on which it is no longer in force; null: still in force. */
  readonly validTo: string | null;
  readonly zh: string;
  readonly en: string;
  /** Document and clause. */
  readonly source: string;
  /** False: general knowledge that was not checked against the document ([GK]). */
  readonly confirmed: boolean;
}

/** The legal parameters of a hub, by name, place and day. */
export class LegalParameters {
  readonly #byName: ReadonlyMap<string, readonly LegalParameter[]>;

  constructor(readonly all: readonly LegalParameter[]) {
    this.#byName = Map.groupBy(all, ({ name }) => name);
  }

  /** The one in force at a place on a day: the most specific place wins. Undefined where there is none. */
  find(name: string, place: DivisionCode, day: string): LegalParameter | undefined {
    return (this.#byName.get(name) ?? [])
      .filter((one) => isInForce(one, day) && covers(one.place, place))
      .sort((a, b) => significant(b.place).length - significant(a.place).length)[0];
  }

  /** All that are in force somewhere on a day; at a place, the one of each name that is in force there. */
  inForce(day: string, place?: DivisionCode): readonly LegalParameter[] {
    if (place === undefined) return this.all.filter((one) => isInForce(one, day));
    return [...this.#byName.keys()].flatMap((name) => this.find(name, place, day) ?? []);
  }

  /** @throws PARAMETER_UNKNOWN where none is in force */
  value(name: string, place: DivisionCode, day: string): number {
    const found = this.find(name, place, day);
    if (found === undefined) throw new OneNXError('PARAMETER_UNKNOWN', { found: name, place, date: day });
    return found.value;
  }
}

function isInForce({ validFrom, validTo }: LegalParameter, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

function covers(scope: string, place: string): boolean {
  return place.startsWith(significant(scope));
}

/** A code without the zeros that only fill it: of provinces and prefectures two digits a level, then three. */
function significant(code: string): string {
  const short = code.replace(/(?:000)+$/, '');
  return short.length === 6 ? short.replace(/(?:00)+$/, '') : short;
}
