import { endpointService, TopologyHolder, type EndpointConfig, type Service } from '@onenx/gateway';
import { Hub, NodeRegister } from '@onenx/hub';
import { loadTree, NodeDatabase, shownLocation, todayInShanghai } from '@onenx/node';
import { LEVELS, OneNXError, type Level, type PlaceTree } from '@onenx/schema';
import { catalogue } from '../levels.js';
import { followTopology } from '../topology/follow-topology.js';
import { readTopology } from '../topology/read-topology.js';
import { hubEndpoints } from './hub-endpoints.js';

export interface HubOptions {
  /** The hub's own database: a `postgres://` address or a file. */
  readonly database: string;
  /** Where the levels are: one address each for the whole district, or the file of a topology, which is followed. */
  readonly levels: Readonly<Record<Level, string>> | { readonly topology: string };
  /** How long a level may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A hub that knows its places and its way to the nodes, not yet served. */
export interface PreparedHub {
  readonly hub: Hub;
  readonly tree: PlaceTree;
  readonly topology: TopologyHolder;
  readonly unfollow: () => void;
}

/** @throws EDITION_UNKNOWN without places; what `readTopology` throws */
export async function prepareHub(options: HubOptions): Promise<PreparedHub> {
  const tree = await readTree(options.database);
  const { topology, unfollow } = await topologyOf(options, tree);
  const hub = new Hub({ tree, catalogue, endpointsOf: hubEndpoints(topology), register: new NodeRegister() });
  return { hub, tree, topology, unfollow };
}

type Followed = Pick<PreparedHub, 'topology' | 'unfollow'>;

async function topologyOf({ levels, timeoutMs }: HubOptions, tree: PlaceTree): Promise<Followed> {
  const connect = ({ url }: EndpointConfig): Service => endpointService(url, { timeoutMs });
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
