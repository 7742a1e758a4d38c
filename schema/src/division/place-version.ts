import type { DivisionCode } from './division-code.js';
import type { Level, PlaceKind } from './level.js';

/** What a place was called and belonged to between two days. A code has one version at a time, and may have several over time. */
export interface PlaceVersion {
  readonly code: DivisionCode;
  readonly name: string;
  readonly level: Level;
  readonly kind: PlaceKind;
  /** Null for a root. The parent of a date may be another than the digits of the code say. */
  readonly parent: DivisionCode | null;
  /** The first day, YYYY-MM-DD. */
  readonly validFrom: string;
  /** The first day on which it no longer held, YYYY-MM-DD; null while it holds. */
  readonly validTo: string | null;
  /** The places that this one was made of when this version began. */
  readonly predecessors: readonly DivisionCode[];
  /** True of an invented place of a sample. */
  readonly synthetic: boolean;
}

/** A span of days in which no place began, changed or ended; named by its first day. */
export interface Edition {
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether something that is valid in [validFrom, validTo) holds on `date` (YYYY-MM-DD). */
export function holdsOn(validity: Pick<Edition, 'validFrom' | 'validTo'>, date: string): boolean {
  return validity.validFrom <= date && !endedBy(validity, date);
}

/** Whether something has ended on or before `date`. */
export function endedBy(validity: Pick<Edition, 'validTo'>, date: string): boolean {
  return validity.validTo !== null && validity.validTo <= date;
}
