import {
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import { NotCompiled, type Scope } from './scope.js';

/** The fields that selections ask of an object of a type, by their keys in the answer, in the order of the answer. */
export function collectFields(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  scope: Scope,
  found = new Map<string, FieldNode[]>(),
): Map<string, FieldNode[]> {
  for (const selection of selections) {
    if (selection.directives?.length) throw new NotCompiled('directives');
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = found.get(key);
      if (same === undefined) found.set(key, [selection]);
      else same.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value, scope);
    if (applies(fragment, type, scope)) collectFields(type, fragment.selectionSet.selections, scope, found);
  }
  return found;
}

function fragmentOf(name: string, { fragments }: Scope): FragmentDefinitionNode {
  const fragment = fragments.get(name);
  if (fragment === undefined) throw new NotCompiled(`no fragment ${name}`);
  return fragment;
}

type Conditional = Pick<FragmentDefinitionNode, 'selectionSet'> &
  Partial<Pick<FragmentDefinitionNode, 'typeCondition'>>;

function applies({ typeCondition }: Conditional, type: GraphQLObjectType, { schema }: Scope): boolean {
  if (typeCondition === undefined) return true;
  const wanted = typeFromAST(schema, typeCondition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}
