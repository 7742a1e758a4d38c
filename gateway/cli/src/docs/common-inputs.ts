import { getNamedType, type GraphQLInputField, type GraphQLSchema } from 'graphql';
import { inputFields } from './graphql-text.js';

const common = new WeakMap<GraphQLSchema, ReadonlyMap<string, GraphQLInputField>>();

/** The inputs that every mutation of a level has, by name. */
export function commonInputs(schema: GraphQLSchema): ReadonlyMap<string, GraphQLInputField> {
  const known = common.get(schema);
  if (known !== undefined) return known;
  const [first = [], ...rest] = inputsOfMutations(schema);
  const others = rest.map((fields) => new Set(fields.map(({ name }) => name)));
  const found = new Map(
    first.filter(({ name }) => others.every((names) => names.has(name))).map((field) => [field.name, field]),
  );
  common.set(schema, found);
  return found;
}

function inputsOfMutations(schema: GraphQLSchema): GraphQLInputField[][] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ args }) =>
    args.flatMap(({ type }) => inputFields(schema, getNamedType(type).name)),
  );
}
