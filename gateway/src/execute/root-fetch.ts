import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind } from 'graphql';
import type { CompileTools } from './compile-plan.js';
import type { Execution, Step } from './execution.js';
import { isJsonObject } from './json.js';
import { mergeInto } from './merge.js';
import { compileRewrites, renamePath } from './rewrites.js';
import { operationOf, subgraphFetch, usedVariables, type SubgraphFetch } from './subgraph-fetch.js';

/** A fetch of root fields: what it answers is added to the root of the answer. */
export function compileRootFetch(node: FetchNode, { send, types }: CompileTools): Step {
  const fetch = subgraphFetch(node);
  const rewrite = compileRewrites(node.outputRewrites, types);
  return async (execution: Execution) => {
    const { faults, request } = execution;
    const { service } = fetch;
    try {
      const { data, errors = [], silent } = await send(fetch, usedVariables(node, execution), request);
      if (silent !== undefined) execution.silences.push({ cause: silent, service });
      for (const cause of errors)
        faults.push({ cause, service, path: cause.path && renamePath(cause.path, node.outputRewrites) });
      if (!isJsonObject(data)) return;
      rewrite?.(data);
      mergeInto(execution.data, data);
    } catch (cause) {
      faults.push({ cause, service, path: onlyField(fetch) });
    }
  };
}

/** The path of a fetch's field, when it has only one: where the fault of the fetch as a whole belongs. */
function onlyField(fetch: SubgraphFetch): string[] | undefined {
  const [field, ...more] = operationOf(fetch.document()).selectionSet.selections;
  return field?.kind === Kind.FIELD && more.length === 0 ? [field.alias?.value ?? field.name.value] : undefined;
}
