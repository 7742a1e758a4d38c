import { jest } from '@jest/globals';
import { SilentServiceError, type Service, type ServiceAnswer, type SilentReason } from '../route/service.js';
import { CircuitBreaker, type CircuitState } from './circuit-breaker.js';
import { aRequest, settled } from './loopback.test-kit.js';
import { silence, transportFault, TransportFault } from './transport-fault.js';

export const bounds = {
  faultsInRow: 3,
  faultRate: 0.5,
  leastCalls: 6,
  windowSeconds: 4,
  pauseMs: 2_000,
  graceMs: 200,
  enoughMs: 1_000,
  quickMs: 1,
};

/** What the endpoint does with probes. */
export type Mood = 'ANSWER' | 'REFUSE' | 'FAIL' | 'HANG';

/** How a call is made to end. */
export type Ending = 'ANSWER' | 'SCHEMA' | 'FAULT' | 'GONE';

const endings: Record<Ending, ServiceAnswer | SilentServiceError> = {
  ANSWER: { data: {} },
  SCHEMA: new SilentServiceError('SCHEMA'),
  FAULT: silence('UNREACHABLE', new TransportFault('CONNECTION', 'reset')),
  GONE: silence('UNREACHABLE', new TransportFault('GONE', 'gone')),
};

interface Under {
  readonly turns: number;
  readonly began: number;
  readonly resolve: (answer: ServiceAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Waiting {
  readonly began: number;
  readonly state: CircuitState;
}

/**
 * A breaker in virtual time, and what its rules say of it over the plain history since the last change of state. Needs
 * jest's fake timers; what broke a rule is in `broken`.
 */
export class CircuitWorld {
  readonly broken: string[] = [];
  readonly seen = new Set<CircuitState>();
  refusals = 0;
  #mood: Mood = 'ANSWER';
  #backSince = -1;
  #probes = new Set<() => void>();
  #state: CircuitState = 'CLOSED';
  #since = 0;
  #turns = 0;
  #history: { at: number; fault: boolean }[] = [];
  #isUnproven = false;
  /** Whether the last probe that was no fault was answered, and not refused. */
  #wasAnswered = false;
  #tryAt = 0;
  readonly #under: Under[] = [];
  /** The calls that neither passed nor were refused, by their deadline. */
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  readonly #breaker: CircuitBreaker;
  readonly #service: Service;

  /** `lagMs`: how long the answer to a probe takes. */
  constructor(readonly lagMs: number) {
    this.#breaker = new CircuitBreaker((request) => this.#probed(request.signal, request.deadline ?? Infinity), {
      ...bounds,
      onChange: ({ state }) => this.#changed(state),
    });
    this.#service = this.#breaker.gate(this.#breaker.guard(({ deadline }) => this.#entered(deadline)));
  }

  /** Begins a call that is due after so many milliseconds. */
  begin(dueMs: number): void {
    const began = Date.now();
    // Its deadline, made its own, is its name.
    const deadline = began + dueMs + ++this.#calls / 1e6;
    const waiting = { began, state: this.#state };
    this.#waiting.set(deadline, waiting);
    void this.#watch(deadline);
  }

  async #watch(deadline: number): Promise<void> {
    const end = await settled(this.#service(aRequest({ deadline })));
    if (transportFault(end)?.kind === 'CIRCUIT_OPEN') this.#refused(deadline, (end as SilentServiceError).reason);
  }

  /** Ends one of the calls under way. The model goes first: others may enter at once. */
  end(pick: number, ending: Ending): void {
    const [ended] = this.#under.splice(pick % Math.max(this.#under.length, 1), 1);
    if (ended === undefined) return;
    const isQuick = Date.now() - ended.began < bounds.quickMs;
    const counts = ending !== 'GONE' && !(ending === 'FAULT' && isQuick);
    if (ended.turns === this.#turns && counts) this.#count(ending === 'FAULT');
    const how = endings[ending];
    if (how instanceof Error) ended.reject(how);
    else ended.resolve(how);
  }

  /** From now on. An endpoint that goes on after it hung answers the probes that lie before it. */
  turnTo(mood: Mood): void {
    if (isBack(mood) && !isBack(this.#mood)) this.#backSince = Date.now();
    this.#mood = mood;
    if (mood === 'ANSWER') for (const answer of this.#probes) answer();
  }

  /** After each step: the breaker says what the model says, and nobody waits for longer than the two probes. */
  look(): void {
    const { state } = this.#breaker.status;
    this.seen.add(state);
    if (state !== this.#state) this.broken.push(`it is ${state}, not ${this.#state}`);
    for (const { began, state: at } of this.#waiting.values())
      if (at === 'OPEN' && this.#state === 'OPEN' && Date.now() - began > 2 * bounds.graceMs)
        this.broken.push('a call waits on');
    if (
      state === 'OPEN' &&
      isBack(this.#mood) &&
      Date.now() - Math.max(this.#backSince, this.#since) > bounds.pauseMs + this.lagMs
    )
      this.broken.push('an endpoint is back and nobody saw it');
  }

  #entered(deadline = 0): Promise<ServiceAnswer> {
    if (!this.#waiting.delete(deadline)) this.broken.push('a call passed twice');
    const isTried = this.#under.some(({ turns }) => turns === this.#turns);
    const mayTry = this.#state === 'HALF_OPEN' && !isTried && Date.now() >= this.#tryAt;
    if (this.#state !== 'CLOSED' && !mayTry) this.broken.push(`a call passed while ${this.#state}`);
    const { promise, resolve, reject } = Promise.withResolvers<ServiceAnswer>();
    this.#under.push({ turns: this.#turns, began: Date.now(), resolve, reject });
    return promise;
  }

  #refused(deadline: number, reason: SilentReason): void {
    const now = Date.now();
    const waiting = this.#waiting.get(deadline);
    if (waiting === undefined) return void this.broken.push('refused after it had passed');
    this.#waiting.delete(deadline);
    this.refusals++;
    if (reason !== 'UNREACHABLE') this.broken.push(`refused with ${reason}`);
    if (waiting.state === 'CLOSED') this.broken.push('refused while closed');
    const wasThere = isBack(this.#mood) && this.#backSince < waiting.began;
    if (this.#state === 'OPEN' && wasThere && now < deadline - 1)
      this.broken.push('refused, though the endpoint answered throughout');
    if (now - waiting.began > 2 * bounds.graceMs) this.broken.push('refused late');
  }

  #probed(signal: AbortSignal | undefined, deadline: number): Promise<ServiceAnswer> {
    if (this.#state !== 'OPEN') this.broken.push(`probed while ${this.#state}`);
    return new Promise((resolve, reject) => {
      const answer = () => {
        this.#wasAnswered = true;
        resolve({ data: {} });
      };
      const fail = () => reject(endings.FAULT);
      this.#probes.add(answer);
      signal?.addEventListener('abort', () => this.#probes.delete(answer));
      if (this.#mood === 'REFUSE') {
        this.#wasAnswered = false;
        fail();
      } else if (this.#mood === 'FAIL') setTimeout(fail, this.lagMs + bounds.quickMs);
      else if (this.#mood === 'ANSWER') setTimeout(answer, this.lagMs);
      setTimeout(() => reject(silence('TIMEOUT', new TransportFault('SLOW', 'late'))), deadline - Date.now());
    });
  }

  /** The breaker's own change is one from open to closed; of all others the model knew before. */
  #changed(state: CircuitState): void {
    if (this.#state === 'OPEN' && state === 'CLOSED') {
      if (!isBack(this.#mood) && this.lagMs === 0) this.broken.push('closed, though the endpoint is away');
      this.#isUnproven = this.#wasAnswered;
      this.#turn('CLOSED');
    } else if (state !== this.#state) this.broken.push(`turned ${state}, not ${this.#state}`);
  }

  #turn(state: CircuitState): void {
    this.#state = state;
    this.#since = Date.now();
    this.#turns++;
    this.#history = [];
  }

  #count(fault: boolean): void {
    const now = Date.now();
    if (!fault) this.#isUnproven = false;
    if (this.#state === 'HALF_OPEN' && !fault) return this.#turn('CLOSED');
    if (this.#state === 'HALF_OPEN') return void (this.#tryAt = now + bounds.pauseMs);
    this.#history.push({ at: now, fault });
    if (!fault || !this.#mustOpen(now)) return;
    this.#tryAt = now + bounds.pauseMs;
    this.#turn(this.#isUnproven ? 'HALF_OPEN' : 'OPEN');
  }

  #mustOpen(now: number): boolean {
    const last = this.#history.slice(-bounds.faultsInRow);
    const second = (at: number) => Math.floor(at / 1_000);
    const recent = this.#history.filter(({ at }) => second(at) > second(now) - bounds.windowSeconds);
    const faults = recent.filter(({ fault }) => fault).length;
    return (
      (last.length === bounds.faultsInRow && last.every(({ fault }) => fault)) ||
      (recent.length >= bounds.leastCalls && faults / recent.length >= bounds.faultRate)
    );
  }
}

function isBack(mood: Mood): boolean {
  return mood === 'ANSWER' || mood === 'REFUSE';
}

/** Lets the virtual time go by, and all that is to happen in it. */
export async function pass(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}
