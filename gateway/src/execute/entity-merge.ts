import { compileFunction } from 'node:vm';
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { JsonObject } from './json.js';
import { mergeCopyInto } from './merge.js';
import { operationOf, type SubgraphFetch } from './subgraph-fetch.js';

/** Merges an answered entity into one of its places, and leaves the answer as it is. */
export type EntityMerge = (place: JsonObject, answered: JsonObject) => void;

/**
 * The merge of one `_entities` field of a fetch. Where it selects leaves only, the code that moves them is generated: each
 * key by its name, which the engine does many times faster than key by key. Any value that is no leaf takes the slow way.
 */
export function compileEntityMerge(fetch: SubgraphFetch, alias: string): EntityMerge {
  const field = operationOf(fetch.document()).selectionSet.selections.find(
    (selection): selection is FieldNode =>
      selection.kind === Kind.FIELD && (selection.alias?.value ?? selection.name.value) === alias,
  );
  const keys = field?.selectionSet && leafKeys(field.selectionSet);
  return keys === undefined ? mergeCopyInto : generateMerge([...new Set(keys)]);
}

/** The keys that are selected; undefined when not all are leaves with names that no object inherits. */
function leafKeys({ selections }: SelectionSetNode): string[] | undefined {
  const keys: string[] = [];
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return undefined;
    const inner = selection.kind === Kind.FIELD ? leafKey(selection) : leafKeys(selection.selectionSet);
    if (inner === undefined) return undefined;
    keys.push(...inner);
  }
  return keys;
}

function leafKey({ alias, name, selectionSet }: FieldNode): string[] | undefined {
  const key = alias?.value ?? name.value;
  return selectionSet !== undefined || key in Object.prototype ? undefined : [key];
}

/** Generates the merge of these keys. Only keys go into the code, each as a JSON string. */
export function generateMerge(keys: readonly string[]): EntityMerge {
  const moves = keys.map((key) => {
    const at = `[${JSON.stringify(key)}]`;
    return `  value = answered${at};
  if (value !== undefined) {
    if (isComposite(value) || isComposite(place${at})) return mergeCopyInto(place, answered);
    place${at} = value;
  }`;
  });
  const code = `let value;\n${moves.join('\n')}`;
  const run = compileFunction(code, ['place', 'answered', 'isComposite', 'mergeCopyInto']) as (
    ...given: unknown[]
  ) => void;
  return (place, answered) => run(place, answered, isComposite, mergeCopyInto);
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
