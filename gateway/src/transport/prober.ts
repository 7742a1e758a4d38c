import type { CircuitBounds } from './circuit-bounds.js';
import type { Verdict } from './judge.js';
import type { Probe } from './probe.js';
import { orCut } from './when-cut.js';

type ProberBounds = Required<Pick<CircuitBounds, 'graceMs' | 'pauseMs'>>;

/**
 * Asks an endpoint that fails until it answers, or refuses at once: then each call may ask for itself, for that keeps
 * nobody waiting. A probe that is not answered within `graceMs` keeps no call waiting any longer, but its answer still
 * counts whenever it comes: an endpoint that hangs answers what lies before it as soon as it goes on. `onEnd` is called
 * once for each start, with a verdict that is no fault.
 */
export class Prober {
  /** Ends the probes since the last start; undefined while there are none. */
  #round: AbortController | undefined;
  /** The wait for the latest probe, while it is within its grace. */
  #young: Promise<void> | undefined;
  #begun = 0;
  #next: NodeJS.Timeout | undefined;

  constructor(
    readonly probe: Probe,
    readonly bounds: ProberBounds,
    readonly onEnd: (verdict: Verdict) => void,
  ) {}

  start(): void {
    this.stop();
    this.#round = new AbortController();
    void this.#begin(this.#round);
  }

  stop(): void {
    clearTimeout(this.#next);
    this.#round?.abort();
    this.#round = undefined;
    this.#young = undefined;
  }

  /** Waits until the endpoint is back, or a probe that began after this call had no answer within its grace. */
  async wait(): Promise<void> {
    await this.#young;
    if (this.#round !== undefined) await (this.#young ?? this.#begin(this.#round));
  }

  #begin(round: AbortController): Promise<void> {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => void this.#begin(round), this.bounds.pauseMs);
    this.#next.unref();
    this.#young = this.#grace(round, ++this.#begun);
    return this.#young;
  }

  async #grace(round: AbortController, number: number): Promise<void> {
    await orCut(this.#ask(round), { deadline: Date.now() + this.bounds.graceMs });
    if (this.#begun === number) this.#young = undefined;
  }

  async #ask(round: AbortController): Promise<void> {
    const verdict = await this.probe(round.signal);
    if (verdict === 'FAULT' || this.#round !== round) return;
    this.stop();
    this.onEnd(verdict);
  }
}
