import * as fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { SAMPLE_TODAY } from '../kit/hub-sample.js';

const STREETS = ['310105001', '310105009', '310105102'];
const COMMITTEES = ['310105009001', '310105009011', '310105102001'];
const INPUTS = ['teams.filed', 'groups', 'communityOrgs', 'satisfaction', 'contracts.amount'].flatMap((of) =>
  ['310105', '310105009'].map(
    (scope) =>
      `{ scope: "${scope}", by: ["street"], period: { year: 2026 }, asOf: "${SAMPLE_TODAY}", measures: [{ of: "${of}" }] }`,
  ),
);

/** Values of arguments by `field.argument` or by the argument alone; a field that requires another is left out. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'district.code': texts(['310105']),
  'street.code': texts(STREETS),
  'committee.code': texts(COMMITTEES),
  'place.code': texts(['310105', ...STREETS, ...COMMITTEES]),
  'rollup.input': INPUTS,
  under: texts(['310105', ...STREETS, ...COMMITTEES]),
  asOf: texts([SAMPLE_TODAY, '2014-09-30']),
  first: ['0', '1', '3'],
};

/** Stamps of the moment of an answer: two answers differ in them, also of one router. */
const VOLATILE: ReadonlySet<string> = new Set([
  'DataNode.lastSeen',
  'DataNode.asOf',
  'Coverage.oldestAsOf',
  'Coverage.newestAsOf',
]);

/**
 * A random traversal of a client's schema: places, records, coverage, roll-ups. No aliases, so that a key of an answer is a
 * field; no two fields of one key, so that every traversal is valid.
 */
export function randomTraversal(schema: GraphQLSchema, depth: number): fc.Arbitrary<string> {
  const root = schema.getQueryType();
  if (root == null) throw new TypeError('The schema has no query type.');
  return selection(schema, root, { depth, without: new Set() });
}

interface Place {
  readonly depth: number;
  /** Names of fields that are asked of an interface already. */
  readonly without: ReadonlySet<string>;
}

function selection(schema: GraphQLSchema, type: GraphQLCompositeType, { depth, without }: Place): fc.Arbitrary<string> {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const asked = fields
    .filter((field) => !without.has(field.name) && !VOLATILE.has(`${type.name}.${field.name}`) && isKnown(field))
    .filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
    .map((field) => fieldText(schema, field, depth));
  const parts = [fc.constant('__typename'), ...asked, ...fragments(schema, type, depth)];
  const some = fc.shuffledSubarray(parts, { minLength: 1, maxLength: Math.min(5, parts.length) });
  return some.chain((chosen) => fc.tuple(...chosen)).map((lines) => `{ ${lines.join(' ')} }`);
}

/** One fragment on one member of an interface: those on several might ask one key of two types. */
function fragments(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<string>[] {
  if (isObjectType(type)) return [];
  const without = new Set('getFields' in type ? Object.keys(type.getFields()) : []);
  const member = fc.constantFrom(...schema.getPossibleTypes(type));
  return [
    member.chain((one) => selection(schema, one, { depth, without }).map((inner) => `... on ${one.name} ${inner}`)),
  ];
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(field.type);
  const inner = isCompositeType(named)
    ? fc.nat().chain(() => selection(schema, named, { depth: depth - 1, without: new Set() }))
    : fc.constant('');
  const given = field.args.flatMap(({ name }) => {
    const values = valuesOf(field.name, name);
    return values ? [fc.constantFrom(...values).map((value) => `${name}: ${value}`)] : [];
  });
  return fc.tuple(fc.tuple(...given), inner).map(([values, text]) => {
    const list = values.length === 0 ? '' : `(${values.join(', ')})`;
    return `${field.name}${list} ${text}`;
  });
}

function isKnown({ name, args }: GraphQLField<unknown, unknown>): boolean {
  return args.every((argument) => !isRequiredArgument(argument) || valuesOf(name, argument.name) !== undefined);
}

function valuesOf(field: string, argument: string): readonly string[] | undefined {
  return KNOWN[`${field}.${argument}`] ?? KNOWN[argument];
}

function texts(values: readonly string[]): string[] {
  return values.map((value) => JSON.stringify(value));
}
