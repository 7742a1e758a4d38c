import { QueryPlanner, type QueryPlan } from '@graphql-hive/router-query-planner';
import { OneNXError } from '@onenx/schema';
import { PlannerHost } from './planner-host.js';

// One process plans for every gateway of this one.
const host = new PlannerHost();
let supergraphs = 0;

/** Plans operations over a supergraph, outside this process. */
export class Planner {
  /** The schema that clients see, as SDL. */
  readonly clientSdl: string;
  readonly #supergraph = ++supergraphs;

  /** Throws when the supergraph cannot be read. */
  constructor(private readonly supergraphSdl: string) {
    this.clientSdl = new QueryPlanner(supergraphSdl).consumerSchema;
  }

  /** The plan of a valid operation without introspection fields; PLAN_UNSUPPORTED when the planner has none. */
  async plan(query: string, operationName: string | undefined): Promise<QueryPlan> {
    const { supergraphSdl } = this;
    try {
      return await host.plan({ supergraph: this.#supergraph, supergraphSdl, query, operationName });
    } catch (cause) {
      throw new OneNXError('PLAN_UNSUPPORTED', {}, { cause });
    }
  }

  /** Gives back what planning over this supergraph keeps. */
  close(): void {
    host.forget(this.#supergraph);
  }
}
