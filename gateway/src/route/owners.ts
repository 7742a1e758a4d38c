import { OneNXError } from '@onenx/schema';
import { writeKey, type JsonObject } from '../execute/json.js';
import { operationOf, type SubgraphFetch } from '../execute/subgraph-fetch.js';
import {
  entitiesFields,
  placeOfField,
  placeOfRepresentation,
  placesOfChange,
  rootFields,
  type EntitiesField,
} from './fetch-places.js';
import type { NodeLevel } from './place-names.js';
import { SilentServiceError } from './service.js';
import type { Endpoint, Topology } from './topology.js';

/** A fetch to a level, and who keeps what at the moment of its request. */
export interface LevelFetch {
  readonly fetch: SubgraphFetch;
  readonly variables: Readonly<JsonObject>;
  readonly level: NodeLevel;
  readonly topology: Topology;
  /** See PlaceNames. */
  readonly heirsOf: (code: string) => readonly string[];
}

/** Whom a query is for. */
export interface Owners {
  readonly endpoints: readonly Endpoint[];
  readonly entities: readonly EntitiesField[];
  /** For each `_entities` field and endpoint, the indexes of the representations that go there. */
  readonly indexes: ReadonlyMap<EntitiesField, ReadonlyMap<Endpoint, readonly number[]>>;
}

type OwnersOfPlace = (place: string | undefined) => readonly Endpoint[];

/** A place goes to the endpoints that contain it or lie in it; what names no place goes to all of the level. */
export function ownersOf({ fetch, variables, level, topology, heirsOf }: LevelFetch): Owners {
  const operation = operationOf(fetch.document());
  const all = topology.endpoints(level);
  const of: OwnersOfPlace = (place) => {
    if (place === undefined) return all;
    // A record keeps its id when its place ends: it stays under the old code, or is by now in a successor's node.
    const heirs = heirsOf(place);
    return heirs.length === 0
      ? topology.owners(level, place)
      : [...new Set([place, ...heirs].flatMap((code) => topology.owners(level, code)))];
  };
  const entities = entitiesFields(operation, variables);
  const indexes = new Map(entities.map((field) => [field, indexesOf(field, of)] as const));
  const chosen = new Set<Endpoint>([...indexes.values()].flatMap((byEndpoint) => [...byEndpoint.keys()]));
  for (const field of rootFields(operation.selectionSet.selections)) {
    if (field.name.value !== '_entities')
      for (const endpoint of of(placeOfField(field, variables))) chosen.add(endpoint);
  }
  return { endpoints: all.filter((endpoint) => chosen.has(endpoint)), entities, indexes };
}

/**
 * The one endpoint that a mutation goes to: whose places hold every one that its fields name. @throws AMBIGUOUS_OWNER
 * when there are several, so that nothing is written twice, and as a silent level when there is none
 */
export function ownerOf({ fetch, variables, level, topology }: LevelFetch): Endpoint {
  const all = topology.endpoints(level);
  const fields = rootFields(operationOf(fetch.document()).selectionSet.selections);
  const places = new Set(fields.flatMap((field) => placesOfChange(field, variables)));
  const holders = [...places].map((place) => (place === undefined ? all : all.filter(({ holds }) => holds(place))));
  // A batch of nothing writes nothing, wherever it goes.
  const [owner, ...others] = new Set(holders.length === 0 ? all.slice(0, 1) : holders.flat());
  if (owner === undefined || holders.some((own) => own.length === 0)) throw new SilentServiceError('UNREACHABLE');
  if (others.length > 0) {
    throw new OneNXError('AMBIGUOUS_OWNER', { found: fields.map(({ name }) => name.value).join(', ') });
  }
  return owner;
}

function indexesOf(
  { representations }: EntitiesField,
  ownersOfPlace: OwnersOfPlace,
): ReadonlyMap<Endpoint, readonly number[]> {
  const indexes = new Map<Endpoint, number[]>();
  for (const [index, representation] of representations.entries()) {
    for (const endpoint of ownersOfPlace(placeOfRepresentation(representation))) {
      const known = indexes.get(endpoint);
      if (known === undefined) indexes.set(endpoint, [index]);
      else known.push(index);
    }
  }
  return indexes;
}

/** The variables of a fetch for one endpoint: of the representations, only its own. */
export function partOf(variables: Readonly<JsonObject>, { indexes }: Owners, endpoint: Endpoint): JsonObject {
  const part: JsonObject = { ...variables };
  for (const [field, byEndpoint] of indexes) {
    const own = byEndpoint.get(endpoint) ?? [];
    writeKey(
      part,
      field.variable,
      own.map((index) => field.representations[index]),
    );
  }
  return part;
}
