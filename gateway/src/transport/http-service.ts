import { Pool } from 'undici';
import { SilentServiceError, type Service } from '../route/service.js';
import { exchange } from './http-exchange.js';
import { readAnswer } from './read-answer.js';
import { requestBody } from './request-body.js';
import { silence, TransportFault } from './transport-fault.js';
import { withDefaults } from './with-defaults.js';
import { withTimeout, type TimeoutOptions } from './with-timeout.js';

export interface HttpServiceOptions extends TimeoutOptions {
  /** Connections kept to the endpoint. Default 64. */
  readonly connections?: number;
  /** The largest answer that is read, in bytes. Default 64 MiB. */
  readonly maxAnswerBytes?: number;
}

export const httpDefaults = { connections: 64, maxAnswerBytes: 64 * 1024 * 1024 };

/**
 * A service at an HTTP address: JSON over POST, connections kept alive, a timeout for each call. No connection, a status
 * of 5xx, an answer over the limit or one that is not JSON is UNREACHABLE; too late is TIMEOUT; JSON that is no GraphQL
 * answer, or a refusal of our operation as invalid against the service's schema, is SCHEMA. A client that goes away ends
 * the call and its connection.
 */
export function httpService(url: string, options: HttpServiceOptions = {}): Service {
  const { connections, maxAnswerBytes } = withDefaults(httpDefaults, options);
  const { origin, pathname, search } = new URL(url);
  // The one clock is the timeout's; undici's own would only fire later, or never.
  const pool = new Pool(origin, { connections, headersTimeout: 0, bodyTimeout: 0, maxResponseSize: maxAnswerBytes });
  const path = pathname + search;

  const service: Service = async (request) => {
    const headers = { ...request.headers, 'content-type': 'application/json', accept: 'application/json' };
    try {
      const { status, text } = await exchange(pool, {
        path,
        headers,
        body: requestBody(request),
        signal: request.signal,
      });
      if (status >= 500)
        throw silence('UNREACHABLE', new TransportFault('STATUS', `HTTP status ${status}`, { status }));
      return readAnswer(text);
    } catch (error) {
      throw error instanceof SilentServiceError ? error : faultOf(error, maxAnswerBytes);
    }
  };
  let closed: Promise<void> | undefined;
  service.close = () => (closed ??= pool.close());
  return withTimeout(service, options);
}

/** undici's errors in our terms. One about the request itself is ours, says nothing of the endpoint, and passes. */
function faultOf(cause: unknown, maxAnswerBytes: number): unknown {
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code === 'UND_ERR_INVALID_ARG') return cause;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return silence('UNREACHABLE', new TransportFault('TOO_LARGE', `The answer is over ${maxAnswerBytes} bytes.`));
  const message = cause instanceof Error ? cause.message : String(cause);
  // undici gives its parser's errors a name and no code: what came is no HTTP.
  const isParser = cause instanceof Error && cause.name === 'HTTPParserError';
  const kind = isParser || code === 'UND_ERR_HEADERS_OVERFLOW' ? 'BROKEN' : 'CONNECTION';
  return silence('UNREACHABLE', new TransportFault(kind, `${code} ${message}`.trim(), { cause }));
}
