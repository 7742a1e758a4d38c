import { randomBytes } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { errorCatalogue, isErrorCode, OneNXError, renderError, type ErrorParams, type Language } from '@onenx/schema';
import type { Fault } from '../execute/execution.js';
import { isJsonObject } from '../execute/json.js';
import { SilentServiceError } from '../route/service.js';

/** What an operator should know of a fault that a client is told little of. */
export interface LoggedFault {
  readonly reference?: string;
  readonly service?: string;
  readonly path?: Fault['path'];
  readonly cause: unknown;
}

export interface MaskTools {
  readonly language: Language;
  readonly log: (fault: LoggedFault) => void;
}

interface Known {
  readonly code: unknown;
  readonly category?: unknown;
  readonly params?: unknown;
}

/** An error of a refused request, as a client sees it. Messages of the catalogue are in the caller's language. */
export function presentError(error: GraphQLError, language: Language): GraphQLFormattedError {
  const { message, locations, path, extensions } = error;
  const { code, category } = extensions;
  const rendered = renderKnown({ code, params: extensions.params }, language);
  return {
    message: rendered ?? message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, category },
  };
}

/**
 * A fault as a client sees it: an error of the catalogue passes; anything else becomes one that tells nothing internal,
 * and the fault itself is logged.
 */
export function presentFault(fault: Fault, tools: MaskTools): GraphQLFormattedError {
  const { message, code, category } = describe(fault, tools);
  return { message, ...(fault.path && { path: fault.path }), extensions: { code, category } };
}

function describe(fault: Fault, { language, log }: MaskTools): { message: string; code: unknown; category: unknown } {
  const known = knownError(fault);
  if (known !== undefined && isErrorCode(known.code)) {
    const category = typeof known.category === 'string' ? known.category : errorCatalogue[known.code].category;
    const message = renderKnown(known, language) ?? messageOf(fault.cause);
    return { message, code: known.code, category };
  }
  const { cause, service, path } = fault;
  // A level's faults are its operator's to find; the hub runs in this process, where the reference leads to the log.
  const isLevel = service !== undefined && service !== 'hub';
  const reference = isLevel ? undefined : randomBytes(4).toString('hex');
  log({ reference, service, path, cause: rootCause(cause) });
  const error = isLevel
    ? new OneNXError('LEVEL_FAULT', { service })
    : new OneNXError('INTERNAL_SERVER_ERROR', { reference: reference ?? '' });
  const { code, category, params } = error.extensions;
  return { message: renderError(code, params, language), code, category };
}

/** The catalogue's view of a cause: our own errors, a silent service, and a service's error that carries a code. */
function knownError({ cause, service = 'hub' }: Fault): Known | undefined {
  if (cause instanceof SilentServiceError)
    return new OneNXError('LEVEL_SILENT', { service, reason: cause.reason }).extensions;
  const extensions =
    typeof cause === 'object' && cause !== null && 'extensions' in cause ? cause.extensions : undefined;
  return isJsonObject(extensions) ? { ...extensions, code: extensions.code } : undefined;
}

function renderKnown({ code, params }: Known, language: Language): string | undefined {
  return isErrorCode(code) && isParams(params) ? renderError(code, params, language) : undefined;
}

function isParams(params: unknown): params is ErrorParams {
  return (
    isJsonObject(params) &&
    Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number')
  );
}

function messageOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
}

function rootCause(cause: unknown): unknown {
  const original =
    typeof cause === 'object' && cause !== null && 'originalError' in cause ? cause.originalError : undefined;
  return original ?? cause;
}

/** Writes a fault to the standard error output, one line of JSON and the stack if there is one. */
export function logFault({ reference, service, path, cause }: LoggedFault): void {
  const stack = cause instanceof Error ? `\n${cause.stack ?? ''}` : '';
  process.stderr.write(`${JSON.stringify({ fault: messageOf(cause), reference, service, path })}${stack}\n`);
}
