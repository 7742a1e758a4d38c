import { parseRequestParams, type RequestParams } from 'graphql-http';
import { OneNXError } from '@onenx/schema';
import { isJsonObject } from '../execute/json.js';

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

/** The GraphQL parameters of an HTTP request. Throws OPERATION_MALFORMED when they are not what they should be. */
export async function readParameters(request: HttpRequest): Promise<RequestParams | Declined> {
  const { method, headers } = request;
  try {
    const { url, body } = method === 'GET' ? placeholderInUrl(request) : placeholderInBody(request);
    const read = await parseRequestParams({ method, url, headers, body, raw: request, context: undefined });
    if (!Array.isArray(read)) return read as RequestParams;
    const [, init] = read as readonly [unknown, { status: number; headers?: Record<string, string> }];
    return { status: init.status, headers: init.headers ?? {} };
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new OneNXError('OPERATION_MALFORMED', { found, expected: 'query, variables, operationName' }, { cause });
  }
}

export function isDeclined(read: RequestParams | Declined): read is Declined {
  return 'status' in read;
}

type Source = Pick<HttpRequest, 'url'> & { body: string | Record<string, unknown> };

// graphql-http wants a query in every request; where a persisted one stands for it, an empty text takes its place.
function placeholderInUrl({ url, body }: HttpRequest): Source {
  const parameters = new URLSearchParams(url.split('?')[1]);
  const needed = parameters.has('extensions') && !parameters.has('query');
  return { url: needed ? `${url}&query=` : url, body };
}

function placeholderInBody({ url, headers, body }: HttpRequest): Source {
  if (!headers['content-type']?.toLowerCase().startsWith('application/json') || body === '') return { url, body };
  const read: unknown = JSON.parse(body);
  if (!isJsonObject(read)) return { url, body };
  return { url, body: read.query == null && read.extensions != null ? { ...read, query: '' } : read };
}
