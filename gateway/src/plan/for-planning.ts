import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { JsonObject } from '../execute/json.js';
import { isCondition, isIncluded, type Fragments } from './conditions.js';
import { planKey } from './plan-key.js';

/** What an operation is read with: its fragments, the client's schema, and the variables of `@skip` and `@include`. */
export interface PlanningScope {
  readonly fragments: Fragments;
  readonly schema: GraphQLSchema;
  /** The whole supergraph, with the types that clients cannot see. */
  readonly supergraph: GraphQLSchema;
  readonly variables: Readonly<JsonObject>;
}

/**
 * An operation as the planner (0.0.38) is to see it, without what it writes no plan or a wrong one for. It has no
 * conditions: what is skipped is left out and the rest is unconditional. Its aliases are those of `planKey`, and its type
 * names have none: the gateway tells objects apart by `__typename`. Each key stands once in a selection, and each fragment
 * in place and on an object type: an interface that only another subgraph knows ends the planner's whole process.
 */
export function forPlanning(operation: OperationDefinitionNode, scope: PlanningScope): OperationDefinitionNode {
  const root = scope.schema.getRootType(operation.operation);
  if (root == null) return operation;
  return { ...operation, selectionSet: rewriteSets([operation.selectionSet], root, scope) };
}

function rewriteSets(
  sets: readonly SelectionSetNode[],
  parent: GraphQLCompositeType,
  scope: PlanningScope,
): SelectionSetNode {
  const { fields, types } = gather(sets, parent, scope);
  const selections: SelectionNode[] = [];
  // An object of a type that clients cannot see must be told apart, also where the client asks for no type name.
  if (hasHiddenTypes(parent, scope)) selections.push(typename);
  for (const nodes of fields.values()) selections.push(rewriteField(nodes, parent, scope));
  for (const [type, inner] of types) selections.push(onType(type.name, rewriteSets(inner, type, scope)));
  // Selects nothing that a client would see; GraphQL has no empty selection.
  return { kind: Kind.SELECTION_SET, selections: selections.length === 0 ? [typename] : selections };
}

function hasHiddenTypes(parent: GraphQLCompositeType, { schema, supergraph }: PlanningScope): boolean {
  if (!isAbstractType(parent)) return false;
  const whole = supergraph.getType(parent.name);
  if (!isAbstractType(whole)) return false;
  return supergraph.getPossibleTypes(whole).length > schema.getPossibleTypes(parent).length;
}

interface Gathered {
  /** By the key in the plan. */
  readonly fields: Map<string, FieldNode[]>;
  /** What is selected on some types alone. */
  readonly types: Map<GraphQLCompositeType, SelectionSetNode[]>;
}

function gather(sets: readonly SelectionSetNode[], parent: GraphQLCompositeType, scope: PlanningScope): Gathered {
  const gathered: Gathered = { fields: new Map(), types: new Map() };
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, scope.variables)) continue;
      if (selection.kind === Kind.FIELD) append(gathered.fields, keyOf(selection), selection);
      else visitFragment(selection);
    }
  };
  const visitFragment = (node: FragmentSpreadNode | InlineFragmentNode): void => {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(node.name.value) : node;
    if (fragment === undefined) return;
    const name = fragment.typeCondition?.name.value;
    const condition = name === undefined ? parent : scope.schema.getType(name);
    if (!isCompositeType(condition)) return;
    if (needsNoCondition(parent, condition, scope.schema)) visit(fragment.selectionSet);
    else
      for (const type of concreteTypes(parent, condition, scope.schema))
        append(gathered.types, type, fragment.selectionSet);
  };
  sets.forEach(visit);
  return gathered;
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** True when every object of `parent` meets the condition and has the fields that the condition's type has. */
function needsNoCondition(
  parent: GraphQLCompositeType,
  condition: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (parent === condition) return true;
  return isAbstractType(condition) && (isObjectType(parent) || isInterfaceType(parent))
    ? schema.isSubType(condition, parent)
    : false;
}

/** The object types that meet both. */
function concreteTypes(
  parent: GraphQLCompositeType,
  condition: GraphQLCompositeType,
  schema: GraphQLSchema,
): GraphQLObjectType[] {
  const types = isAbstractType(condition) ? schema.getPossibleTypes(condition) : [condition];
  return types.filter((type) => type === parent || (isAbstractType(parent) && schema.isSubType(parent, type)));
}

/** One field for all that a selection has of its key. */
function rewriteField(nodes: readonly FieldNode[], parent: GraphQLCompositeType, scope: PlanningScope): FieldNode {
  const [field = typename] = nodes;
  const name = field.name.value;
  const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
  const type = definition && getNamedType(definition.type);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const key = keyOf(field);
  return {
    ...field,
    alias: key === name ? undefined : { kind: Kind.NAME, value: key },
    directives: field.directives?.filter((directive) => !isCondition(directive.name.value)),
    ...(isCompositeType(type) && { selectionSet: rewriteSets(sets, type, scope) }),
  };
}

function keyOf(field: FieldNode): string {
  return field.name.value === '__typename' ? '__typename' : planKey(field);
}

function onType(name: string, selectionSet: SelectionSetNode): SelectionNode {
  const typeCondition: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } };
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
