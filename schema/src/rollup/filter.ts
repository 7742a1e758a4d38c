import { OneNXError } from '../errors/onenx-error.js';

/** A condition on dimensions, in the one form that nodes read; places are 12-digit codes. */
export type DimensionFilter =
  | { readonly and: readonly DimensionFilter[] }
  | { readonly or: readonly DimensionFilter[] }
  | { readonly not: DimensionFilter }
  | { readonly dimension: string; readonly in: readonly string[] }
  | { readonly dimension: string; readonly isNull: boolean };

/** What a test of one dimension says: yes, no, or that it cannot say. */
export type Verdict = boolean | undefined;
type Leaf = Extract<DimensionFilter, { dimension: string }>;

/** Three-valued evaluation: what `test` cannot say stays open unless the rest decides. */
export function evaluateFilter(filter: DimensionFilter, test: (leaf: Leaf) => Verdict): Verdict {
  if ('and' in filter) return every(filter.and.map((part) => evaluateFilter(part, test)));
  if ('or' in filter) return negate(every(filter.or.map((part) => negate(evaluateFilter(part, test)))));
  if ('not' in filter) return negate(evaluateFilter(filter.not, test));
  return test(filter);
}

export function filterDimensions(filter: DimensionFilter | null): readonly string[] {
  if (filter === null) return [];
  if ('and' in filter) return filter.and.flatMap(filterDimensions);
  if ('or' in filter) return filter.or.flatMap(filterDimensions);
  if ('not' in filter) return filterDimensions(filter.not);
  return [filter.dimension];
}

/** Reads a filter that came as JSON. @throws SPEC_MALFORMED */
export function parseFilter(value: unknown, depth = 0): DimensionFilter {
  if (depth > 10) throw malformed('a filter nested more than 10 deep');
  if (typeof value !== 'object' || value === null) throw malformed('a filter that is no object');
  const node = value as Record<string, unknown>;
  if (Array.isArray(node['and'])) return { and: node['and'].map((part) => parseFilter(part, depth + 1)) };
  if (Array.isArray(node['or'])) return { or: node['or'].map((part) => parseFilter(part, depth + 1)) };
  if (node['not'] !== undefined) return { not: parseFilter(node['not'], depth + 1) };
  const { dimension, in: codes, isNull } = node;
  if (typeof dimension === 'string' && Array.isArray(codes)) return { dimension, in: codes.map(String).sort() };
  if (typeof dimension === 'string' && typeof isNull === 'boolean') return { dimension, isNull };
  throw malformed('a filter without and, or, not, in or isNull');
}

function malformed(found: string): OneNXError {
  return new OneNXError('SPEC_MALFORMED', { found, expected: 'a filter of and, or, not, in, isNull' });
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function negate(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}
