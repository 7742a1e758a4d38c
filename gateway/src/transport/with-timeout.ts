import type { Service } from '../route/service.js';
import { decorate } from './decorate.js';
import { deadlineOf, whenCut } from './when-cut.js';
import { withDefaults } from './with-defaults.js';

export interface TimeoutOptions {
  /** From the call to the whole answer, in milliseconds. Default 10 000. */
  readonly timeoutMs?: number;
}

export const timeoutDefaults = { timeoutMs: 10_000 };

/**
 * Gives each call its time, and never more than the request has left: then, or when the client goes away, the call is
 * aborted. The one place where a call under way has a timer.
 */
export function withTimeout(service: Service, options: TimeoutOptions = {}): Service {
  const { timeoutMs } = withDefaults(timeoutDefaults, options);
  return decorate(service, (request) => {
    const deadline = Math.min(deadlineOf(request), Date.now() + timeoutMs);
    const controller = new AbortController();
    return new Promise((resolve, reject) => {
      const stop = whenCut({ signal: request.signal, deadline }, (error) => {
        reject(error);
        controller.abort(error);
      });
      if (controller.signal.aborted) return;
      const ended =
        <Result>(settle: (result: Result) => void) =>
        (result: Result) => {
          stop();
          settle(result);
        };
      service({ ...request, signal: controller.signal }).then(ended(resolve), ended(reject));
    });
  });
}
