import { setTimeout as pause } from 'node:timers/promises';

/** One answer and when it was asked and given: by a count of events, not by a clock. */
export interface Asked<Seen> {
  readonly from: number;
  readonly to: number;
  readonly seen: Seen;
}

/** The longest wait for what must come, in milliseconds. It ends a test that would hang; none passes because of it. */
const PATIENCE_MS = 45_000;
const LOOK_MS = 20;

/** Asks the same again and again, some at a time, until it is stopped. */
export class Load<Seen> {
  readonly answers: Asked<Seen>[] = [];
  private readonly underWay = new Set<number>();
  private readonly loops: Promise<void>[];
  private events = 0;
  private isOn = true;

  /** `ask` must not throw: what went wrong is something seen. */
  constructor(
    private readonly ask: () => Promise<Seen>,
    atOnce: number,
  ) {
    this.loops = Array.from({ length: atOnce }, async () => this.loop());
  }

  /** A moment: what is asked from now on has a later `from`, what was answered before has an earlier `to`. */
  mark(): number {
    return ++this.events;
  }

  /** What was both asked and answered between two moments. */
  within(from: number, to: number): Seen[] {
    return this.answers.filter((one) => one.from > from && one.to < to).map(({ seen }) => seen);
  }

  /** What was asked, answered, or under way between two moments. */
  touching(from: number, to: number): Seen[] {
    return this.answers.filter((one) => one.to > from && one.from < to).map(({ seen }) => seen);
  }

  /** Waits until all that is under way now has been answered; nothing later can share a fetch of before. */
  async turnOver(): Promise<void> {
    const now = this.mark();
    await this.until(() => [...this.underWay].every((from) => from > now));
  }

  /** Waits until so many were asked and answered since a moment, and at least so long. */
  async collect(since: number, { least, milliseconds }: { least: number; milliseconds: number }): Promise<void> {
    await pause(milliseconds);
    await this.until(() => this.within(since, Infinity).length >= least);
  }

  /** Waits for an answer, asked since a moment, that is as wanted. */
  async first(since: number, isWanted: (seen: Seen) => boolean): Promise<void> {
    await this.until(() => this.within(since, Infinity).some(isWanted));
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await Promise.all(this.loops);
  }

  private async loop(): Promise<void> {
    while (this.isOn) {
      const from = this.mark();
      this.underWay.add(from);
      const seen = await this.ask();
      this.underWay.delete(from);
      this.answers.push({ from, to: this.mark(), seen });
      // The nodes and the hub share this machine with the test.
      await pause(LOOK_MS);
    }
  }

  private async until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`what was waited for did not come, after ${this.answers.length} answers`);
      await pause(LOOK_MS);
    }
  }
}
