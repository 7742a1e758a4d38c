import { hubSdl } from '@onenx/hub';
import { levelSchema } from '@onenx/node';
import { LEVELS } from '@onenx/schema';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { catalogue, extensionsOfLevel, kindsOfLevel } from '../levels.js';
import { checkMergeable } from './check-mergeable.js';

/** What is emitted: a file's path under schema/sdl/ and its text. */
export type EmittedSchemas = ReadonlyMap<string, string>;

/** The subgraphs' SDL, the supergraph composed of them, and what each level's own server offers besides. @throws when they do not compose */
export function composeSchemas(): EmittedSchemas {
  const levels = LEVELS.map((level) => ({
    name: level.toLowerCase(),
    ...levelSchema(level, kindsOfLevel[level], extensionsOfLevel[level]),
  }));
  const hub = hubSdl(catalogue);
  const services = [{ name: 'hub', sdl: hub }, ...levels];
  const composed = composeServices(
    services.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}` })),
  );
  if (composed.supergraphSdl === undefined) {
    throw new Error(`the levels do not compose:\n${(composed.errors ?? []).map((error) => error.message).join('\n')}`);
  }
  for (const { name, sdl } of levels) checkMergeable(name, parse(sdl), parse(hub));
  return new Map([
    ...services.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ...levels.map(({ name, localSdl }) => [`contracts/${name}.graphql`, localSdl] as const),
    ['supergraph.graphql', `${composed.supergraphSdl.trim()}\n`],
  ]);
}
