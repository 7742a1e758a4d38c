import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Keep = (fieldName: string) => boolean;

/** An operation in two: what the schema itself answers, and what services do. */
export interface SplitOperation {
  /** The root's `__schema` and `__type` fields alone; undefined when there are none. */
  readonly introspection?: DocumentNode;
  /** The operation without them; undefined when nothing is left but `__typename`. */
  readonly services?: OperationDefinitionNode;
}

const isIntrospection: Keep = (name) => name === '__schema' || name === '__type';
const isService: Keep = (name) => !isIntrospection(name) && name !== '__typename';

/** Splits an operation; the planner knows no introspection fields, and has no use for a lone `__typename`. */
export function splitIntrospection(operation: OperationDefinitionNode, fragments: Fragments): SplitOperation {
  const introspected = keepFields(operation.selectionSet, isIntrospection, fragments);
  const hasServices = keepFields(operation.selectionSet, isService, fragments) !== undefined;
  const rest = introspected === undefined ? operation.selectionSet : keepFields(operation.selectionSet, isService, fragments);
  return {
    introspection: introspected && {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet: introspected }, ...fragments.values()],
    },
    services: hasServices && rest !== undefined ? { ...operation, selectionSet: rest } : undefined,
  };
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
