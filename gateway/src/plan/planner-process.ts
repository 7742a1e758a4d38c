import { QueryPlanner, type QueryPlan } from '@graphql-hive/router-query-planner';

/*
 * The planner's own process, started by `planner-host`: some operations end the planner (0.0.38) together with the process
 * that it runs in. It imports no other file of ours, so that it also starts from its source.
 */

/** What the host asks: the plan of an operation over a supergraph, whose text comes with the first operation over it. */
export interface PlanRequest {
  readonly supergraph: number;
  readonly supergraphSdl?: string;
  readonly query: string;
  readonly operationName?: string;
}

/** The supergraph is no longer needed. */
export interface ForgetRequest {
  readonly forget: number;
}

export type PlanAnswer = { readonly plan: QueryPlan } | { readonly error: string };

// The planner wants the share of progressive overrides (`@override(label:)`) for a request. Every request gets the same,
// so that one cached plan serves them all.
const overrideShare = 50;

const planners = new Map<number, QueryPlanner>();

async function answer(request: PlanRequest): Promise<PlanAnswer> {
  try {
    const { supergraph, supergraphSdl, query, operationName } = request;
    if (supergraphSdl !== undefined) planners.set(supergraph, new QueryPlanner(supergraphSdl));
    const planner = planners.get(supergraph);
    if (planner === undefined) return { error: 'The supergraph is not known.' };
    return { plan: await planner.planAsync(query, operationName, new Set(), overrideShare) };
  } catch (error) {
    return { error: String(error) };
  }
}

process.on('message', (request: PlanRequest | ForgetRequest) => {
  if ('forget' in request) planners.delete(request.forget);
  else void answer(request).then((given) => process.send?.(given));
});
// It does not outlive whoever started it.
process.on('disconnect', () => process.exit());
