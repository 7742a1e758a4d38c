import { describe, expect, test } from '@jest/globals';
import { parseValue, type GraphQLScalarType } from 'graphql';
import { dateScalar, dateTimeScalar, divisionCodeScalar, fenScalar, measureNameScalar, parseDay } from './scalars.js';

/** What a scalar makes of a value as a literal and as a variable: the value, or the code of its error. */
function read(scalar: GraphQLScalarType, value: unknown): unknown[] {
  const literal = (): unknown => scalar.parseLiteral(parseValue(JSON.stringify(value)));
  return [literal, () => scalar.parseValue(value)].map((parse) => {
    try {
      return parse();
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
  });
}

describe('a scalar', () => {
  test.each([
    [divisionCodeScalar, '310105009', '310105009000'],
    [divisionCodeScalar, 310105, 'DIVISION_CODE_MALFORMED'],
    [divisionCodeScalar, '31010', 'DIVISION_CODE_MALFORMED'],
    [fenScalar, 0, 0],
    [fenScalar, '1', 'NUMBER_INVALID'],
    [fenScalar, 1.5, 'NUMBER_INVALID'],
    [dateScalar, ' 2024-02-29 ', '2024-02-29'],
    [dateScalar, '2023-02-29', 'DATE_INVALID'],
    [dateScalar, '2024-2-9', 'DATE_INVALID'],
    [dateScalar, 20240229, 'DATE_INVALID'],
    [dateTimeScalar, '2024-02-29T08:00:00+08:00', '2024-02-29T00:00:00.000Z'],
    [dateTimeScalar, '2024-02-29', 'DATE_INVALID'],
    [measureNameScalar, 'orgs.registered', 'orgs.registered'],
    [measureNameScalar, 1, 'ARGUMENT_INVALID'],
  ])('%s reads %j alike as a literal and as a variable', (scalar, value, expected) => {
    expect(read(scalar, value)).toEqual([expected, expected]);
  });

  test('of money takes every integer that JSON can hold, as a literal too', () => {
    expect(read(fenScalar, 2 ** 53 - 1)).toEqual([2 ** 53 - 1, 2 ** 53 - 1]);
    expect(read(fenScalar, 2 ** 53)).toEqual(['NUMBER_INVALID', 'NUMBER_INVALID']);
    expect(() => fenScalar.parseLiteral(parseValue('9007199254740993'))).toThrow('below 2^53');
  });
});

describe('a day', () => {
  test('is named by its field where it is none', () => {
    expect(() => parseDay('2024-13-01', 'filedAt')).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID', params: { found: '2024-13-01', field: 'filedAt' } }),
    );
  });
});
