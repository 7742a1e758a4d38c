import {
  execute,
  getNullableType,
  isEnumType,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { isJsonObject, typenameOf } from '../execute/json.js';
import type { TestSubgraph, TestWorld } from './compose.js';

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type TypeResolvers = Record<string, unknown>;

/**
 * The subgraphs as one plain graphql-js schema, slow and obvious: before a field is resolved its object is completed by
 * every subgraph that knows the entity. What it answers is what a gateway over them must answer.
 */
export function oracle(clientSchema: GraphQLSchema, subgraphs: readonly TestSubgraph[], world: TestWorld) {
  const maps = subgraphs.map((subgraph) => subgraph.resolvers(world) as Record<string, TypeResolvers>);
  const complete = (type: string, source: unknown): unknown => {
    if (!isJsonObject(source)) return source;
    const known = maps.map((map) => {
      const { __resolveReference: resolve } = map[type] ?? {};
      return typeof resolve === 'function' ? (resolve as (reference: unknown) => unknown)(source) : undefined;
    });
    return Object.assign({}, ...known, source) as unknown;
  };
  const fieldResolver: Resolver = (source, args, context, info) => {
    const type = info.parentType.name;
    const own = maps.map((map) => map[type]?.[info.fieldName]).find((resolver) => typeof resolver === 'function');
    const completed = complete(type, source);
    const plain = isJsonObject(completed) ? completed[info.fieldName] : undefined;
    const value = own === undefined ? plain : (own as Resolver)(completed, args, context, info);
    // A value that clients cannot see is a null at the gateway; graphql-js would make it an error.
    const enumeration = getNullableType(info.returnType);
    return isEnumType(enumeration) && enumeration.getValue(String(value)) == null ? null : value;
  };
  return (query: string, variableValues: Record<string, unknown>): ExecutionResult =>
    execute({
      schema: clientSchema,
      document: parse(query),
      variableValues,
      fieldResolver,
      typeResolver,
    }) as ExecutionResult;
}

function typeResolver(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  // The teams and the subjects of the test subgraphs name no type.
  if ('text' in value) return Array.isArray(value.text) ? 'Complaint' : 'Praise';
  return typenameOf(value) ?? 'ActivityTeam';
}
