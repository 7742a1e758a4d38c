import type { RequestContext } from '../route/service.js';
import type { JsonObject } from './json.js';
import type { ResponsePath } from './response-path.js';

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
  /** The client's variables as they go to services: its own JSON, with the operation's defaults. */
  readonly variables: Readonly<JsonObject>;
  readonly data: JsonObject;
  readonly faults: Fault[];
  /** Services that were silent, where something stands for their answer: the reason of its nulls. */
  readonly silences: Fault[];
  /** Entities that a service answered it does not have: a record that is no more, not a fault. */
  readonly absent: WeakSet<JsonObject>;
}

/** A compiled part of a plan. It returns nothing, not a promise, when it has nothing to wait for. */
export type Step = (execution: Execution) => Promise<void> | void;
