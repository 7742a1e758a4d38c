import { createGateway, createHttpServer, httpService, SilentServiceError, type Service } from '@onenx/gateway';
import { Hub, NodeRegister, SilentEndpointError, type LevelEndpoint } from '@onenx/hub';
import { loadTree, NodeDatabase, shownLocation, todayInShanghai } from '@onenx/node';
import { LEVELS, OneNXError, scalars, type Level, type PlaceTree } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../levels.js';
import { placeNames } from './place-names.js';

export interface HubServerOptions {
  /** The hub's own database: a `postgres://` address or a file. */
  readonly database: string;
  readonly port: number;
  readonly host?: string;
  /** The address of the server of each level. */
  readonly levels: Readonly<Record<Level, string>>;
  /** How long a level may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
}

export interface RunningHub {
  /** Where GraphQL is. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the gateway with the hub's own subgraph in process. @throws EDITION_UNKNOWN without places, PORT_IN_USE */
export async function startHubServer(options: HubServerOptions): Promise<RunningHub> {
  const tree = await readTree(options.database);
  const levelServices = LEVELS.map((level) => ({ level, service: levelService(options, level) }));
  const endpoints = levelServices.map(({ level, service }) => endpointOf(level, service, { url: options.levels[level], tree }));
  const hub = new Hub({ tree, catalogue, endpoints, register: new NodeRegister() });
  const gateway = createGateway({
    supergraphSdl: await readFile(fileURLToPath(import.meta.resolve('@onenx/schema/sdl/supergraph.graphql')), 'utf8'),
    services: {
      hub: hubService(hub),
      ...Object.fromEntries(levelServices.map(({ level, service }) => [level.toLowerCase(), service])),
    },
    scalars: Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
    places: placeNames(tree),
  });
  try {
    const server = await createHttpServer(gateway, { port: options.port, host: options.host ?? '127.0.0.1' });
    return {
      url: server.url,
      close: async () => {
        await server.close();
        await gateway.close();
      },
    };
  } catch (error) {
    await gateway.close();
    throw error;
  }
}

async function readTree(location: string): Promise<PlaceTree> {
  const database = await NodeDatabase.open({ location, kinds: [] });
  try {
    const tree = await loadTree(database);
    if (tree.codes().length === 0) throw new OneNXError('EDITION_UNKNOWN', { found: shownLocation(location) });
    return tree;
  } finally {
    await database.close();
  }
}

function levelService({ levels, timeoutMs }: HubServerOptions, level: Level): Service {
  return httpService(levels[level], timeoutMs === undefined ? {} : { timeoutMs });
}

/** The hub gathers its parts over the same connections on which the gateway fetches records. */
function endpointOf(level: Level, service: Service, { url, tree }: { url: string; tree: PlaceTree }): LevelEndpoint {
  const codes = tree.at(todayInShanghai()).roots().map((root) => root.code).join();
  return {
    level,
    url,
    codes,
    request: async (query, variables, language) => {
      const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
      try {
        return await service({ query, variables: { ...variables }, headers, context: { id: 'parts', headers } });
      } catch (error) {
        if (error instanceof SilentServiceError) throw new SilentEndpointError(error.reason, { cause: error });
        throw error;
      }
    },
  };
}

function hubService(hub: Hub): Service {
  return async ({ query, operationName, variables, context }) => {
    const language = context.headers['accept-language'];
    const answer = await hub.execute({ query, operationName, variables, language, today: todayInShanghai(), request: context });
    return answer;
  };
}
