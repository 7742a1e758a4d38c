import { SilentServiceError } from '../route/service.js';
import { transportFault, type TransportFaultKind } from './transport-fault.js';

/** What the end of a call says of its endpoint: it answers, it fails, or neither. */
export type Verdict = 'ANSWER' | 'FAULT' | 'NEITHER';

/** Of these the endpoint knows nothing. */
const OURS = new Set<TransportFaultKind>(['GONE', 'QUEUE_FULL', 'CIRCUIT_OPEN']);

/** How long a call took, and from when on that says something of its endpoint. All in milliseconds. */
export interface CallTimes {
  readonly tookMs: number;
  readonly enoughMs: number;
  readonly quickMs: number;
}

/**
 * Judges a call by its error, if it had one. GraphQL errors, another schema and an answer over the limit are answers: the
 * endpoint lives, and one client's heavy query must not take it from all others. A client that goes away says nothing,
 * and neither does a deadline that left the endpoint less than `enoughMs`. A refusal within `quickMs` kept nobody waiting:
 * asking again costs nothing, and an endpoint that is back must be seen by the very next request.
 */
export function judge(error: unknown, { tookMs, enoughMs, quickMs }: CallTimes): Verdict {
  if (error === undefined) return 'ANSWER';
  if (!(error instanceof SilentServiceError)) return 'NEITHER';
  const kind = transportFault(error)?.kind;
  if (error.reason === 'SCHEMA' || kind === 'TOO_LARGE') return 'ANSWER';
  if (kind !== undefined && OURS.has(kind)) return 'NEITHER';
  return tookMs < (error.reason === 'TIMEOUT' ? enoughMs : quickMs) ? 'NEITHER' : 'FAULT';
}
