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
 * nobody gave it. AMBIGUOUS: more than one record on a side. MISDATED: the one does not begin on the day on which the other ends, so that on some days
 * both count, or neither. UNKNOWN: the other side may be in a node that is silent.
 */
export type TransferState = 'COMPLETE' | 'UNFINISHED' | 'UNMATCHED' | 'AMBIGUOUS' | 'MISDATED' | 'UNKNOWN';

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
    return { id, state: stateOf({ given, accepted }, silent.size > 0), given, accepted };
  });
}

function stateOf({ given, accepted }: Pick<Transfer, 'given' | 'accepted'>, isPartial: boolean): TransferState {
  const [giver, receiver] = [given[0], accepted[0]];
  if (given.length > 1 || accepted.length > 1) return 'AMBIGUOUS';
  if (giver !== undefined && receiver !== undefined) return giver.on === receiver.on ? 'COMPLETE' : 'MISDATED';
  if (isPartial) return 'UNKNOWN';
  return receiver === undefined ? 'UNFINISHED' : 'UNMATCHED';
}
