import { parseDivisionCode, type DivisionCode } from '../division/division-code.js';
import { OneNXError } from '../errors/onenx-error.js';
import type { MeasureName } from '../measures/measure.js';
import { parseFilter, type DimensionFilter } from './filter.js';

/** The version of the part contract that this code speaks: `parts(specs)` and its answer. */
export const CONTRACT = '1.1';

/** A question to a node: the basic measures to add up over its own records, at or under `scope`, grouped by dimensions. */
export interface Spec {
  readonly scope: DivisionCode;
  readonly measures: readonly MeasureName[];
  readonly by: readonly string[];
  readonly where: DimensionFilter | null;
  /** The day of the tree and of stocks, `YYYY-MM-DD`. */
  readonly at: string;
  /** First and last day of the flows, both included; null when no flow is asked. */
  readonly from: string | null;
  readonly to: string | null;
  /** What was on record at this moment, ISO 8601 in UTC; null or left out: now. Since 1.1. */
  readonly knownAt?: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The one canonical text of a spec: two questions with the same text have the same answer. */
export function specText(spec: Spec): string {
  const { scope, measures, by, where, at, from, to, knownAt } = spec;
  const text = { v: CONTRACT, scope, measures, by, where, at, from, to };
  return JSON.stringify(knownAt ? { ...text, knownAt } : text);
}

/** The text without its scope: specs that agree in it share their statements. */
export function specShape(spec: Spec): string {
  return specText({ ...spec, scope: '' });
}

/** @throws SPEC_MALFORMED, CONTRACT_UNSUPPORTED, DIVISION_CODE_MALFORMED */
export function parseSpec(text: string): Spec {
  const value = readObject(text);
  const version = String(value['v']);
  if (version.split('.')[0] !== CONTRACT.split('.')[0]) {
    throw new OneNXError('CONTRACT_UNSUPPORTED', { found: version, expected: CONTRACT });
  }
  return {
    scope: parseDivisionCode(value['scope']),
    measures: texts(value, 'measures'),
    by: texts(value, 'by'),
    where: value['where'] === null ? null : parseFilter(value['where']),
    at: day(value, 'at'),
    from: value['from'] === null ? null : day(value, 'from'),
    to: value['to'] === null ? null : day(value, 'to'),
    ...(value['knownAt'] !== undefined && { knownAt: moment(value['knownAt']) }),
  };
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (cause) {
    throw new OneNXError('SPEC_MALFORMED', { found: text, expected: 'JSON' }, { cause });
  }
  throw new OneNXError('SPEC_MALFORMED', { found: text, expected: 'a JSON object' });
}

function texts(value: Record<string, unknown>, name: string): string[] {
  const list = value[name];
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
  throw new OneNXError('SPEC_MALFORMED', { found: `${name}: ${JSON.stringify(list)}`, expected: 'a list of names' });
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function moment(found: unknown): string {
  if (typeof found === 'string' && MOMENT.test(found)) return found;
  const expected = 'a moment YYYY-MM-DDTHH:MM:SS.sssZ';
  throw new OneNXError('SPEC_MALFORMED', { found: `knownAt: ${JSON.stringify(found)}`, expected });
}

function day(value: Record<string, unknown>, name: string): string {
  const found = value[name];
  if (typeof found === 'string' && DAY.test(found)) return found;
  throw new OneNXError('SPEC_MALFORMED', { found: `${name}: ${JSON.stringify(found)}`, expected: 'a day YYYY-MM-DD' });
}
