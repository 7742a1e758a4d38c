const MINUTE_MS = 60_000;

interface Said {
  readonly at: number;
  unsaid: number;
}

/** Says each thing at most once a minute. It has no timer: what was not said is counted in the next that is. */
export class Seldom<Thing> {
  readonly #said = new Map<Thing, Said>();

  /** Calls `say`, unless the same was said within the last minute, with how many times it has not been since. */
  say(thing: Thing, say: (unsaid: number) => void): void {
    const now = Date.now();
    const last = this.#said.get(thing);
    if (last !== undefined && now - last.at < MINUTE_MS) {
      last.unsaid++;
      return;
    }
    this.#said.set(thing, { at: now, unsaid: 0 });
    say(last?.unsaid ?? 0);
  }
}
