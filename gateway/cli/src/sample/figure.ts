import type { MissingReason } from '@onenx/schema';

/** A question in the shape of the API's `RollupInput`; figures that share a roll-up share the object. */
export interface FigureQuestion {
  readonly scope: string;
  readonly measures: readonly { readonly of: string; readonly as: string }[];
  readonly by?: readonly string[];
  readonly where?: { readonly dimension: string; readonly in: readonly string[] };
  readonly period?: { readonly year: number } | { readonly from: string; readonly to: string };
  readonly asOf?: string;
}

/** What the total of the question says: counts as they are, money in fen, shares as exact fractions (a hub rounds to 12 digits). */
export interface FigureAnswer {
  /** Which of the question's measures. */
  readonly as: string;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** Why `value` is null. */
  readonly missing?: MissingReason;
}

interface FigureText {
  readonly place: string;
  readonly metric: string;
  readonly printed: number | string;
  readonly unit: string;
  readonly source: string;
  /** How the print is read, where it does not speak for itself. */
  readonly note?: string;
}

export type AskedFigure = FigureText & { readonly question: FigureQuestion; readonly expected: FigureAnswer };
/** A figure that is no roll-up: a target, a rule, a period, or too damaged to read. */
export type TextFigure = FigureText & { readonly reason: string };
export type PublishedFigure = AskedFigure | TextFigure;

export function isAsked(figure: PublishedFigure): figure is AskedFigure {
  return 'question' in figure;
}

export const CHANGNING = '长宁区';
export const OPINION = 'Changning implementation opinion (2021)';
export const REPORT = 'Changning consultative report (about 2014)';
export const DISTRICT = '310105000000';

/** A metric, what is printed of it, and its unit. */
export type Print = readonly [metric: string, printed: number | string, unit: string];

/** A figure of the report about the whole district. */
export function ofReport([metric, printed, unit]: Print): FigureText {
  return { place: CHANGNING, metric, printed, unit, source: REPORT };
}

/** Asks the district for measures, each by its own name. */
export function ask(measures: readonly string[], when: Pick<FigureQuestion, 'asOf' | 'period'>): FigureQuestion {
  return { scope: DISTRICT, measures: measures.map((of) => ({ of, as: of })), ...when };
}
