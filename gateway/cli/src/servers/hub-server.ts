import {
  createGateway,
  createHttpServer,
  httpService,
  SilentServiceError,
  TopologyHolder,
  type Endpoint,
  type EndpointConfig,
  type RequestContext,
  type Service,
} from '@onenx/gateway';
import { Hub, NodeRegister, SilentEndpointError, type LevelEndpoint } from '@onenx/hub';
import { CODES_HEADER, loadTree, NodeDatabase, shownLocation, todayInShanghai } from '@onenx/node';
import { LEVELS, OneNXError, scalars, type Level, type PlaceTree } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../levels.js';
import { followTopology } from '../topology/follow-topology.js';
import { readTopology } from '../topology/read-topology.js';
import { placeNames } from './place-names.js';

export interface HubServerOptions {
  /** The hub's own database: a `postgres://` address or a file. */
  readonly database: string;
  readonly port: number;
  readonly host?: string;
  /** Where the levels are: one address each for the whole district, or the file of a topology, which is followed. */
  readonly levels: Readonly<Record<Level, string>> | { readonly topology: string };
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
  const { topology, unfollow } = await topologyOf(options, tree);
  const endpointsOf = hubEndpoints(topology);
  const hub = new Hub({ tree, catalogue, endpointsOf, register: new NodeRegister() });
  const gateway = createGateway({
    supergraphSdl: await readFile(fileURLToPath(import.meta.resolve('@onenx/schema/sdl/supergraph.graphql')), 'utf8'),
    services: { hub: hubService(hub) },
    topology,
    scalars: Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
    places: placeNames(tree),
  });
  const close = async (): Promise<void> => {
    unfollow();
    await gateway.close();
  };
  try {
    const server = await createHttpServer(gateway, { port: options.port, host: options.host ?? '127.0.0.1' });
    return {
      url: server.url,
      close: async () => {
        await server.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Followed {
  readonly topology: TopologyHolder;
  readonly unfollow: () => void;
}

async function topologyOf({ levels, timeoutMs }: HubServerOptions, tree: PlaceTree): Promise<Followed> {
  const connect = ({ url }: EndpointConfig): Service => httpService(url, timeoutMs === undefined ? {} : { timeoutMs });
  if (!('topology' in levels)) {
    const roots = tree.at(todayInShanghai()).roots();
    const codes = roots.map((root) => root.code).join();
    const configs = LEVELS.map((level) => ({ level, url: levels[level], codes }));
    return { topology: new TopologyHolder(configs, connect), unfollow: () => undefined };
  }
  const file = levels.topology;
  const read = async (): Promise<EndpointConfig[]> => readTopology(file, tree);
  const topology = new TopologyHolder(await read(), connect);
  return { topology, unfollow: followTopology(file, topology, read) };
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

/** The hub gathers its parts from the endpoints, and over the connections, from which the gateway fetches records. */
function hubEndpoints(topology: TopologyHolder): (request: object) => readonly LevelEndpoint[] {
  const made = new WeakMap<Endpoint, LevelEndpoint>();
  const endpointOf = (endpoint: Endpoint): LevelEndpoint => {
    const known = made.get(endpoint);
    if (known !== undefined) return known;
    const adapted = levelEndpoint(endpoint);
    made.set(endpoint, adapted);
    return adapted;
  };
  return (request) => {
    const now = topology.at(request as RequestContext);
    return LEVELS.flatMap((level) => now.endpoints(level).map(endpointOf));
  };
}

function levelEndpoint({ level, url, codes, service }: Endpoint): LevelEndpoint {
  return {
    level,
    url,
    codes,
    request: async (query, variables, language) => {
      const headers: Record<string, string> = { [CODES_HEADER]: codes };
      if (language !== undefined) headers['accept-language'] = language;
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
