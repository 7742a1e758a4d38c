import type { Coverage, MissingNode } from '@onenx/schema';

/** Coverage as the API has it: the missing nodes by `first`, which is 20 where nothing is said. */
export function showCoverage(
  coverage: Coverage,
): Omit<Coverage, 'missing'> & { missing: (args: { first: number }) => readonly MissingNode[] } {
  return { ...coverage, missing: ({ first }) => coverage.missing.slice(0, Math.max(0, first)) };
}
