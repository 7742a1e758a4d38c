import { endpointService, TopologyHolder, type EndpointConfig, type Service } from '@onenx/gateway';
import { Hub } from '@onenx/hub';
import { loadTree, NodeDatabase, shownLocation, todayInShanghai } from '@onenx/node';
import { LEVELS, OneNXError, type Level, type PlaceTree } from '@onenx/schema';
import { catalogue } from '../levels.js';
import { FollowedRegister } from '../registers/followed-register.js';
import { registerEntry } from '../registers/register-entry.kind.js';
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
  /** Ends the following of what may change while the hub serves. */
  readonly unfollow: () => Promise<void>;
}

/** @throws EDITION_UNKNOWN without places; what `readTopology` throws */
export async function prepareHub(options: HubOptions): Promise<PreparedHub> {
  const database = await NodeDatabase.open({ location: options.database, kinds: [registerEntry] });
  try {
    return await prepareOver(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function prepareOver(database: NodeDatabase, options: HubOptions): Promise<PreparedHub> {
  const tree = await readTree(database, options.database);
  const read = await FollowedRegister.read(database, tree);
  const { topology, unfollow } = await topologyOf(options, tree);
  const register = read.follow();
  const hub = new Hub({
    tree,
    catalogue,
    endpointsOf: hubEndpoints(topology),
    registerOf: (request) => register.of(request),
  });
  return {
    hub,
    tree,
    topology,
    unfollow: async () => {
      unfollow();
      await register.close();
    },
  };
}

interface Followed {
  readonly topology: TopologyHolder;
  readonly unfollow: () => void;
}

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

async function readTree(database: NodeDatabase, location: string): Promise<PlaceTree> {
  const tree = await loadTree(database);
  if (tree.codes().length === 0) throw new OneNXError('EDITION_UNKNOWN', { found: shownLocation(location) });
  return tree;
}
