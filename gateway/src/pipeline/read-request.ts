import { randomUUID } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../execute/json.js';
import type { RequestContext } from '../route/service.js';
import { Refusal } from './refusal.js';

/** A GraphQL request, as its transport read it. */
export interface GatewayRequest {
  /** Empty when the `persistedQuery` extension stands for it. */
  readonly query?: string | null;
  readonly variables?: unknown;
  readonly operationName?: string | null;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: unknown;
}

/** How a request came. GET is for queries only. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST';
  /** Aborted when the client goes away. */
  readonly signal?: AbortSignal;
}

/** A request with every part there. */
export interface ReadRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<JsonObject>;
  readonly extensions: unknown;
  readonly context: RequestContext;
}

/** Checks the parts of a request and gives it its context. Throws a Refusal. */
export function readRequest(
  request: GatewayRequest,
  { signal, requestMs }: { signal: AbortSignal | undefined; requestMs: number },
): ReadRequest {
  const { query, operationName, variables, extensions, headers = {} } = request;
  if (variables != null && !isJsonObject(variables))
    throw Refusal.of('OPERATION_MALFORMED', { found: 'variables of another kind', expected: 'an object of variables' });
  if (!query && extensions == null)
    throw Refusal.of('OPERATION_MALFORMED', { found: 'no query', expected: 'the text of an operation in `query`' });
  const id = headers['x-request-id'] ?? randomUUID();
  return {
    query: query ?? '',
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    extensions,
    context: { id, headers, signal, deadline: Date.now() + requestMs },
  };
}
