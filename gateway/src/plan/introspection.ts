import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './conditions.js';

type Keep = (fieldName: string) => boolean;

const isIntrospection: Keep = (name) => name === '__schema' || name === '__type';
const isService: Keep = (name) => !isIntrospection(name) && name !== '__typename';

/** The operation's `__schema` and `__type` alone, which the schema itself answers; undefined when there are none. */
export function introspectionPart(operation: OperationDefinitionNode, fragments: Fragments): DocumentNode | undefined {
  const selectionSet = keepFields(operation.selectionSet, isIntrospection, fragments);
  return selectionSet && { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] };
}

/**
 * What services answer of an operation whose fragments stand in place: the planner knows no introspection fields, and has
 * no use for a lone `__typename`. Undefined when nothing is left for them.
 */
export function servicePart(operation: OperationDefinitionNode): OperationDefinitionNode | undefined {
  const selectionSet = keepFields(operation.selectionSet, isService, new Map());
  return selectionSet && { ...operation, selectionSet };
}

/** The selections whose fields are kept, fragments written in place; undefined when none is. */
function keepFields(set: SelectionSetNode, keep: Keep, fragments: Fragments): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection.name.value) ? [selection] : [];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const selectionSet = fragment && keepFields(fragment.selectionSet, keep, fragments);
    if (selectionSet === undefined) return [];
    const { directives } = selection;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition: fragment?.typeCondition, directives, selectionSet }];
  });
  return selections.length === 0 ? undefined : { ...set, selections };
}
