import type {
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  SelectionNode,
} from 'graphql';

/** What one run of an operation works with. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: object;
}

/** Shows a value as the answer has it, or a promise of it. Throws when it is not of its type. */
export type Show = (value: unknown, run: Run) => unknown;

/** An operation's surroundings while it is compiled. */
export interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** How objects of a type are shown, as selections ask. */
  readonly objects: (type: GraphQLObjectType, selections: readonly SelectionNode[]) => Show;
}

/** What is left to graphql-js: an operation that the compiler does not know how to run. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

/** The resolvers of a compiled schema take no information on the operation. */
export const NO_INFO = undefined as unknown as GraphQLResolveInfo;
