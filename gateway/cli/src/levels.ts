import { committeeKinds } from '@onenx/committee/kinds';
import { districtExtensions } from '@onenx/district';
import { districtKinds } from '@onenx/district/kinds';
import type { LevelExtension } from '@onenx/node';
import { Catalogue, type KindDefinition, type Level } from '@onenx/schema';
import { streetKinds } from '@onenx/street/kinds';

/** The record kinds of each level, from the district down. */
export const kindsOfLevel: Readonly<Record<Level, readonly KindDefinition[]>> = {
  DISTRICT: districtKinds,
  STREET: streetKinds,
  COMMITTEE: committeeKinds,
};

/** What each level offers beyond its record kinds. */
export const extensionsOfLevel: Readonly<Record<Level, readonly LevelExtension[]>> = {
  DISTRICT: districtExtensions,
  STREET: [],
  COMMITTEE: [],
};

export const allKinds: readonly KindDefinition[] = Object.values(kindsOfLevel).flat();

/** Everything that this hub can be asked for. */
export const catalogue = Catalogue.of(allKinds);
