import type { Service } from '../route/service.js';
import { decorate } from './decorate.js';
import { isQuery } from './operation-kind.js';
import { sleep as realSleep, type Sleep } from './sleep.js';
import { transportFault } from './transport-fault.js';
import { deadlineOf } from './when-cut.js';
import { withDefaults } from './with-defaults.js';

export interface RetryOptions {
  /** Tries after the first. Default 1. */
  readonly retries?: number;
  /** About how long to wait before each, in milliseconds: half to one and a half times this, at random. Default 50. */
  readonly pauseMs?: number;
  /** For tests. Between 0 and 1. */
  readonly random?: () => number;
  /** For tests. */
  readonly sleep?: Sleep;
}

export const retryDefaults = { retries: 1, pauseMs: 50 };

/** HTTP statuses that say "not now": RFC 9110, 15.6.3 to 15.6.5. */
const PASSING_STATUSES = new Set([502, 503, 504]);

/**
 * Asks again when the connection failed or the server said that it would pass: queries only, for a mutation that got no
 * answer may have been done. Never past the deadline, and not for a client that has gone.
 */
export function withRetry(service: Service, options: RetryOptions = {}): Service {
  const { retries, pauseMs, random = Math.random, sleep = realSleep } = withDefaults(retryDefaults, options);
  return decorate(service, async (request) => {
    for (let left = retries; ; left--) {
      try {
        return await service(request);
      } catch (error) {
        if (left <= 0 || !isPassing(error) || !isQuery(request.query)) throw error;
        const pause = pauseMs * (0.5 + random());
        if (Date.now() + pause >= deadlineOf(request)) throw error;
        if (!(await sleep(pause, request.signal))) throw error;
      }
    }
  });
}

function isPassing(error: unknown): boolean {
  const fault = transportFault(error);
  return fault?.kind === 'CONNECTION' || (fault?.status !== undefined && PASSING_STATUSES.has(fault.status));
}
