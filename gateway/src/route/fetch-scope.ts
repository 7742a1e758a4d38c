import { Kind, type FragmentDefinitionNode } from 'graphql';
import type { SelectionScope } from '../execute/collect-fields.js';
import type { JsonObject } from '../execute/json.js';
import type { SubgraphFetch } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';

/** What is needed to read the selections of a fetch. */
export function fetchScope(
  { fetch, variables }: { readonly fetch: SubgraphFetch; readonly variables: Readonly<JsonObject> },
  types: TypeConditions,
): SelectionScope {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of fetch.document().definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return { fragments, types, variables };
}
