import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { isIncluded } from '../plan/conditions.js';
import type { JsonObject } from './json.js';
import type { TypeConditions } from './type-conditions.js';

/** What is needed to read a selection: the document's fragments, the types, and the variables of `@skip` and `@include`. */
export interface SelectionScope {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly types: TypeConditions;
  readonly variables: Readonly<JsonObject>;
}

/** The fields selected on an object of one type, by response key, in the order of the GraphQL specification (6.3.2). */
export function collectFields(
  typename: string,
  sets: readonly SelectionSetNode[],
  scope: SelectionScope,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) if (isIncluded(selection, scope.variables)) add(selection);
  };
  const add = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = fields.get(key);
      if (nodes === undefined) fields.set(key, [selection]);
      else nodes.push(selection);
      return;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) return;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || scope.types.satisfies(typename, condition)) visit(fragment.selectionSet);
  };
  sets.forEach(visit);
  return fields;
}
