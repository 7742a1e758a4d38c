import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { parseDivisionCode } from '../division/division-code.js';
import { OneNXError } from '../errors/onenx-error.js';

type Parse = (value: unknown) => unknown;

/** A scalar that says the same of a wrong value whether it comes as a literal or as a variable. */
function scalar(name: string, description: string, parse: Parse): GraphQLScalarType {
  const guarded = (value: unknown): unknown => {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof OneNXError)) throw error;
      throw new GraphQLError(error.message, { originalError: error, extensions: { ...error.extensions } });
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    parseValue: guarded,
    parseLiteral: (node, variables) => guarded(valueFromASTUntyped(node, variables)),
    serialize: (value) => value,
  });
}

/** A day of the calendar, `YYYY-MM-DD`, in Asia/Shanghai. @throws DATE_INVALID */
export function parseDay(value: unknown, field = 'Date'): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new OneNXError('DATE_INVALID', { found: String(value), field });
  }
  return text;
}

function parseFen(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new OneNXError('NUMBER_INVALID', {
    field: 'Fen',
    found: String(value),
    expected: 'integer fen (分) below 2^53',
  });
}

function parseMoment(value: unknown): string {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new OneNXError('DATE_INVALID', { found: String(value), field: 'DateTime' });
  return new Date(time).toISOString();
}

function parseName(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'name', found: JSON.stringify(value), expected: 'a text' });
}

export const divisionCodeScalar = scalar(
  'DivisionCode',
  '行政区划代码: administrative division code of 12 digits (GB/T 2260, GB/T 10114 and three digits of the statistics bureau); 6- and 9-digit forms are accepted and padded.',
  parseDivisionCode,
);
export const fenScalar = scalar('Fen', '分: money as a JSON integer of fen up to 2^53-1.', parseFen);
export const dateScalar = scalar('Date', '日期: a day YYYY-MM-DD in Asia/Shanghai.', (value) => parseDay(value));
export const dateTimeScalar = scalar('DateTime', '时刻: a moment, ISO 8601.', parseMoment);
export const measureNameScalar = scalar(
  'MeasureName',
  '指标名: the name of a measure of the catalogue, such as "orgs.registered".',
  parseName,
);
export const dimensionNameScalar = scalar(
  'DimensionName',
  '维度名: the name of a dimension of the catalogue, such as "street".',
  parseName,
);

/** Every scalar of the API beside GraphQL's own. */
export const scalars: readonly GraphQLScalarType[] = [
  dateScalar,
  dateTimeScalar,
  dimensionNameScalar,
  divisionCodeScalar,
  fenScalar,
  measureNameScalar,
];
