import * as fc from 'fast-check';

/**
 * Random choices, read one after the other. A tape that has come to its end chooses 0, so whoever reads it puts the
 * simplest choice first: then a shorter tape makes a smaller example, which is how fast-check makes examples smaller.
 */
export class Tape {
  #at = 0;

  constructor(private readonly choices: readonly number[]) {}

  /** The same choices from the beginning. */
  again(): Tape {
    return new Tape(this.choices);
  }

  /** A number from 0 to below `below`. */
  next(below: number): number {
    return (this.choices[this.#at++] ?? 0) % below;
  }

  /** True once in `often` times. */
  once(often: number): boolean {
    return this.next(often) === often - 1;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.next(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  /** Each item with the same chance to be among them. */
  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.next(2) === 1);
  }
}

/** Tapes of so many choices at most, and at least. */
export function tapes(maxLength: number, minLength = 0): fc.Arbitrary<Tape> {
  const choices = fc.array(fc.nat(0xffff), { minLength, maxLength, size: 'max' });
  return choices.map((given) => new Tape(given));
}
