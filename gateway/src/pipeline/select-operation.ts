import { getOperationAST, Kind, OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { coded, Refusal } from './refusal.js';

/** The operation of the document that the request names, or its only one. Subscriptions are refused. */
export function selectOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation == null) throw new Refusal([coded(describe(document, name), 'OPERATION_RESOLUTION_FAILURE')]);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    throw Refusal.of('NOT_YET_SUPPORTED', { found: 'subscription', expected: 'query, mutation' });
  return operation;
}

function describe(document: DocumentNode, name: string | undefined): string {
  if (name !== undefined) return `Unknown operation named "${name}".`;
  const has = document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return has
    ? 'Must provide operation name if query contains multiple operations.'
    : 'Must provide an operation; the document has fragments only.';
}
