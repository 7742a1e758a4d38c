import type { PlaceVersion } from '@onenx/schema';

/** A place of the API: its version, and the day on which it was asked for, which its parts inherit. */
export interface ShownPlace extends PlaceVersion {
  readonly __typename: 'District' | 'Street' | 'Committee';
  readonly asOf: string;
}

const TYPES = { DISTRICT: 'District', STREET: 'Street', COMMITTEE: 'Committee' } as const;

export function showPlace(place: PlaceVersion, asOf: string): ShownPlace {
  return { ...place, __typename: TYPES[place.level], asOf };
}
