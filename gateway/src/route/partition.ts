import type { JsonObject } from '../execute/json.js';
import type { RoutedAnswer, SubgraphFetch } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { mergeFetch } from './merge-fetch.js';
import { ownerOf, ownersOf, partOf, type LevelFetch } from './owners.js';
import type { Endpoint } from './topology.js';
import { withCursors } from './with-cursors.js';

/** Asks one endpoint; a silent one is answered with coverage in its stead. */
export type AskEndpoint = (endpoint: Endpoint, fetch: SubgraphFetch, variables: JsonObject) => Promise<RoutedAnswer>;

/** Brings a fetch to the endpoints that own its places: unchanged to one, in parts to several; a mutation to one alone. */
export async function fetchFromOwners(
  asked: LevelFetch,
  types: TypeConditions,
  ask: AskEndpoint,
): Promise<RoutedAnswer> {
  const { fetch, variables, level, topology } = asked;
  const all = topology.endpoints(level);
  const [only] = all;
  if (only === undefined) return { data: null };
  if (all.length === 1) return ask(only, fetch, { ...variables });
  if (fetch.kind === 'mutation') return ask(ownerOf(asked), fetch, { ...variables });
  const owners = ownersOf(asked);
  const [first, ...others] = owners.endpoints;
  if (first !== undefined && others.length === 0) return ask(first, fetch, { ...variables });
  const split = splitFetch(fetch, types);
  const answers = await Promise.all(
    owners.endpoints.map(async (endpoint) => ask(endpoint, split, partOf(variables, owners, endpoint))),
  );
  return mergeFetch(asked, { owners, answers }, types);
}

const splits = new WeakMap<SubgraphFetch, SubgraphFetch>();

/** The fetch as it goes to several endpoints; made once, since a plan's fetch serves many requests. */
function splitFetch(fetch: SubgraphFetch, types: TypeConditions): SubgraphFetch {
  const known = splits.get(fetch);
  if (known !== undefined) return known;
  const made = { ...fetch, operation: withCursors(fetch.document(), types) };
  splits.set(fetch, made);
  return made;
}
