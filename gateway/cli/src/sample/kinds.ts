import { committeeKinds } from '@onenx/committee/kinds';
import { districtKinds } from '@onenx/district/kinds';
import type { KindDefinition } from '@onenx/schema';
import { streetKinds } from '@onenx/street/kinds';

/** Every record kind of the three levels. */
export const sampleKinds: readonly KindDefinition[] = [...districtKinds, ...streetKinds, ...committeeKinds];

/** The kind of a name such as `ActivityTeam`; the sample is written for these kinds, so one that is gone is a fault. */
export function kindNamed(name: string): KindDefinition {
  const found = sampleKinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`The sample writes ${name}, which is no record kind`);
  return found;
}
