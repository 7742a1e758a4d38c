interface Second {
  readonly at: number;
  calls: number;
  faults: number;
}

/** How many calls of the last seconds were faults; whole seconds, so it holds one pair of numbers for each. */
export class FaultWindow {
  readonly #seconds: Second[] = [];

  /** `length` in seconds, the running one included. */
  constructor(readonly length: number) {}

  /** Counts a call that ended at `now`, in milliseconds. */
  add(now: number, isFault: boolean): void {
    const second = this.#secondAt(Math.floor(now / 1_000));
    second.calls++;
    if (isFault) second.faults++;
  }

  /** What the window holds at `now`. */
  count(now: number): { readonly calls: number; readonly faults: number } {
    this.#forget(Math.floor(now / 1_000));
    let calls = 0;
    let faults = 0;
    for (const second of this.#seconds) {
      calls += second.calls;
      faults += second.faults;
    }
    return { calls, faults };
  }

  clear(): void {
    this.#seconds.length = 0;
  }

  #secondAt(at: number): Second {
    const last = this.#seconds.at(-1);
    // A clock that was put back must not undo the order.
    if (last !== undefined && last.at >= at) return last;
    this.#forget(at);
    const second = { at, calls: 0, faults: 0 };
    this.#seconds.push(second);
    return second;
  }

  #forget(at: number): void {
    while (this.#seconds[0] !== undefined && this.#seconds[0].at <= at - this.length) this.#seconds.shift();
  }
}
