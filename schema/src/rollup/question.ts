import type { DivisionCode } from '../division/division-code.js';
import type { Catalogue } from '../measures/catalogue.js';
import type { BasicMeasure, MeasureDefinition, MeasureName } from '../measures/measure.js';
import { isBasic } from '../measures/measure.js';
import { isAbove, type Level } from '../division/level.js';
import { filterDimensions, type DimensionFilter } from './filter.js';
import type { Spec } from './spec.js';

export interface AskedMeasure {
  readonly of: MeasureName;
  /** The name of its values in the answer. */
  readonly as: string;
  /** For measures that count the places which reach a number. */
  readonly atLeast: number | null;
}

export type Having =
  | { readonly and: readonly Having[] }
  | { readonly or: readonly Having[] }
  | { readonly measure: string; readonly op: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'; readonly than: number };

export interface Order {
  readonly by: { readonly measure: string } | { readonly dimension: string };
  readonly direction: 'ASC' | 'DESC';
}

/** A roll-up's question, checked and with its dates resolved. */
export interface Question {
  readonly scope: DivisionCode;
  readonly measures: readonly AskedMeasure[];
  readonly by: readonly string[];
  readonly subtotals: boolean;
  readonly members: 'WITH_DATA' | 'ALL';
  readonly where: DimensionFilter | null;
  readonly having: Having | null;
  readonly orderBy: readonly Order[];
  readonly first: number | null;
  readonly others: boolean;
  /** The day of the tree and of stocks. */
  readonly at: string;
  /** The days of flows, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** As it was on record at this moment (ISO 8601, UTC); null or left out: now. */
  readonly knownAt?: string | null;
}

/** A spec and the level whose nodes own its measures. */
export interface LevelSpec {
  readonly level: Level;
  readonly spec: Spec;
}

/** How one asked measure is answered: grouped by these dimensions, or NOT_APPLICABLE. */
export type Applicability = 'GROUPED' | 'TOTAL_ONLY' | 'NONE';

export function applicability(question: Question, measure: MeasureDefinition, catalogue: Catalogue): Applicability {
  const basics = catalogue.basicsOf(measure);
  const answers = (dimension: string): boolean => basics.every((basic) => catalogue.answers(basic, dimension));
  if (!filterDimensions(question.where).every(answers)) return 'NONE';
  const grouped = question.by.every(answers) && (!countsPlaces(measure) || placesOnly(question.by, catalogue));
  return grouped && !isFinerThanCounted(question.by, measure, catalogue) ? 'GROUPED' : 'TOTAL_ONLY';
}

/** The dimensions by which the parts of an asked measure are needed. */
export function partDimensions(
  question: Question,
  measure: MeasureDefinition,
  catalogue: Catalogue,
): readonly string[] {
  const by = applicability(question, measure, catalogue) === 'GROUPED' ? question.by : [];
  if (!countsPlaces(measure)) return by;
  const finest = 'COMMITTEE' === measure.derived.level ? 'committee' : 'street';
  return by.includes(finest) ? by : [...by, finest];
}

/** The specs that answer a question: one a level and grouping, its measures in a fixed order. */
export function specsOf(question: Question, catalogue: Catalogue): LevelSpec[] {
  const wanted = new Map<string, { level: Level; by: readonly string[]; basics: Map<MeasureName, BasicMeasure> }>();
  for (const asked of question.measures) {
    const measure = catalogue.measure(asked.of);
    if (applicability(question, measure, catalogue) === 'NONE') continue;
    const by = partDimensions(question, measure, catalogue);
    for (const basic of catalogue.basicsOf(measure)) {
      const key = JSON.stringify([basic.ownerLevel, by]);
      const entry = wanted.get(key) ?? { level: basic.ownerLevel, by, basics: new Map() };
      wanted.set(key, entry);
      entry.basics.set(basic.name, basic);
    }
  }
  return [...wanted.values()].map(({ level, by, basics }) => ({ level, spec: specFor(question, by, basics) }));
}

/** The canonical text of the whole question, as the answer echoes it. */
export function questionText(question: Question): string {
  return JSON.stringify(question);
}

function specFor(question: Question, by: readonly string[], basics: ReadonlyMap<MeasureName, BasicMeasure>): Spec {
  const { scope, where, at, from, to, knownAt } = question;
  const flows = [...basics.values()].some((basic) => 'flow' in basic.basis.timing);
  const span = flows ? { from, to } : { from: null, to: null };
  return { scope, measures: [...basics.keys()].sort(), by, where, at, ...span, ...(knownAt && { knownAt }) };
}

type CountsPlaces = MeasureDefinition & { derived: { placesReaching: MeasureName; level: Level } };

export function countsPlaces(measure: MeasureDefinition): measure is CountsPlaces {
  return !isBasic(measure) && 'placesReaching' in measure.derived;
}

/** The levels of the places that a measure counts, somewhere in its formula. */
export function countedLevels(measure: MeasureDefinition, catalogue: Catalogue): readonly Level[] {
  if (isBasic(measure)) return [];
  const { derived } = measure;
  if ('places' in derived) return [derived.places];
  if ('placesReaching' in derived) return [derived.level];
  const operands = 'plus' in derived ? derived.plus : derived.ratio;
  return operands.flatMap((name) => countedLevels(catalogue.measure(name), catalogue));
}

/** No street lies in a committee: by committees, streets cannot be counted. */
function isFinerThanCounted(by: readonly string[], measure: MeasureDefinition, catalogue: Catalogue): boolean {
  const dimensions = by.map((code) => catalogue.dimension(code));
  return countedLevels(measure, catalogue).some((level) =>
    dimensions.some((dimension) => dimension.kind === 'PLACE' && isAbove(level, dimension.level)),
  );
}

function placesOnly(by: readonly string[], catalogue: Catalogue): boolean {
  return by.every((code) => catalogue.dimension(code).kind === 'PLACE');
}
