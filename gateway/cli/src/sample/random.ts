const GOLDEN = 0x9e3779b9;
const RANGE = 2 ** 32;

/**
 * A small seeded generator of numbers: a counter that is mixed until its bits look random. The same seed gives the same
 * numbers on every machine, which is all that a sample needs; it is not for secrets. Only whole numbers and the four
 * operations are used, since the last bits of `Math.exp` and the like may differ between engines.
 */
export class Random {
  private counter: number;

  constructor(private readonly seed: number) {
    this.counter = seed >>> 0;
  }

  /** A generator of its own for one part of the sample, so that a change of one part leaves the others as they were. */
  fork(label: string): Random {
    let mixed = mix(this.seed >>> 0);
    for (const char of label) mixed = mix(mixed ^ (char.codePointAt(0) ?? 0));
    return new Random(mixed);
  }

  /** A number from 0 up to, but without, 1. */
  next(): number {
    this.counter = (this.counter + GOLDEN) >>> 0;
    return mix(this.counter) / RANGE;
  }

  /** A whole number, both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A number about `middle`, never further than `spread` from it and mostly near. */
  around(middle: number, spread: number): number {
    return middle + ((this.next() + this.next() + this.next()) / 1.5 - 1) * spread;
  }

  /** From `low` to `high`, most of them low: what sizes and amounts look like. */
  skewed(low: number, high: number): number {
    const u = this.next();
    return low + (high - low) * u * u * u;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  }

  /** One of the items, each as often as its weight says. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    const found = items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1);
    if (found === undefined) throw new RangeError('There is nothing to pick from');
    return found[0];
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  /** `count` different items. Throws when there are not as many. */
  sample<T>(items: readonly T[], count: number): T[] {
    if (items.length < count) throw new RangeError(`There are ${items.length} items where ${count} are needed`);
    return this.shuffled(items).slice(0, count);
  }
}

/** Spreads every bit of a 32-bit number over all of them; different numbers stay different. */
function mix(value: number): number {
  let bits = value ^ (value >>> 15);
  bits = Math.imul(bits, 0x2c1b3c6d);
  bits ^= bits >>> 12;
  bits = Math.imul(bits, 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}
