import type { RecordValues } from '@onenx/schema';

/** Percentages are stated with two decimals at most; in hundredths they add up exactly. */
export const WHOLE = 10_000;

export function hundredths(share: RecordValues): number {
  return Math.round(Number(share['percent']) * 100);
}

export function stated(shares: readonly RecordValues[]): number {
  return shares.reduce((sum, share) => sum + hundredths(share), 0);
}

/**
 * A place's part of an amount in fen, by the percentages of all places of the project in the order of their codes; the
 * parts add up to the amount.
 */
export function partOf(amount: number, shares: readonly RecordValues[], place: unknown): number {
  let before = 0;
  for (const share of shares.toSorted((a, b) => (String(a['place']) < String(b['place']) ? -1 : 1))) {
    const upTo = before + hundredths(share);
    if (share['place'] === place) return portion(amount, upTo) - portion(amount, before);
    before = upTo;
  }
  return 0;
}

/** In whole numbers: the product of an amount and its hundredths may be past what a number holds exactly. */
function portion(amount: number, part: number): number {
  return Number((BigInt(amount) * BigInt(part)) / BigInt(WHOLE));
}
