import { getNullableType, isLeafType, Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';
import { isJsonObject, readKey } from '../../execute/json.js';
import { sum, type Amount } from './amount.js';

/** How many entries the lists among a field's arguments have, lists within them included. */
export function entriesOf(
  { arguments: given = [] }: FieldNode,
  { args }: Pick<GraphQLField<unknown, unknown>, 'args'>,
): Amount {
  const withLists = args.filter(({ type }) => !isLeafType(getNullableType(type))).map(({ name }) => name);
  return sum(given.filter(({ name }) => withLists.includes(name.value)).map(({ value }) => entriesIn(value)));
}

function entriesIn(node: ValueNode): Amount {
  switch (node.kind) {
    case Kind.LIST:
      return sum([node.values.length, ...node.values.map(entriesIn)]);
    case Kind.OBJECT:
      return sum(node.fields.map(({ value }) => entriesIn(value)));
    case Kind.VARIABLE:
      return (variables) => countEntries(readKey(variables, node.name.value));
    default:
      return 0;
  }
}

function countEntries(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((total, each) => total + countEntries(each), value.length);
  if (!isJsonObject(value)) return 0;
  return Object.values(value).reduce<number>((total, each) => total + countEntries(each), 0);
}
