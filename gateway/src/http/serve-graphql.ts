import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { OneNXError, preferredLanguage } from '@onenx/schema';
import type { Gateway } from '../gateway.js';
import { logFault, presentFault } from '../pipeline/mask-errors.js';
import { answerGraphql, type HttpAnswer } from './answer-graphql.js';
import { errorBody } from './error-body.js';
import { readBody } from './read-body.js';

/** A request, and the way to answer it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly send: (answer: HttpAnswer) => void;
}

export interface ServeOptions {
  readonly gateway: Gateway;
  readonly preventCsrf: boolean;
  readonly maxBodyBytes: number;
}

/** Answers a request at `/graphql`, whatever it is. A client that goes away ends the work for it. */
export function serveGraphql(exchange: Exchange, options: ServeOptions): void {
  const { request, send } = exchange;
  // The body of a GET means nothing.
  if (request.method === 'GET') void answer(exchange, '', options);
  else
    readBody(request, options.maxBodyBytes, (body) => {
      if (body === undefined) send(tooLarge(request, options.maxBodyBytes));
      else void answer(exchange, body, options);
    });
}

async function answer({ request, response, send }: Exchange, body: string, options: ServeOptions): Promise<void> {
  const { gateway, preventCsrf } = options;
  const { method = 'GET', url = '' } = request;
  const headers = plainHeaders(request.headers);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    send(await answerGraphql(gateway, { method, url, headers, body }, { preventCsrf, signal: gone.signal }));
  } catch (cause) {
    // What should never happen.
    const tools = { language: preferredLanguage(headers['accept-language']), log: logFault };
    send({ status: 500, headers: json, body: JSON.stringify({ errors: [presentFault({ cause }, tools)] }) });
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' };

/** What is left of the body is not read: the connection cannot be used again. */
function tooLarge({ headers }: IncomingMessage, maxBodyBytes: number): HttpAnswer {
  const error = new OneNXError('OPERATION_LIMIT', {
    found: `> ${maxBodyBytes}`,
    what: 'bytes',
    expected: maxBodyBytes,
  });
  return { status: 413, headers: { ...json, connection: 'close' }, body: errorBody(error, headers) };
}

/** Of a request's headers Node joins all that repeat, but for one that no request should have. */
function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  if (headers['set-cookie'] !== undefined) delete headers['set-cookie'];
  return headers as Record<string, string>;
}
