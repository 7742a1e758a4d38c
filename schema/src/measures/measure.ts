import type { Level } from '../division/level.js';

/** `orgs.registered`: an open name space; a bureau adds its own. */
export type MeasureName = string;

export type MeasureKind = 'ADDITIVE' | 'STOCK' | 'RATIO' | 'DISTINCT' | 'WEIGHTED_MEAN';

/** A condition on the fields of one record; a field's values are its codes. */
export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNull: boolean }
  /** A day that is on or before another day of the same record; not where either is missing. */
  | { readonly field: string; readonly notAfter: string }
  /** A day that had passed on the day of the question. */
  | { readonly field: string; readonly passed: true };

/** When a record counts: while it is valid (a stock), when a date of it falls in the period (a flow), or ever begun by then. */
export type Timing = { readonly stock: true } | { readonly flow: string } | { readonly since: string };

/** What a node adds up over its own records. */
export type Basis =
  | {
      readonly kind: string;
      readonly op: 'sum';
      /** Absent: the records are counted. */
      readonly field?: string;
      /** Σ field × weight, for weighted means. */
      readonly times?: string;
      readonly timing: Timing;
      readonly where?: Condition;
    }
  | {
      readonly kind: string;
      readonly op: 'distinct';
      readonly field: string;
      readonly timing: Timing;
      readonly where?: Condition;
    }
  | {
      readonly kind: string;
      readonly op: 'observed';
      readonly observed: string;
      readonly side: 'numerator' | 'denominator';
      readonly timing: { readonly stock: true; readonly maxAgeDays: number } | { readonly flow: true };
    };

/** How the hub makes a measure of others. */
export type Derivation =
  | { readonly plus: readonly MeasureName[] }
  | { readonly ratio: readonly [numerator: MeasureName, denominator: MeasureName] }
  /** How many places of a level stand in the tree. */
  | { readonly places: Level }
  /** How many places of a level reach `args.atLeast` of a measure, over how many there are. */
  | { readonly placesReaching: MeasureName; readonly level: Level };

interface MeasureText {
  readonly name: MeasureName;
  readonly zh: string;
  readonly en: string;
  readonly kind: MeasureKind;
  /** `家`, `个`, `分` (fen), `%` … `percent` ratios are given as fractions: 0.855, never 85.5. */
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
  /** Counts of persons, respondents or disputes. */
  readonly sensitive?: boolean;
}

export interface BasicMeasure extends MeasureText {
  readonly ownerLevel: Level;
  readonly basis: Basis;
}

export interface DerivedMeasure extends MeasureText {
  readonly derived: Derivation;
}

export type MeasureDefinition = BasicMeasure | DerivedMeasure;

export function isBasic(measure: MeasureDefinition): measure is BasicMeasure {
  return 'basis' in measure;
}
