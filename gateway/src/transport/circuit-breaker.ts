import type { Service, SilentReason, SilentServiceError } from '../route/service.js';
import { decorate } from './decorate.js';
import { FaultWindow } from './fault-window.js';
import { judge } from './judge.js';
import { silence, TransportFault } from './transport-fault.js';
import { withDefaults } from './with-defaults.js';

export interface CircuitOptions {
  /** Opens after so many faults in a row. Default 5. */
  readonly faultsInRow?: number;
  /** Opens also when this share of the window's calls were faults. Default 0.5. */
  readonly faultRate?: number;
  /** … if there were at least so many calls. Default 20. */
  readonly leastCalls?: number;
  /** The window's length, in seconds. Default 10. */
  readonly windowSeconds?: number;
  /** From opening until a call may try the endpoint, in milliseconds. Default 2 000. */
  readonly pauseMs?: number;
  /** A call that is cut off sooner says nothing of the endpoint, in milliseconds. Default 1 000. */
  readonly enoughMs?: number;
  /** A refusal that came sooner kept nobody waiting and does not count, in milliseconds. Default 100. */
  readonly quickMs?: number;
  /** Told of every change of state. */
  readonly onChange?: (status: CircuitStatus) => void;
  /** For tests: milliseconds since 1970. */
  readonly now?: () => number;
}

export const circuitDefaults = {
  faultsInRow: 5,
  faultRate: 0.5,
  leastCalls: 20,
  windowSeconds: 10,
  pauseMs: 2_000,
  enoughMs: 1_000,
  quickMs: 100,
};

/** Calls pass; calls fail at once; one call at a time tries the endpoint. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** An endpoint's circuit for operators. Times are milliseconds since 1970; the message may name hosts. */
export interface CircuitStatus {
  readonly state: CircuitState;
  readonly since: number;
  readonly lastFault?: { readonly reason: SilentReason; readonly message: string; readonly at: number };
}

/** A call that was let through: by which state of affairs, and when. */
interface Pass {
  readonly era: number;
  readonly began: number;
}

/**
 * Spares an endpoint that keeps failing, and those who would wait for it. Calls that were let through before a change of
 * state do not count after it: a late fault neither opens a circuit that has just closed, nor a late answer closes one.
 */
export class CircuitBreaker {
  readonly #options: CircuitOptions & typeof circuitDefaults;
  readonly #now: () => number;
  readonly #window: FaultWindow;
  #status: CircuitStatus;
  #era = 0;
  #faultsInRow = 0;
  #probing = false;

  constructor(options: CircuitOptions = {}) {
    this.#options = withDefaults(circuitDefaults, options);
    this.#now = options.now ?? Date.now;
    this.#window = new FaultWindow(this.#options.windowSeconds);
    this.#status = { state: 'CLOSED', since: this.#now() };
  }

  get status(): CircuitStatus {
    return this.#status;
  }

  /** The service behind this breaker. */
  guard(service: Service): Service {
    return decorate(service, async (request) => {
      const pass = this.#enter();
      try {
        const answer = await service(request);
        this.#leave(pass);
        return answer;
      } catch (error) {
        this.#leave(pass, error);
        throw error;
      }
    });
  }

  #enter(): Pass {
    const now = this.#now();
    const { state, since } = this.#status;
    if (state === 'OPEN' && now - since >= this.#options.pauseMs) this.#turn('HALF_OPEN', now);
    if (this.#status.state !== 'CLOSED') {
      if (this.#status.state === 'OPEN' || this.#probing) throw this.#notTried();
      this.#probing = true;
    }
    return { era: this.#era, began: now };
  }

  #leave({ era, began }: Pass, error?: unknown): void {
    if (era !== this.#era) return;
    const now = this.#now();
    const { enoughMs, quickMs } = this.#options;
    const verdict = judge(error, { tookMs: now - began, enoughMs, quickMs });
    this.#probing = false;
    if (verdict === 'NEITHER') return;
    const isFault = verdict === 'FAULT';
    if (isFault) this.#status = { ...this.#status, lastFault: lastFaultOf(error as SilentServiceError, now) };
    if (this.#status.state === 'HALF_OPEN') this.#turn(isFault ? 'OPEN' : 'CLOSED', now);
    else this.#count(isFault, now);
  }

  #count(isFault: boolean, now: number): void {
    this.#faultsInRow = isFault ? this.#faultsInRow + 1 : 0;
    this.#window.add(now, isFault);
    if (!isFault) return;
    const { faultsInRow, faultRate, leastCalls } = this.#options;
    const { calls, faults } = this.#window.count(now);
    if (this.#faultsInRow >= faultsInRow || (calls >= leastCalls && faults >= calls * faultRate))
      this.#turn('OPEN', now);
  }

  #turn(state: CircuitState, now: number): void {
    this.#era++;
    this.#probing = false;
    this.#faultsInRow = 0;
    this.#window.clear();
    this.#status = { ...this.#status, state, since: now };
    this.#options.onChange?.(this.#status);
  }

  #notTried(): SilentServiceError {
    const { lastFault } = this.#status;
    const message = `Not tried, after: ${lastFault?.message ?? ''}`;
    return silence(lastFault?.reason ?? 'UNREACHABLE', new TransportFault('CIRCUIT_OPEN', message));
  }
}

function lastFaultOf({ reason, cause, message }: SilentServiceError, at: number): CircuitStatus['lastFault'] {
  return { reason, message: cause instanceof Error ? cause.message : message, at };
}
