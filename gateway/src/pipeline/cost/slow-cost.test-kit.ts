import {
  buildSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  isListType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '@onenx/schema';
import { isJsonObject } from '../../execute/json.js';
import type { Fragments } from '../../plan/conditions.js';

export const schema = buildSchema(`
  interface Named { name: String  parts(codes: [ID!], first: Int): [Named!]! }
  type Place implements Named {
    name: String  parts(codes: [ID!], first: Int): [Named!]!  tags: [String!]
    teams(first: Int = 15, last: Int, at: ID): TeamConnection
  }
  type Team implements Named { name: String  parts(codes: [ID!], first: Int): [Named!]!  mentor: Team }
  union Any = Place | Team
  type TeamConnection { nodes: [Team!]!  edges: [TeamEdge!]!  totalCount: Int  home: Place }
  type TeamEdge { node: Team!  cursor: String }
  type Row { depth: Int  values: [Team!]! }
  type Rollup { rows: [Row!]!  total: Row! }
  input Measure { of: String  tiers: [Int!] }
  input RollupInput { scope: ID  measures: [Measure!]  by: [String!]  first: Int  last: Int = 3 }
  type Query { place: Place  places(codes: [ID!]): [Place]  any: [Any!]  rollup(input: RollupInput): Rollup  named: Named }
`);

export const assumedSize = 10;

export interface Written {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/** The only operation of a text, with its fragments. */
export function written(text: string): Written {
  const { definitions } = parse(text);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((each) => [each.name.value, each])) };
}

/** The cost again, slow and obvious: a walk of the whole operation for one request, its arguments read by graphql-js. */
export function slowCost({ operation, fragments }: Written, variables: Record<string, unknown>): number {
  const walk = (set: SelectionSetNode, type: GraphQLCompositeType, around?: number): number => {
    let total = 0;
    for (const selection of set.selections) {
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue;
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) continue;
      if (selection.kind === Kind.FIELD) total += ofField(selection, type, around);
      else {
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const condition = inner?.typeCondition && schema.getType(inner.typeCondition.name.value);
        if (inner) total += walk(inner.selectionSet, isCompositeType(condition) ? condition : type, around);
      }
    }
    return total;
  };
  const ofField = (field: FieldNode, type: GraphQLCompositeType, around?: number): number => {
    const definition = 'getFields' in type ? type.getFields()[field.name.value] : undefined;
    if (definition === undefined) return 0;
    const args = getArgumentValues(definition, field, variables);
    const inner = getNamedType(definition.type);
    if (!isCompositeType(inner) || field.selectionSet === undefined) return countEntries(args);
    const sizes = sizesOf(args);
    const takesSize = definition.args.some(({ name }) => ['first', 'last', 'input'].includes(name));
    const asked = sizes.length > 0 ? Math.max(...sizes) : undefined;
    const unsaid = takesSize ? Math.max(DEFAULT_PAGE_SIZE, countEntries(args)) : undefined;
    if (!isListType(getNullableType(definition.type)))
      return countEntries(args) + 1 + walk(field.selectionSet, inner, asked ?? unsaid);
    const size = asked ?? unsaid ?? around ?? Math.max(assumedSize, countEntries(args));
    return countEntries(args) + size * (1 + walk(field.selectionSet, inner));
  };
  const query = schema.getQueryType();
  return query == null ? 0 : walk(operation.selectionSet, query);
}

function sizesOf(args: Record<string, unknown>): number[] {
  const input = isJsonObject(args.input) ? [args.input.first, args.input.last] : [];
  return [args.first, args.last, ...input].filter((size) => typeof size === 'number').map((size) => Math.max(0, size));
}

function countEntries(value: unknown): number {
  if (Array.isArray(value)) return value.length + value.map(countEntries).reduce((sum, each) => sum + each, 0);
  return isJsonObject(value) ? countEntries(Object.values(value)) - Object.values(value).length : 0;
}
