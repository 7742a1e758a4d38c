import { Kind, visit, type ASTNode, type FieldNode, type NameNode, type SelectionSetNode } from 'graphql';
import type { JsonObject } from '../execute/json.js';
import { isCondition, isIncluded, type Conditional } from './conditions.js';
import { planKey } from './plan-key.js';

/**
 * An operation or fragment as the planner is to see it. It has no conditions: what is skipped is left out and the rest is
 * unconditional, for the planner (0.0.38) writes fetches for some conditions that no service can parse. Its aliases are
 * those of `planKey`, and its type names have none: the gateway tells objects apart by `__typename`.
 */
export function forPlanning<T extends ASTNode>(definition: T, variables: Readonly<JsonObject>): T {
  const resolve = <Node extends Conditional>(node: Node): Node | null =>
    isIncluded(node, variables)
      ? { ...node, directives: node.directives?.filter(({ name }) => !isCondition(name.value)) }
      : null;
  return visit<T>(definition, {
    Field: { enter: (node) => resolve({ ...node, alias: planAlias(node) }) },
    InlineFragment: { enter: resolve },
    FragmentSpread: { enter: resolve },
    SelectionSet: { leave: (set) => (set.selections.length === 0 ? typenameOnly : undefined) },
  });
}

function planAlias(field: FieldNode): NameNode | undefined {
  const key = field.name.value === '__typename' ? '__typename' : planKey(field);
  return key === field.name.value ? undefined : { kind: Kind.NAME, value: key };
}

// Selects nothing that a client would see; GraphQL has no empty selection.
const typenameOnly: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};
