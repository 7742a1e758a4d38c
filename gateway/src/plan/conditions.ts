import {
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { readKey, type JsonObject } from '../execute/json.js';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
/** What may have conditions. */
export type Conditional = FieldNode | FragmentSpreadNode | InlineFragmentNode;

/** The variables that decide over `@skip` and `@include` in an operation. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...fragments.values()])
    visit(definition, {
      Directive: ({ name, arguments: args = [] }) => {
        if (!isCondition(name.value)) return;
        for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  return [...names];
}

/** Whether a selection is there, by its `@skip` and `@include`. */
export function isIncluded({ directives = [] }: Conditional, variables: Readonly<JsonObject>): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    if (!isCondition(name.value)) return true;
    const value = args.find((argument) => argument.name.value === 'if')?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? readKey(variables, value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return name.value === 'skip' ? !holds : holds;
  });
}

/** Whether a directive's name is `skip` or `include`. */
export function isCondition(directive: string): boolean {
  return directive === 'skip' || directive === 'include';
}
