import type { Level } from '@onenx/schema';

/** One side of a transfer, as a level's server tells it. */
export interface TransferEnd {
  readonly transferId: string;
  readonly side: 'GIVEN' | 'ACCEPTED';
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly on: string | null;
}

/**
 * COMPLETE: both sides are there. UNFINISHED: given and not accepted, to be retried by the receiver. UNMATCHED: accepted, and
 * nobody gave it. AMBIGUOUS: more than one record on a side. UNKNOWN: the other side may be in a node that is silent.
 */
export type TransferState = 'COMPLETE' | 'UNFINISHED' | 'UNMATCHED' | 'AMBIGUOUS' | 'UNKNOWN';

export interface Transfer {
  readonly id: string;
  readonly state: TransferState;
  readonly given: readonly TransferEnd[];
  readonly accepted: readonly TransferEnd[];
}

/** Puts the sides of each transfer together. `silent` are the levels of which not all was heard. */
export function matchEnds(ends: readonly TransferEnd[], silent: ReadonlySet<Level>): Transfer[] {
  return [...Map.groupBy(ends, ({ transferId }) => transferId)].map(([id, sides]) => {
    const given = sides.filter(({ side }) => side === 'GIVEN');
    const accepted = sides.filter(({ side }) => side === 'ACCEPTED');
    return { id, state: stateOf(given.length, accepted.length, silent.size > 0), given, accepted };
  });
}

function stateOf(given: number, accepted: number, isPartial: boolean): TransferState {
  if (given > 1 || accepted > 1) return 'AMBIGUOUS';
  if (given === 1 && accepted === 1) return 'COMPLETE';
  if (isPartial) return 'UNKNOWN';
  return given === 1 ? 'UNFINISHED' : 'UNMATCHED';
}
