import type { RequestContext } from '../route/service.js';
import type { JsonObject } from './json.js';
import type { ResponsePath } from './response-path.js';

/** The operation's variables: as they go to services (the client's own JSON, defaults added), and as the client's schema reads them. */
export interface OperationVariables {
  readonly wire: Readonly<JsonObject>;
  readonly coerced: Readonly<JsonObject>;
}

/** Something that went wrong while executing; `cause` is what the service sent or threw, not yet fit for a client. */
export interface Fault {
  readonly cause: unknown;
  /** The subgraph's name; absent when the fault is the gateway's own. */
  readonly service?: string;
  readonly path?: ResponsePath;
}

/** One operation being executed: the answer as gathered so far, and its faults. */
export interface Execution {
  readonly request: RequestContext;
  readonly variables: OperationVariables;
  readonly data: JsonObject;
  readonly faults: Fault[];
}

/** A compiled part of a plan. It returns nothing, not a promise, when it has nothing to wait for. */
export type Step = (execution: Execution) => Promise<void> | void;
