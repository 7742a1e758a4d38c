import { Kind, parse, print, visit, type DefinitionNode, type DocumentNode, type FieldNode } from 'graphql';
import { isCondition, isIncluded, type Conditional } from '../../gateway/src/plan/conditions.js';
import type { Answer, AnswerError, Operation } from './answer.js';

/*
 * Random operations often have what the oracle is known to answer wrongly (docs/gateway-differences.md): aliases that are
 * names of keys or requirements, conditions on a field that stands twice or on all fields of an object, and fragments
 * within fragments on objects that name no type. So it is asked the same question in other words, and the words of its
 * answer are put back.
 */
const prefix = 'alias_';

/** The operation with its conditions decided, aliases that are no field's name, and a type name in every selection. */
export function forApollo({ query, variables = {} }: Operation): Operation {
  const document = parse(query);
  const conditions = withDefaults(document, variables);
  const decide = <Node extends Conditional>(node: Node): Node | null =>
    isIncluded(node, conditions)
      ? { ...node, directives: node.directives?.filter(({ name }) => !isCondition(name.value)) }
      : null;
  const decided = visit(document, {
    Field: { enter: (field) => decide({ ...field, alias: otherAlias(field) }) },
    InlineFragment: { enter: decide },
    FragmentSpread: { enter: decide },
    // On leaving, so that what is added is not visited.
    SelectionSet: { leave: (set) => ({ ...set, selections: [...set.selections, typename] }) },
  });
  return withoutUnused(decided, variables);
}

/** The answer in the words of the operation as it was before. */
export function fromApollo({ data, errors, extensions }: Answer): Answer {
  const completion = extensions?.valueCompletion?.map(withOwnPath);
  return {
    data: withOwnKeys(data) as Answer['data'],
    ...(errors && { errors: errors.map(withOwnPath) }),
    ...(completion && { extensions: { valueCompletion: completion } }),
  };
}

function withDefaults(document: DocumentNode, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const variables: Record<string, unknown> = { ...given };
  visit(document, {
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue?.kind === Kind.BOOLEAN) variables[variable.name.value] ??= defaultValue.value;
    },
  });
  return variables;
}

function otherAlias({ alias, name }: FieldNode): FieldNode['alias'] {
  const key = alias?.value ?? name.value;
  const isPlain = key === name.value && name.value !== typename.name.value;
  return isPlain ? undefined : { kind: Kind.NAME, value: prefix + key };
}

/** For the oracle's own use: the client's own type names have aliases. */
const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Leaves out fragments and variables that are no longer used: such a document is not valid. */
function withoutUnused(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Operation {
  let definitions = document.definitions;
  for (;;) {
    const used = namesIn(definitions, 'FragmentSpread');
    const left = definitions.filter((one) => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value));
    if (left.length === definitions.length) break;
    definitions = left;
  }
  const used = namesIn(definitions, 'Variable');
  const shown = definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? {
          ...one,
          variableDefinitions: one.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)),
        }
      : one,
  );
  return {
    query: print({ ...document, definitions: shown }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}

function namesIn(definitions: readonly DefinitionNode[], kind: 'FragmentSpread' | 'Variable'): Set<string> {
  const names = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      // The definition of a variable is no use of it.
      VariableDefinition: () => false,
      [kind]: (node: { name: { value: string } }) => void names.add(node.name.value),
    },
  );
  return names;
}

function ownKey<Key extends string | number>(key: Key): Key | string {
  return typeof key === 'string' && key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

function withOwnPath(error: AnswerError): AnswerError {
  return { ...error, ...(error.path && { path: error.path.map(ownKey) }) };
}

function withOwnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOwnKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== typename.name.value);
  return Object.fromEntries(entries.map(([key, inner]) => [ownKey(key), withOwnKeys(inner)]));
}
