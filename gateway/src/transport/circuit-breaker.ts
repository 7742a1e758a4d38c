import type { Service, ServiceRequest, SilentReason, SilentServiceError } from '../route/service.js';
import { circuitDefaults, type CircuitBounds } from './circuit-bounds.js';
import { decorate } from './decorate.js';
import { FaultWindow } from './fault-window.js';
import { judge, type Verdict } from './judge.js';
import { probeOf } from './probe.js';
import { Prober } from './prober.js';
import { silence, TransportFault } from './transport-fault.js';
import { deadlineOf, orCut } from './when-cut.js';
import { withDefaults } from './with-defaults.js';

export interface CircuitOptions extends CircuitBounds {
  /** Told of every change of state. */
  readonly onChange?: (status: CircuitStatus) => void;
  /** For tests: milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * - `CLOSED` calls pass
 * - `OPEN` the endpoint is probed: calls pass once it answers, and fail when it does not
 * - `HALF_OPEN` it answers probes but failed every call since: one call at a time tries, the others fail
 */
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
 * Spares an endpoint that keeps failing, and those who would wait for it. Open, it fails a call only after a probe that
 * began after the call was not answered within `graceMs`: an endpoint that answers throughout a request is never called
 * missing for what was before. Calls that were let through before a change of state do not count after it: a late fault
 * neither opens a circuit that has just closed, nor a late answer closes one.
 */
export class CircuitBreaker {
  readonly #options: CircuitOptions & typeof circuitDefaults;
  readonly #now: () => number;
  readonly #window: FaultWindow;
  readonly #prober: Prober;
  #status: CircuitStatus;
  #era = 0;
  #faultsInRow = 0;
  /** Whether the circuit closed for a probe's answer, and no call's answer has borne that out yet. */
  #isUnproven = false;
  /** When a call may try, while half open; and the one that does. */
  #tryAt = 0;
  #trial: PromiseWithResolvers<void> | undefined;

  /** `probed` is what probes ask: the endpoint without this breaker. */
  constructor(probed: Service, options: CircuitOptions = {}) {
    this.#options = withDefaults(circuitDefaults, options);
    this.#now = options.now ?? Date.now;
    this.#window = new FaultWindow(this.#options.windowSeconds);
    this.#status = { state: 'CLOSED', since: this.#now() };
    this.#prober = new Prober(probeOf(probed, this.#options), this.#options, (verdict) => {
      this.#isUnproven = verdict === 'ANSWER';
      this.#turn('CLOSED');
    });
  }

  get status(): CircuitStatus {
    return this.#status;
  }

  /** The service whose calls this breaker judges, and refuses while it is not closed. */
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

  /** The guarded service whose calls wait for a probe, or for the call that tries, before they take a place in any queue. */
  gate(service: Service): Service {
    const gated = decorate(service, (request) =>
      this.#mayPass() ? service(request) : this.#passLater(request, service),
    );
    gated.close = async () => {
      this.#prober.stop();
      await service.close?.();
    };
    return gated;
  }

  #mayPass(): boolean {
    const { state } = this.#status;
    return state === 'CLOSED' || (state === 'HALF_OPEN' && this.#trial === undefined && this.#now() >= this.#tryAt);
  }

  async #passLater(request: ServiceRequest, service: Service): ReturnType<Service> {
    await orCut(this.#outcome(), { signal: request.signal, deadline: deadlineOf(request) });
    if (!this.#mayPass()) throw this.#notTried();
    return service(request);
  }

  /** What a call that may not pass now waits for. */
  async #outcome(): Promise<void> {
    if (this.#status.state === 'OPEN') await this.#prober.wait();
    else if (this.#trial) await orCut(this.#trial.promise, { deadline: Date.now() + this.#options.graceMs });
  }

  #enter(): Pass {
    if (!this.#mayPass()) throw this.#notTried();
    if (this.#status.state === 'HALF_OPEN') this.#trial = Promise.withResolvers();
    return { era: this.#era, began: this.#now() };
  }

  #leave({ era, began }: Pass, error?: unknown): void {
    if (era !== this.#era) return;
    const { enoughMs, quickMs } = this.#options;
    const verdict = judge(error, { tookMs: this.#now() - began, enoughMs, quickMs });
    if (verdict === 'FAULT')
      this.#status = { ...this.#status, lastFault: lastFaultOf(error as SilentServiceError, this.#now()) };
    if (verdict === 'ANSWER') this.#isUnproven = false;
    if (this.#status.state === 'HALF_OPEN') this.#endTrial(verdict);
    else if (verdict !== 'NEITHER') this.#count(verdict === 'FAULT');
  }

  #endTrial(verdict: Verdict): void {
    if (verdict === 'ANSWER') this.#turn('CLOSED');
    if (verdict === 'FAULT') this.#tryAt = this.#now() + this.#options.pauseMs;
    this.#trial?.resolve();
    this.#trial = undefined;
  }

  #count(isFault: boolean): void {
    const now = this.#now();
    this.#faultsInRow = isFault ? this.#faultsInRow + 1 : 0;
    this.#window.add(now, isFault);
    if (!isFault) return;
    const { faultsInRow, faultRate, leastCalls } = this.#options;
    const { calls, faults } = this.#window.count(now);
    if (this.#faultsInRow >= faultsInRow || (calls >= leastCalls && faults >= calls * faultRate)) this.#open();
  }

  /** An answer to a probe that no call's answer bore out is not trusted twice. */
  #open(): void {
    this.#tryAt = this.#now() + this.#options.pauseMs;
    this.#turn(this.#isUnproven ? 'HALF_OPEN' : 'OPEN');
    if (!this.#isUnproven) this.#prober.start();
  }

  #turn(state: CircuitState): void {
    this.#era++;
    this.#faultsInRow = 0;
    this.#window.clear();
    this.#status = { ...this.#status, state, since: this.#now() };
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
