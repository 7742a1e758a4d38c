import { SilentServiceError, type SilentReason } from '../route/service.js';

/**
 * What became of a call that brought no answer:
 * - `CONNECTION` none was made, or it broke before the answer was whole
 * - `STATUS` an HTTP status that says that the server failed
 * - `BROKEN` bytes that are no HTTP or no JSON
 * - `SCHEMA` JSON that is no GraphQL answer, or our operation called invalid
 * - `TOO_LARGE` an answer over the limit
 * - `SLOW` no answer in time
 * - `GONE` the client went away first
 * - `QUEUE_FULL` too many calls wait for this endpoint
 * - `CIRCUIT_OPEN` not tried: the endpoint failed too often
 */
export type TransportFaultKind =
  'CONNECTION' | 'STATUS' | 'BROKEN' | 'SCHEMA' | 'TOO_LARGE' | 'SLOW' | 'GONE' | 'QUEUE_FULL' | 'CIRCUIT_OPEN';

/** The cause of a SilentServiceError, for operators: its message may name hosts and never goes to a client. */
export class TransportFault extends Error {
  override readonly name = 'TransportFault';

  constructor(
    readonly kind: TransportFaultKind,
    message: string,
    options?: ErrorOptions & { readonly status?: number },
  ) {
    super(message, options);
    this.status = options?.status;
  }

  /** The HTTP status, where the kind is `STATUS`. */
  readonly status: number | undefined;
}

/** What a service throws for a fault of the transport. */
export function silence(reason: SilentReason, fault: TransportFault): SilentServiceError {
  return new SilentServiceError(reason, { cause: fault });
}

/** The fault of the transport that an error stands for; undefined for any other error. */
export function transportFault(error: unknown): TransportFault | undefined {
  return error instanceof SilentServiceError && error.cause instanceof TransportFault ? error.cause : undefined;
}
