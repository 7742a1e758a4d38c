import { dateScalar, divisionCodeScalar, fenScalar, isVocabulary, type FieldDefinition } from '@onenx/schema';
import { type GraphQLScalarType } from 'graphql';
import { Field, Float, InputType, Int } from 'type-graphql';
import { enumOf } from './enums.js';

type Scalar = GraphQLScalarType | typeof String | typeof Boolean | Record<string, string>;
type InputClass = new () => object;

/** The scalar or enum of a field; also what its filter compares with. */
export function scalarOf({ type }: FieldDefinition): Scalar {
  if (isVocabulary(type)) return enumOf(type);
  switch (type) {
    case 'integer':
      return Int;
    case 'number':
      return Float;
    case 'fen':
      return fenScalar;
    case 'boolean':
      return Boolean;
    case 'date':
      return dateScalar;
    default:
      return String;
  }
}

const filters = new Map<string, InputClass>();

/** The filter input of a field: operators as Hasura names them, so that they are known. */
export function filterOf(field: FieldDefinition): InputClass {
  const { type } = field;
  if (isVocabulary(type)) return filterInput(`${type.name}Filter`, enumOf(type), ['eq', 'in', 'isNull']);
  switch (type) {
    case 'integer':
      return filterInput('IntFilter', Int, ORDERED);
    case 'number':
      return filterInput('FloatFilter', Float, ORDERED);
    case 'fen':
      return filterInput('FenFilter', fenScalar, ORDERED);
    case 'boolean':
      return filterInput('BooleanFilter', Boolean, ['eq', 'isNull']);
    case 'date':
      return filterInput('DateFilter', dateScalar, ORDERED);
    default:
      return filterInput('StringFilter', String, ['eq', 'in', 'like', 'isNull']);
  }
}

export function placeFilter(): InputClass {
  return filterInput('DivisionCodeFilter', divisionCodeScalar, ['eq', 'in']);
}

const ORDERED = ['eq', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;
const DESCRIPTIONS = {
  eq: '等于',
  in: '属于',
  lt: '小于',
  lte: '小于或等于',
  gt: '大于',
  gte: '大于或等于',
  like: '相似: % 代表任意文字, _ 代表一个字符',
  isNull: '为空',
} as const;

function filterInput(name: string, scalar: Scalar, operators: readonly (keyof typeof DESCRIPTIONS)[]): InputClass {
  const known = filters.get(name);
  if (known) return known;
  const input = namedClass(name);
  for (const operator of operators) {
    const type = operator === 'isNull' ? Boolean : operator === 'in' ? [scalar] : scalar;
    Field(() => type as never, { nullable: true, description: DESCRIPTIONS[operator] })(input.prototype, operator);
  }
  InputType(name, { description: '筛选条件: the operators given must all hold.' })(input);
  filters.set(name, input);
  return input;
}

/** A class with a name of its own, for decorators called as functions. */
export function namedClass(name: string): InputClass {
  return { [name]: class {} }[name] as InputClass;
}
