import type { LevelExtension } from '@onenx/node';
import { districtKinds } from './kinds.js';
import { partyExtension } from './party/party.extension.js';
import { vitalSignsResolvers } from './vital-signs/vital-signs.resolvers.js';
import { vitalSignsSdl } from './vital-signs/vital-signs.sdl.js';

/** What a district's node offers beyond its record kinds. */
export const districtExtensions: readonly LevelExtension[] = [
  { sdl: vitalSignsSdl, resolvers: vitalSignsResolvers },
  partyExtension(districtKinds),
];
