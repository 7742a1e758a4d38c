import { SilentServiceError, type ServiceRequest } from '../route/service.js';
import { silence, TransportFault } from './transport-fault.js';

/** When a request is due, in milliseconds since 1970: the earlier of its own deadline and the client's; or Infinity. */
export function deadlineOf({ deadline = Infinity, context }: ServiceRequest): number {
  return Math.min(deadline, context.deadline ?? Infinity);
}

/** What ends a wait: the client's signal, and a moment in milliseconds since 1970. */
export interface Cut {
  readonly signal?: AbortSignal;
  readonly deadline: number;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls `onCut` once, when the client goes away or the deadline passes; at once when either has happened already.
 * The function returned ends the watch: whoever no longer waits must call it.
 */
export function whenCut({ signal, deadline }: Cut, onCut: (error: SilentServiceError) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', gone);
  };
  const gone = () => {
    stop();
    onCut(goneError(signal?.reason));
  };
  const late = () => {
    stop();
    onCut(lateError());
  };
  if (signal?.aborted === true) {
    gone();
    return stop;
  }
  const left = deadline - Date.now();
  if (left <= 0) {
    late();
    return stop;
  }
  signal?.addEventListener('abort', gone);
  if (left < Infinity) timer = setTimeout(late, Math.min(left, LONGEST_TIMER_MS));
  return stop;
}

/** Waits for a promise, which must not reject, and no longer than to the cut. */
export async function orCut(promise: Promise<void>, cut: Cut): Promise<void> {
  const { promise: isCut, resolve } = Promise.withResolvers<void>();
  const stop = whenCut(cut, () => resolve());
  await Promise.race([promise, isCut]);
  stop();
}

/** What a call is ended with whose client went away, or whose signal gives a reason of its own. */
export function goneError(reason: unknown): SilentServiceError {
  return reason instanceof SilentServiceError
    ? reason
    : silence('UNREACHABLE', new TransportFault('GONE', 'The client went away.', { cause: reason }));
}

function lateError(): SilentServiceError {
  return silence('TIMEOUT', new TransportFault('SLOW', 'There was no answer in time.'));
}
