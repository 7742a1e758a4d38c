import type { DerivedMeasure, MeasureKind, MeasureName } from './measure.js';

type Words = readonly [zh: string, en: string];

interface More {
  readonly source: string;
  readonly sensitive?: boolean;
}

/** A measure over another; `unit` is `ratio` where both count the same sort of thing. */
export function ratioOf(
  name: MeasureName,
  [zh, en, unit = 'ratio']: readonly [zh: string, en: string, unit?: string],
  {
    of: [numerator, denominator],
    kind = 'RATIO',
    ...more
  }: More & {
    readonly of: readonly [numerator: MeasureName, denominator: MeasureName];
    readonly kind?: 'RATIO' | 'WEIGHTED_MEAN';
  },
): DerivedMeasure {
  const formula = `${numerator} / ${denominator}`;
  return { name, zh, en, kind, unit, formula, ...more, derived: { ratio: [numerator, denominator] } };
}

/** What several levels, or several kinds, count together. */
export function sumOf(
  name: MeasureName,
  [zh, en, unit]: readonly [zh: string, en: string, unit: string],
  { of, kind, ...more }: More & { readonly of: readonly MeasureName[]; readonly kind: Exclude<MeasureKind, 'RATIO'> },
): DerivedMeasure {
  const formula = kind === 'DISTINCT' ? `distinct over ${of.join(' and ')}` : of.join(' + ');
  return { name, zh, en, kind, unit, formula, ...more, derived: { plus: of } };
}

type Reaching = More & { readonly of: MeasureName };

/** The share of committees that reach a number of a measure; the number is given with the question. */
export function committeesReaching(name: MeasureName, words: Words, of: Reaching): DerivedMeasure {
  return placesReaching('COMMITTEE', [name, words, of]);
}

/** The same of streets and towns. */
export function streetsReaching(name: MeasureName, words: Words, of: Reaching): DerivedMeasure {
  return placesReaching('STREET', [name, words, of]);
}

function placesReaching(
  level: 'COMMITTEE' | 'STREET',
  [name, [zh, en], { of, source }]: readonly [MeasureName, Words, Reaching],
): DerivedMeasure {
  const places = level === 'STREET' ? 'streets' : 'committees';
  return {
    name,
    zh,
    en,
    kind: 'RATIO',
    unit: 'ratio',
    formula: `${places} with ${of} ≥ args.atLeast / ${places}`,
    source,
    derived: { placesReaching: of, level },
  };
}
