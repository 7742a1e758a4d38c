import { Kind, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { conditionVariables, type Fragments } from '../plan/conditions.js';
import type { Limits } from './limits.js';
import { parseAndValidate } from './parse-and-validate.js';
import { selectOperation } from './select-operation.js';

/** A valid operation of a client, as it was written. */
export interface ClientOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** The variables of its `@skip` and `@include`. */
  readonly conditions: readonly string[];
}

/** What operations are read by. */
export interface ReadingTools {
  readonly schema: GraphQLSchema;
  /** Whether clients may ask for the schema. */
  readonly isIntrospectionOpen: boolean;
}

/** Reads the operation that a request names out of its text. Throws a Refusal. */
export function readOperation(
  { query, operationName }: { query: string; operationName: string | undefined },
  tools: ReadingTools,
  limits: Limits,
): ClientOperation {
  const document = parseAndValidate(query, tools, limits);
  const operation = selectOperation(document, operationName);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return { operation, fragments, conditions: conditionVariables(operation, fragments) };
}
