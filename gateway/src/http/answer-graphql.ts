import { OneNXError } from '@onenx/schema';
import type { Gateway } from '../gateway.js';
import { preventCsrf } from './csrf.js';
import { errorBody } from './error-body.js';
import { answerType, type AnswerType } from './media-type.js';
import { isDeclined, readParameters, type HttpRequest } from './parameters.js';
import { statusOf } from './status.js';

/** An HTTP answer, its body written out. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnswerOptions {
  readonly preventCsrf: boolean;
  readonly signal: AbortSignal;
}

/** Answers an HTTP request for GraphQL, by the GraphQL-over-HTTP draft and Apollo's conventions. */
export async function answerGraphql(
  gateway: Gateway,
  request: HttpRequest,
  options: AnswerOptions,
): Promise<HttpAnswer> {
  const { method, headers } = request;
  const type = answerType(headers.accept);
  if (type === undefined) return empty(406, { accept: 'application/graphql-response+json, application/json' });
  const json = jsonHeaders[type];
  try {
    if (options.preventCsrf) preventCsrf(method, headers);
    const reading = readParameters(request);
    const read = reading instanceof Promise ? await reading : reading;
    if (isDeclined(read)) return empty(read.status, read.headers);
    const how = { method: method === 'GET' ? method : 'POST', signal: options.signal } as const;
    const answer = await gateway.execute({ ...read, headers }, how);
    const status = statusOf(answer, type, headers.accept);
    const allowed = status === 405 ? { ...json, allow: 'POST' } : json;
    return { status, headers: allowed, body: JSON.stringify(answer.body) };
  } catch (error) {
    if (!(error instanceof OneNXError)) throw error;
    return { status: 400, headers: json, body: errorBody(error, headers) };
  }
}

const jsonHeaders: Readonly<Record<AnswerType, Record<string, string>>> = {
  'application/json': headersOf('application/json'),
  'application/graphql-response+json': headersOf('application/graphql-response+json'),
};

function headersOf(type: AnswerType): Record<string, string> {
  return { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
}

function empty(status: number, headers: Record<string, string>): HttpAnswer {
  return { status, headers, body: '' };
}
