import type { Fact } from './facts.js';
import type { Cell, Measure } from './table.js';

/** How many there are: none in a register that is kept is 0. */
export function count(facts: readonly Fact[]): Measure {
  return (slice) => plain(sum(slice.of(facts)));
}

/** What was observed: nothing is not 0. */
export function observation(facts: readonly Fact[]): Measure {
  return (slice) => {
    const found = slice.of(facts);
    return found.length === 0 ? absent('NO_OBSERVATION') : plain(sum(found));
  };
}

/** One observed sum over another; unknown where the two were not observed at the same places. */
export function observedShare(over: readonly Fact[], under: readonly Fact[]): Measure {
  return (slice) => {
    const [numerators, denominators] = [slice.of(over), slice.of(under)];
    if (numerators.length === 0 && denominators.length === 0) return absent('NO_OBSERVATION');
    const sides = { numerator: sum(numerators), denominator: sum(denominators) };
    if (placesOf(numerators) !== placesOf(denominators)) return { ...sides, value: null, missing: 'INCOMPLETE' };
    return share(sides);
  };
}

/** How many there are for each place of a level. */
export function perCommunity(facts: readonly Fact[]): Measure {
  return (slice) => share({ numerator: sum(slice.of(facts)), denominator: slice.places('committee').length });
}

/** How many communities have at least so many, over how many there are. */
export function communitiesReaching(facts: readonly Fact[], atLeast: number): Measure {
  return (slice) => {
    const communities = slice.places('committee');
    const reached = communities.filter((code) => sum(facts.filter(({ place }) => place === code)) >= atLeast);
    return share({ numerator: reached.length, denominator: communities.length });
  };
}

function share({ numerator, denominator }: { numerator: number; denominator: number }): Cell {
  if (denominator === 0) return { value: null, numerator, denominator, missing: 'ZERO_DENOMINATOR' };
  return { value: digits(numerator / denominator), numerator, denominator, missing: null };
}

function plain(value: number): Cell {
  return { value, numerator: null, denominator: null, missing: null };
}

function absent(missing: string): Cell {
  return { value: null, numerator: null, denominator: null, missing };
}

function sum(facts: readonly Fact[]): number {
  return facts.reduce((total, { amount }) => total + amount, 0);
}

function placesOf(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ place }) => place))].sort().join();
}

/** The hub gives 12 significant digits of what is no whole number. */
function digits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
