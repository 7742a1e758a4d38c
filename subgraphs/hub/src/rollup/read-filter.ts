import { expectLevel, OneNXError, parseDivisionCode, type Catalogue, type DimensionFilter } from '@onenx/schema';
import type { FilterInput } from './input.js';

/** A filter as nodes read it; codes are checked against the dimension's list or level. */
export function readFilter(input: FilterInput, catalogue: Catalogue): DimensionFilter {
  const given = (['and', 'or', 'not', 'dimension'] as const).filter(
    (key) => input[key] !== undefined && input[key] !== null,
  );
  if (given.length !== 1) throw invalid(given.join(', ') || 'nothing', 'exactly one of and, or, not, dimension');
  if (input.and) return { and: input.and.map((part) => readFilter(part, catalogue)) };
  if (input.or) return { or: input.or.map((part) => readFilter(part, catalogue)) };
  if (input.not) return { not: readFilter(input.not, catalogue) };
  return readLeaf(input.dimension ?? '', input, catalogue);
}

function readLeaf(code: string, input: FilterInput, catalogue: Catalogue): DimensionFilter {
  const dimension = catalogue.dimension(code);
  const { eq, in: members, isNull } = input;
  const operators = [eq, members, isNull].filter((value) => value !== undefined && value !== null);
  if (operators.length !== 1)
    throw invalid(`${operators.length} operators for ${code}`, 'exactly one of eq, in, isNull');
  if (typeof isNull === 'boolean') return { dimension: code, isNull };
  const values = members ?? [eq ?? ''];
  const read = (value: string): string => {
    if (dimension.kind === 'PLACE') return expectPlace(value, dimension.level);
    if (dimension.kind !== 'FIELD' || dimension.vocabulary === null || dimension.vocabulary.codes.includes(value))
      return value;
    const expected = dimension.vocabulary.codes.join(', ');
    throw new OneNXError('VALUE_NOT_IN_LIST', { field: `where.${code}`, found: value, expected });
  };
  return { dimension: code, in: [...new Set(values.map(read))].sort() };
}

function expectPlace(value: string, level: Parameters<typeof expectLevel>[1]): string {
  const code = parseDivisionCode(value);
  expectLevel(code, level);
  return code;
}

function invalid(found: string, expected: string): OneNXError {
  return new OneNXError('ARGUMENT_INVALID', { argument: 'where', found, expected });
}
