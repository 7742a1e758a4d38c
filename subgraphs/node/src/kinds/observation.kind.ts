import {
  defineKind,
  nearest,
  type BasicMeasure,
  type KindDefinition,
  type Level,
  type RecordValues,
  type RowProblem,
} from '@onenx/schema';

/** One side of an observed figure: the measure that it feeds. */
interface Side {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
}

/** A figure that is only ever counted. A stock is the last one within `maxAgeDays`; a flow is added over the period. */
export interface ObservedMeasure {
  /** What the column `measure` of an observation says. */
  readonly observed: string;
  readonly timing: { readonly stock: true; readonly maxAgeDays: number } | { readonly flow: true };
  readonly numerator: Side;
  readonly denominator?: Side;
  /** Whether the numerator counts a part of the denominator and so cannot be greater. */
  readonly share?: boolean;
  readonly sensitive?: boolean;
  readonly source: string;
}

const PREFIX: Readonly<Record<Level, string>> = { DISTRICT: 'District', STREET: 'Street', COMMITTEE: 'Committee' };
const CODE: Readonly<Record<Level, string>> = { DISTRICT: 'DOBS', STREET: 'SOBS', COMMITTEE: 'COBS' };
const LEVEL_ZH: Readonly<Record<Level, string>> = { DISTRICT: '区', STREET: '街镇', COMMITTEE: '居委会' };

/** The observations that nodes of `level` own. Each measure has one owner level, so that no figure is added twice. */
export function observationKind(level: Level, observed: readonly ObservedMeasure[]): KindDefinition {
  const name = `${PREFIX[level]}Observation`;
  return defineKind({
    name,
    plural: `${PREFIX[level].toLowerCase()}Observations`,
    code: CODE[level],
    zh: `${LEVEL_ZH[level]}观测值`,
    en: `Observation of the ${PREFIX[level].toLowerCase()} level`,
    level,
    interfaces: [],
    key: ['measure', 'periodFrom', 'periodTo', 'place'],
    fields: {
      measure: { type: 'measure', zh: '指标', en: 'Measure' },
      periodFrom: { type: 'date', zh: '起始日期', en: 'First day' },
      periodTo: { type: 'date', zh: '截止日期', en: 'Last day' },
      numerator: { type: 'number', zh: '分子(数值)', en: 'Numerator', optional: true, min: 0 },
      denominator: { type: 'number', zh: '分母', en: 'Denominator', optional: true, min: 0 },
      note: { type: 'text', zh: '说明', en: 'Note', optional: true, maxLength: 500 },
    },
    validity: { from: 'periodFrom', to: 'periodTo' },
    check: (values) => checkObservation(values, observed),
    measures: observed.flatMap((entry) => measuresOf(entry, level, name)),
  });
}

function measuresOf(entry: ObservedMeasure, level: Level, kind: string): BasicMeasure[] {
  const { observed, timing, numerator, denominator, source, sensitive = false } = entry;
  const sides = [['numerator', numerator] as const, ...(denominator ? [['denominator', denominator] as const] : [])];
  return sides.map(([side, { name, zh, en, unit }]) => ({
    name,
    zh,
    en,
    unit,
    kind: 'stock' in timing ? 'STOCK' : 'ADDITIVE',
    formula: `Σ ${side} of the observations of ${observed}`,
    source,
    sensitive,
    ownerLevel: level,
    basis: { kind, op: 'observed', observed, side, timing },
  }));
}

function checkObservation(values: RecordValues, observed: readonly ObservedMeasure[]): RowProblem | null {
  const { measure, numerator, denominator, periodFrom, periodTo } = values;
  const entry = observed.find((one) => one.observed === measure);
  if (entry === undefined) {
    const names = observed.map((one) => one.observed);
    const params = { found: String(measure), nearest: nearest(String(measure), names) };
    return { code: 'MEASURE_UNKNOWN', field: 'measure', params };
  }
  if (String(periodTo) < String(periodFrom)) {
    return {
      code: 'DATES_REVERSED',
      field: 'periodTo',
      params: { field: 'periodTo', found: String(periodTo), expected: String(periodFrom) },
    };
  }
  if (entry.share && typeof numerator === 'number' && typeof denominator === 'number' && numerator > denominator) {
    return {
      code: 'NUMERATOR_EXCEEDS',
      field: 'numerator',
      params: { measure: entry.observed, found: numerator, expected: denominator },
    };
  }
  return null;
}
