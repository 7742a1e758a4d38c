import type { JsonObject } from '../../execute/json.js';

export type Variables = Readonly<JsonObject>;

/** A whole number, 0 or more, that may depend on a request's variables. What is known beforehand stays a number. */
export type Amount = number | ((variables: Variables) => number);

/** The amount for one request. */
export function amountFor(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

/** The sum; the part that no variable changes is added up here, once. */
export function sum(amounts: readonly Amount[]): Amount {
  const known = amounts.filter((amount) => typeof amount === 'number').reduce((total, each) => capped(total + each), 0);
  const unknown = amounts.filter((amount) => typeof amount === 'function');
  if (unknown.length === 0) return known;
  return (variables) => {
    let total = known;
    for (const amount of unknown) total += amount(variables);
    return capped(total);
  };
}

export function product(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return capped(one * other);
  if (one === 0 || other === 0) return 0;
  return (variables) => capped(amountFor(one, variables) * amountFor(other, variables));
}

export function largest(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return Math.max(one, other);
  return (variables) => Math.max(amountFor(one, variables), amountFor(other, variables));
}

/** Beyond this a sum is no longer exact, and infinity times nothing would be no number at all. */
function capped(number: number): number {
  return Math.min(number, Number.MAX_SAFE_INTEGER);
}
