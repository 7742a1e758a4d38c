import { Pool } from 'undici';
import { SilentServiceError, type Service, type ServiceAnswer, type ServiceRequest } from './service.js';

export interface HttpServiceOptions {
  /** From sending the request to the last byte of the answer. Default 10 000. */
  readonly timeoutMs?: number;
  /** Connections kept to the endpoint. Default 64. */
  readonly connections?: number;
  /** The largest answer that is read, in bytes. Default 64 MiB. */
  readonly maxAnswerBytes?: number;
}

/**
 * A service at an HTTP address: JSON over POST, connections kept alive. No connection, a status of 5xx or a body that is
 * not JSON is UNREACHABLE; too late is TIMEOUT; JSON that is no GraphQL answer, or a refusal of our operation as invalid
 * against the service's schema, is SCHEMA.
 */
export function httpService(url: string, options: HttpServiceOptions = {}): Service {
  const { timeoutMs = 10_000, connections = 64, maxAnswerBytes = 64 * 1024 * 1024 } = options;
  const { origin, pathname, search } = new URL(url);
  // The one clock is the abort signal below; undici's own would only fire later, or never.
  const pool = new Pool(origin, { connections, headersTimeout: 0, bodyTimeout: 0, maxResponseSize: maxAnswerBytes });

  const service: Service = async (request) => {
    const clock = AbortSignal.timeout(timeoutMs);
    const signal = request.signal === undefined ? clock : AbortSignal.any([clock, request.signal]);
    try {
      const { statusCode, body } = await pool.request({
        path: pathname + search,
        method: 'POST',
        headers: { ...request.headers, 'content-type': 'application/json', accept: 'application/json' },
        body: encode(request),
        signal,
      });
      const text = await body.text();
      if (statusCode >= 500) throw new SilentServiceError('UNREACHABLE', { cause: new Error(`status ${statusCode}`) });
      return decode(text);
    } catch (error) {
      if (error instanceof SilentServiceError) throw error;
      throw new SilentServiceError(clock.aborted ? 'TIMEOUT' : 'UNREACHABLE', { cause: error });
    }
  };
  service.close = () => pool.close();
  return service;
}

function encode({ query, operationName, variables }: ServiceRequest): string {
  return JSON.stringify({ query, operationName, variables });
}

function decode(text: string): ServiceAnswer {
  const answer = JSON.parse(text) as unknown;
  if (!isAnswer(answer)) throw new SilentServiceError('SCHEMA', { cause: new Error('not a GraphQL answer') });
  if (
    answer.data === undefined &&
    answer.errors?.some((error) => error.extensions?.code === 'GRAPHQL_VALIDATION_FAILED')
  )
    throw new SilentServiceError('SCHEMA', { cause: new Error(answer.errors[0]?.message) });
  return answer;
}

function isAnswer(value: unknown): value is ServiceAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (data === undefined && errors === undefined) return false;
  return (
    (errors === undefined || isErrorList(errors)) &&
    (data == null || (typeof data === 'object' && !Array.isArray(data)))
  );
}

function isErrorList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((error) => typeof error === 'object' && error !== null && 'message' in error)
  );
}
