import { OneNXError, renderError, type ErrorCode, type Language } from '@onenx/schema';
import type { ServerResponse } from 'node:http';
import { internalFault, type ToldError } from '../internal-fault.js';

const STATUS_OF_CODE: Partial<Record<ErrorCode, number>> = {
  ROUTE_UNKNOWN: 404,
  KIND_UNKNOWN: 404,
  IMPORT_UNKNOWN: 404,
  RECORD_NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  CSRF_PREVENTED: 403,
};

const STATUS_OF_CATEGORY: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The status by which HTTP tells an error. */
function statusOf({ extensions: { code, category } }: ToldError): number {
  return STATUS_OF_CODE[code as ErrorCode] ?? STATUS_OF_CATEGORY[category] ?? 500;
}

/** An error in the caller's language; what is not of the catalogue stays inside. */
export function toldError(error: unknown, language: Language): ToldError {
  if (!(error instanceof OneNXError)) {
    return internalFault(error instanceof Error ? (error.stack ?? error.message) : String(error), language);
  }
  const { code, params, extensions } = error;
  return { message: renderError(code, params, language), extensions: { code, category: extensions.category } };
}

/** Answers with an error, in the shape that GraphQL has for errors. An answer that has begun can only be cut off. */
export function tellError(response: ServerResponse, error: unknown, language: Language): void {
  if (response.headersSent) {
    toldError(error, language);
    response.destroy();
    return;
  }
  const told = toldError(error, language);
  // What is left of a refused body is not wanted.
  response.setHeader('connection', 'close');
  sendJson(response, statusOf(told), { errors: [told] });
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
