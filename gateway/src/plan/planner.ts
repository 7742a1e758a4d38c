import { QueryPlanner, type QueryPlan } from '@graphql-hive/router-query-planner';
import { OneNXError } from '@onenx/schema';

// The planner wants the share of progressive overrides (`@override(label:)`) for a request. Every request gets the same,
// so that one cached plan serves them all.
const overrideShare = 50;

/** Plans operations over a supergraph, off the event loop. */
export class Planner {
  readonly #planner: QueryPlanner;

  constructor(supergraphSdl: string) {
    this.#planner = new QueryPlanner(supergraphSdl);
  }

  /** The schema that clients see, as SDL. */
  get clientSdl(): string {
    return this.#planner.consumerSchema;
  }

  /** The plan of a valid operation without introspection fields; PLAN_UNSUPPORTED when the planner has none. */
  async plan(query: string, operationName: string | undefined): Promise<QueryPlan> {
    try {
      return await this.#planner.planAsync(query, operationName, new Set(), overrideShare);
    } catch (cause) {
      throw new OneNXError('PLAN_UNSUPPORTED', {}, { cause });
    }
  }
}
