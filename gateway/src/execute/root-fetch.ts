import type { FetchNode } from '@graphql-hive/router-query-planner';
import type { CompileTools } from './compile-plan.js';
import type { Execution, Step } from './execution.js';
import { isJsonObject } from './json.js';
import { mergeInto } from './merge.js';
import { compileRewrites, renamePath } from './rewrites.js';
import { subgraphFetch, usedVariables } from './subgraph-fetch.js';

/** A fetch of root fields: what it answers is added to the root of the answer. */
export function compileRootFetch(node: FetchNode, { send, types }: CompileTools): Step {
  const fetch = subgraphFetch(node);
  const rewrite = compileRewrites(node.outputRewrites, types);
  return async (execution: Execution) => {
    const { faults, request } = execution;
    const { service } = fetch;
    try {
      const { data, errors = [] } = await send(fetch, usedVariables(node, execution), request);
      for (const cause of errors)
        faults.push({ cause, service, path: cause.path && renamePath(cause.path, node.outputRewrites) });
      if (!isJsonObject(data)) return;
      rewrite?.(data);
      mergeInto(execution.data, data);
    } catch (cause) {
      faults.push({ cause, service });
    }
  };
}
