import type { Service, ServiceRequest, SilentServiceError } from '../route/service.js';
import { decorate } from './decorate.js';
import { silence, TransportFault } from './transport-fault.js';
import { deadlineOf, whenCut } from './when-cut.js';
import { withDefaults } from './with-defaults.js';

export interface ConcurrencyOptions {
  /** Calls under way at once. Default 64. */
  readonly inFlight?: number;
  /** Calls that may wait for one of those to end, first come first served. Default 1 024. */
  readonly queue?: number;
}

export const concurrencyDefaults = { inFlight: 64, queue: 1_024 };

/**
 * Bounds the calls under way. A call that is still waiting at its deadline is silent with TIMEOUT; one that finds the
 * queue full is so at once, since holding it until then would only hold memory.
 */
export function withConcurrency(service: Service, options: ConcurrencyOptions = {}): Service {
  const places = new Places(withDefaults(concurrencyDefaults, options));
  return decorate(service, async (request) => {
    if (!places.take()) await places.wait(request);
    try {
      return await service(request);
    } finally {
      places.give();
    }
  });
}

/** The places for calls under way, and who waits for one. */
class Places {
  #free: number;
  /** A Set keeps the order of arrival, and lets anybody leave from the middle. */
  readonly #waiting = new Set<() => void>();

  constructor(readonly bounds: Required<ConcurrencyOptions>) {
    this.#free = bounds.inFlight;
  }

  take(): boolean {
    if (this.#free === 0) return false;
    this.#free--;
    return true;
  }

  wait(request: ServiceRequest): Promise<void> {
    if (this.#waiting.size >= this.bounds.queue) return Promise.reject(queueFull(this.bounds.queue));
    return new Promise((resolve, reject) => {
      const enter = () => {
        this.#waiting.delete(enter);
        stop();
        resolve();
      };
      this.#waiting.add(enter);
      const stop = whenCut({ signal: request.signal, deadline: deadlineOf(request) }, (error) => {
        this.#waiting.delete(enter);
        reject(error);
      });
    });
  }

  /** Hands a place on to who waits longest. */
  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#free++;
    else next();
  }
}

function queueFull(queue: number): SilentServiceError {
  return silence('TIMEOUT', new TransportFault('QUEUE_FULL', `More than ${queue} calls wait for this endpoint.`));
}
