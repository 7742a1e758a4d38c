import type { OperationDefinitionNode } from 'graphql';

/** An operation whose fragments stand in place as one operation for each root field, in the client's order. */
export function splitOperation(operation: OperationDefinitionNode): OperationDefinitionNode[] {
  const { selectionSet } = operation;
  return selectionSet.selections.map((field) => ({
    ...operation,
    selectionSet: { ...selectionSet, selections: [field] },
  }));
}
