import type { Divisions } from './divisions.js';
import type { Fact } from './facts.js';
import type { Cell, Measure } from './table.js';

/** How many there are: none in a register that is kept is 0. */
export function count(facts: readonly Fact[]): Measure {
  return (slice) => plain(sum(slice.of(facts)));
}

/** What was observed: nothing is not 0. */
export function observation(facts: readonly Fact[]): Measure {
  return (slice) => {
    const value = observedSum(slice.of(facts));
    return { ...plain(value), missing: value === null ? 'NO_OBSERVATION' : null };
  };
}

/** One observed sum over another; unknown where the two were not observed at the same places. */
export function observedShare(over: readonly Fact[], under: readonly Fact[]): Measure {
  return (slice) => {
    const [numerators, denominators] = [slice.of(over), slice.of(under)];
    const [numerator, denominator] = [observedSum(numerators), observedSum(denominators)];
    if (numerator === null || denominator === null) {
      return { value: null, numerator, denominator, missing: 'NO_OBSERVATION' };
    }
    const isComparable = placesOf(numerators) === placesOf(denominators);
    return isComparable
      ? share({ numerator, denominator })
      : { value: null, numerator, denominator, missing: 'INCOMPLETE' };
  };
}

/** How many there are for each place of a level. */
export function perCommunity(facts: readonly Fact[]): Measure {
  return (slice) => share({ numerator: sum(slice.of(facts)), denominator: slice.places('committee').length });
}

/** How many communities have at least so many, over how many there are. */
export function communitiesReaching(facts: readonly Fact[], divisions: Divisions, atLeast: number): Measure {
  return (slice) => {
    const communities = slice.places('committee');
    const reached = communities.filter(
      (code) => sum(facts.filter(({ place }) => divisions.holds(code, place))) >= atLeast,
    );
    return share({ numerator: reached.length, denominator: communities.length });
  };
}

function share({ numerator, denominator }: { numerator: number; denominator: number }): Cell {
  if (denominator === 0) return { value: null, numerator, denominator, missing: 'ZERO_DENOMINATOR' };
  return { value: digits(numerator / denominator), numerator, denominator, missing: null };
}

function plain(value: number | null): Cell {
  return { value, numerator: null, denominator: null, missing: null };
}

function sum(facts: readonly Fact[]): number {
  return facts.reduce((total, { amount }) => total + amount, 0);
}

function observedSum(facts: readonly Fact[]): number | null {
  return facts.length === 0 ? null : sum(facts);
}

function placesOf(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ place }) => place))].sort().join();
}

/** The hub gives 12 significant digits of what is no whole number. */
function digits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
