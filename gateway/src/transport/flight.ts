import type { ServiceAnswer, ServiceRequest, SilentServiceError } from '../route/service.js';
import { copyJson } from './copy-json.js';
import { deadlineOf, whenCut } from './when-cut.js';

interface Waiter {
  readonly resolve: (answer: ServiceAnswer) => void;
  readonly reject: (error: unknown) => void;
  stop(): void;
}

/** One fetch and those who wait for it. */
export class Flight {
  readonly #waiters = new Set<Waiter>();
  readonly #controller = new AbortController();

  /** `onEnd` is called when nobody may join any more: answered, failed, or left by all. */
  constructor(readonly onEnd: (flight: Flight) => void) {}

  /** Aborted when the last waiter leaves. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for the answer, until the request's own deadline and as long as its client is there. */
  join(request: ServiceRequest): Promise<ServiceAnswer> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject, stop: () => undefined };
      this.#waiters.add(waiter);
      waiter.stop = whenCut({ signal: request.signal, deadline: deadlineOf(request) }, (error) => {
        reject(error);
        this.#leave(waiter, error);
      });
    });
  }

  /** Hands on what becomes of the fetch. All copies are made before anybody can change their own. */
  async land(fetch: Promise<ServiceAnswer>): Promise<void> {
    try {
      const first = await fetch;
      this.#end((waiter, index) => waiter.resolve(index === 0 ? first : { ...first, data: copyJson(first.data) }));
    } catch (error) {
      this.#end((waiter) => waiter.reject(error));
    }
  }

  #end(tell: (waiter: Waiter, index: number) => void): void {
    this.onEnd(this);
    let index = 0;
    for (const waiter of this.#waiters) {
      waiter.stop();
      tell(waiter, index++);
    }
    this.#waiters.clear();
  }

  #leave(waiter: Waiter, error: SilentServiceError): void {
    this.#waiters.delete(waiter);
    if (this.#waiters.size > 0) return;
    this.onEnd(this);
    this.#controller.abort(error);
  }
}
