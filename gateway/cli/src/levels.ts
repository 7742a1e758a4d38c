import { committeeKinds } from '@onenx/committee/kinds';
import { districtKinds } from '@onenx/district/kinds';
import { Catalogue, type KindDefinition, type Level } from '@onenx/schema';
import { streetKinds } from '@onenx/street/kinds';

/** The record kinds of each level, from the district down. */
export const kindsOfLevel: Readonly<Record<Level, readonly KindDefinition[]>> = {
  DISTRICT: districtKinds,
  STREET: streetKinds,
  COMMITTEE: committeeKinds,
};

export const allKinds: readonly KindDefinition[] = Object.values(kindsOfLevel).flat();

/** Everything that this hub can be asked for. */
export const catalogue = Catalogue.of(allKinds);
