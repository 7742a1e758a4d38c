/** One client request, the same object for every fetch made for it: a service may key what it gathers by it (WeakMap). */
export interface RequestContext {
  readonly id: string;
  /** The client's headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** When the client's answer is due, in milliseconds since 1970: no fetch begins or goes on past it. */
  readonly deadline?: number;
}

/** One GraphQL request to a subgraph. `headers` are those to pass on, nothing else of the client's. */
export interface ServiceRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal;
  /** When this one fetch is due, in milliseconds since 1970; the context's own deadline holds as well. */
  readonly deadline?: number;
  /** The request as JSON text, when somebody made it already: what query, operationName and variables say. */
  readonly body?: string;
  readonly context: RequestContext;
}

/** An error as a subgraph gives it. `originalError` is there only when the subgraph runs in this process. */
export interface ServiceError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly originalError?: unknown;
}

/** A GraphQL result. The gateway takes `data` over and changes it in place. */
export interface ServiceAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly ServiceError[];
}

/** A subgraph, wherever it is. It throws `SilentServiceError` when it cannot be reached; other faults are its own. */
export interface Service {
  (request: ServiceRequest): Promise<ServiceAnswer>;
  /** Gives back connections and the like, after the last request. */
  close?(): Promise<void>;
}

/** Why a service gave nothing: no connection or a broken answer, too slow, or it does not know our schema. */
export type SilentReason = 'UNREACHABLE' | 'TIMEOUT' | 'SCHEMA';

/** A service gave no answer. For a level this is coverage; elsewhere it is the error LEVEL_SILENT. */
export class SilentServiceError extends Error {
  override readonly name = 'SilentServiceError';

  constructor(
    readonly reason: SilentReason,
    options?: ErrorOptions,
  ) {
    super(`The service did not answer: ${reason}`, options);
  }
}
