import type { FlattenNode, PlanNode } from '@graphql-hive/router-query-planner';
import { compileBatchFetch, compileFlatFetch } from './entity-fetch.js';
import type { Step } from './execution.js';
import { compileRootFetch } from './root-fetch.js';
import type { Send } from './subgraph-fetch.js';
import type { TypeConditions } from './type-conditions.js';

/** What compiled steps work with. */
export interface CompileTools {
  readonly types: TypeConditions;
  readonly send: Send;
}

/** A plan as a function that fills an execution's answer. Throws a TypeError for a node that
 * cannot be: conditions are resolved before planning, and there is no defer and no subscription. */
export function compilePlan(node: PlanNode | null | undefined, tools: CompileTools): Step {
  switch (node?.kind) {
    case undefined:
      return () => undefined;
    case 'Sequence':
      return sequence(node.nodes.map((child) => compilePlan(child, tools)));
    case 'Parallel':
      return parallel(node.nodes.map((child) => compilePlan(child, tools)));
    case 'Flatten':
      return flatten(node, tools);
    case 'BatchFetch':
      return compileBatchFetch(node, tools);
    case 'Fetch':
      return compileRootFetch(node, tools);
    default:
      throw new TypeError(`The plan has a ${node?.kind} node, which this executor does not know.`);
  }
}

/** The steps one after the other. */
export function sequence(steps: readonly Step[]): Step {
  return async (execution) => {
    for (const step of steps) {
      const running = step(execution);
      if (running !== undefined) await running;
    }
  };
}

/** The steps at the same time. */
export function parallel(steps: readonly Step[]): Step {
  return (execution) => {
    const running: Promise<void>[] = [];
    for (const step of steps) {
      const started = step(execution);
      if (started !== undefined) running.push(started);
    }
    return running.length > 1 ? all(running) : running[0];
  };
}

async function all(running: readonly Promise<void>[]): Promise<void> {
  await Promise.all(running);
}

function flatten({ path, node }: FlattenNode, tools: CompileTools): Step {
  if (node.kind !== 'Fetch') throw new TypeError(`The plan flattens a ${node.kind} node; only a fetch can be.`);
  return compileFlatFetch(path, node, tools);
}
