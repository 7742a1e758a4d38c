import { parseRequestParams, type RequestParams } from 'graphql-http';
import { OneNXError } from '@onenx/schema';
import { isJsonObject, type JsonObject } from '../execute/json.js';

/** An HTTP request, its body still text. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request that has a status of its own before it is a GraphQL request: 405, 415. */
export interface Declined {
  readonly status: number;
  readonly headers: Record<string, string>;
}

/**
 * The GraphQL parameters of an HTTP request. Throws OPERATION_MALFORMED when they are not what they should be. graphql-http
 * judges; only what it would hand on as it is, JSON by POST whose parts are all of their kinds, is not kept waiting.
 */
export function readParameters(request: HttpRequest): RequestParams | Promise<RequestParams | Declined> {
  try {
    if (request.method === 'GET') return judge(request, placeholderInUrl(request));
    const body = parsedBody(request);
    return isUsual(request, body) ? partsOf(body) : judge(request, { url: request.url, body: placeholderIn(body) });
  } catch (cause) {
    throw malformed(cause);
  }
}

export function isDeclined(read: RequestParams | Declined): read is Declined {
  return 'status' in read;
}

type Source = Pick<HttpRequest, 'url'> & { body: string | JsonObject };

async function judge(request: HttpRequest, { url, body }: Source): Promise<RequestParams | Declined> {
  const { method, headers } = request;
  try {
    const read = await parseRequestParams({ method, url, headers, body, raw: request, context: undefined });
    if (!Array.isArray(read)) return read as RequestParams;
    const [, init] = read as readonly [unknown, { status: number; headers?: Record<string, string> }];
    return { status: init.status, headers: init.headers ?? {} };
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause: unknown): OneNXError {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new OneNXError('OPERATION_MALFORMED', { found, expected: 'query, variables, operationName' }, { cause });
}

function parsedBody({ headers, body }: HttpRequest): string | JsonObject {
  if (!headers['content-type']?.toLowerCase().startsWith('application/json') || body === '') return body;
  const read: unknown = JSON.parse(body);
  return isJsonObject(read) ? read : body;
}

const usualTypes = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8']);

type Usual = JsonObject & RequestParams;

function isUsual({ method, headers }: HttpRequest, body: string | JsonObject): body is Usual {
  if (method !== 'POST' || typeof body === 'string' || !usualTypes.has(headers['content-type'] ?? '')) return false;
  const { query, operationName, variables, extensions } = body;
  return (
    typeof query === 'string' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isJsonObject(variables)) &&
    (extensions == null || isJsonObject(extensions))
  );
}

/** Nothing else of the body: a client may send whatever it likes beside them. */
function partsOf({ query, operationName, variables, extensions }: Usual): RequestParams {
  return { query, operationName, variables, extensions };
}

// graphql-http wants a query in every request; where a persisted one stands for it, an empty text takes its place.
function placeholderInUrl({ url, body }: HttpRequest): Source {
  const parameters = new URLSearchParams(url.split('?')[1]);
  const needed = parameters.has('extensions') && !parameters.has('query');
  return { url: needed ? `${url}&query=` : url, body };
}

function placeholderIn(body: string | JsonObject): string | JsonObject {
  if (typeof body === 'string') return body;
  return body.query == null && body.extensions != null ? { ...body, query: '' } : body;
}
