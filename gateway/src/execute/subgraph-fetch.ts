import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { RequestContext, ServiceAnswer, SilentServiceError } from '../route/service.js';
import type { Execution } from './execution.js';
import { readKey, writeKey, type JsonObject } from './json.js';

/** A fetch of a plan: an operation in the subgraph's own schema, the same for every execution. */
export interface SubgraphFetch {
  readonly service: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The operation parsed, when somebody needs to read it; parsed once. */
  readonly document: () => DocumentNode;
}

/** A service's answer, or what stands for one that is silent: its nulls are no faults, `silent` is their reason. */
export interface RoutedAnswer extends ServiceAnswer {
  readonly silent?: SilentServiceError;
}

/** Brings a fetch to its service. It throws what a service throws. */
export type Send = (
  fetch: SubgraphFetch,
  variables: Record<string, unknown>,
  request: RequestContext,
) => Promise<RoutedAnswer>;

/** The constant part of a plan's fetch. */
export function subgraphFetch(node: FetchNode | BatchFetchNode): SubgraphFetch {
  let document: DocumentNode | undefined;
  return {
    service: node.serviceName,
    operation: node.operation,
    operationName: node.operationName,
    kind: node.operationKind ?? 'query',
    document: () => (document ??= parse(node.operation, { noLocation: true })),
  };
}

/** The client's variables that a fetch uses. */
export function usedVariables(node: FetchNode | BatchFetchNode, { variables }: Execution): JsonObject {
  const used: JsonObject = {};
  for (const name of node.variableUsages ?? []) {
    const value = readKey(variables, name);
    if (value !== undefined) writeKey(used, name, value);
  }
  return used;
}

/** The operation of a parsed fetch; a fetch has exactly one. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new TypeError('The plan has a fetch without an operation.');
  return operation;
}
