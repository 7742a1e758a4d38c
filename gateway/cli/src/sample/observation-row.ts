import type { DivisionCode } from '@onenx/schema';
import { earlier, addDays, type Day, type Span } from './calendar.js';
import { SAMPLE_MARK } from './names.js';
import type { SampleRow } from './row.js';

/** Said of every observation that is made up. */
export const MADE_UP = `${SAMPLE_MARK}数据,非真实统计`;
/** Said of every observation that carries a figure as the report prints it. */
export const AS_PRINTED = `${SAMPLE_MARK}数据,按长宁区协商民主报告(约2014年)所载数字`;

export interface Observed {
  readonly place: DivisionCode;
  readonly measure: string;
  /** A stock is observed on one day. */
  readonly span: Span | Day;
  readonly numerator: number | null;
  readonly denominator?: number | null;
  readonly note?: string;
  /** How many days after its period it was sent in. */
  readonly lag?: number;
}

export function observationRow(observed: Observed, today: Day): SampleRow {
  const { place, measure, span, numerator, denominator = null, note = MADE_UP, lag = 5 } = observed;
  const { from, to } = typeof span === 'string' ? { from: span, to: span } : span;
  return {
    place,
    updatedAt: earlier(addDays(to, lag), today),
    values: { measure, periodFrom: from, periodTo: to, numerator, denominator, note },
  };
}
