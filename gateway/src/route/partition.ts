import { OneNXError } from '@onenx/schema';
import { getNamedType, isObjectType, Kind, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import type { SelectionScope } from '../execute/collect-fields.js';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from '../execute/json.js';
import { operationOf, type RoutedAnswer, type SubgraphFetch } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { entitiesFields, placeOfField, placeOfRepresentation, rootFields, type EntitiesField } from './fetch-places.js';
import { mergeObjects } from './merge-answers.js';
import type { NodeLevel } from './place-names.js';
import type { Endpoint, Topology } from './topology.js';
import { withCursors } from './with-cursors.js';

/** A fetch to a level, and who keeps what at the moment of its request. */
export interface LevelFetch {
  readonly fetch: SubgraphFetch;
  readonly variables: Readonly<JsonObject>;
  readonly level: NodeLevel;
  readonly topology: Topology;
}

/** Asks one endpoint; a silent one is answered with coverage in its stead. */
export type AskEndpoint = (endpoint: Endpoint, fetch: SubgraphFetch, variables: JsonObject) => Promise<RoutedAnswer>;

/** Brings a fetch to the endpoints that own its places: unchanged to one, in parts to several. */
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
  const owners = ownersOf(asked);
  if (owners.endpoints.length === 1) return ask(owners.endpoints[0] ?? only, fetch, { ...variables });
  if (fetch.kind === 'mutation') throw new OneNXError('AMBIGUOUS_OWNER', { found: fetch.operationName ?? 'mutation' });
  const split = splitFetch(fetch, types);
  const answers = await Promise.all(
    owners.endpoints.map(async (endpoint) => ask(endpoint, split, partOf(variables, owners, endpoint))),
  );
  return mergeAnswers(asked, types, { owners, answers });
}

interface Owners {
  readonly endpoints: readonly Endpoint[];
  readonly entities: readonly EntitiesField[];
  /** For each `_entities` field and endpoint, the indexes of the representations that go there. */
  readonly indexes: ReadonlyMap<EntitiesField, ReadonlyMap<Endpoint, readonly number[]>>;
}

/** A place goes to the endpoints that contain it or lie in it; what names no place goes to all of the level. */
function ownersOf({ fetch, variables, level, topology }: LevelFetch): Owners {
  const operation = operationOf(fetch.document());
  const of = (place: string | undefined): readonly Endpoint[] =>
    place === undefined ? topology.endpoints(level) : topology.owners(level, place);
  const entities = entitiesFields(operation, variables);
  const indexes = new Map(entities.map((field) => [field, indexesOf(field, of)] as const));
  const chosen = new Set<Endpoint>([...indexes.values()].flatMap((byEndpoint) => [...byEndpoint.keys()]));
  for (const field of rootFields(operation.selectionSet.selections)) {
    if (field.name.value !== '_entities')
      for (const endpoint of of(placeOfField(field, variables))) chosen.add(endpoint);
  }
  const endpoints = topology.endpoints(level).filter((endpoint) => chosen.has(endpoint));
  return { endpoints, entities, indexes };
}

function indexesOf(
  { representations }: EntitiesField,
  ownersOfPlace: (place: string | undefined) => readonly Endpoint[],
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
function partOf(variables: Readonly<JsonObject>, { indexes }: Owners, endpoint: Endpoint): JsonObject {
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

const split = new WeakMap<SubgraphFetch, SubgraphFetch>();

function splitFetch(fetch: SubgraphFetch, types: TypeConditions): SubgraphFetch {
  const known = split.get(fetch);
  if (known !== undefined) return known;
  const isConnection = (field: FieldNode, parent: string | undefined): boolean => {
    const type = types.schema.getType(parent ?? '') ?? types.schema.getQueryType();
    const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    const named = definition === undefined ? undefined : getNamedType(definition.type);
    return isObjectType(named) && named.name.endsWith('Connection') && named.getFields()['coverage'] !== undefined;
  };
  const made = { ...fetch, operation: withCursors(fetch.document(), isConnection) };
  split.set(fetch, made);
  return made;
}

interface Answered {
  readonly owners: Owners;
  readonly answers: readonly RoutedAnswer[];
}

function mergeAnswers(
  { fetch, variables }: LevelFetch,
  types: TypeConditions,
  { owners, answers }: Answered,
): RoutedAnswer {
  const document = fetch.document();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const scope: SelectionScope = { fragments, types, variables };
  const { selectionSet } = operationOf(document);
  const objects = answers.map(({ data }) => data ?? {});
  const data = mergeObjects(types.schema.getQueryType() ?? undefined, [selectionSet], { answers: objects, scope });
  for (const field of owners.entities)
    writeKey(data, field.key, mergeEntities(field, { owners, answers }, { scope, selectionSet }));
  const errors = answers.flatMap((answer, i) =>
    (answer.errors ?? []).map((error) => ({ ...error, path: inWhole(error.path, owners, i) })),
  );
  const silent = answers.find((answer) => answer.silent !== undefined)?.silent;
  return { data, ...(errors.length > 0 && { errors }), ...(silent !== undefined && { silent }) };
}

/** Each representation's answers, from wherever they came, in the order in which it was asked for. */
function mergeEntities(
  field: EntitiesField,
  { owners, answers }: Answered,
  { scope, selectionSet }: { scope: SelectionScope; selectionSet: ReturnType<typeof operationOf>['selectionSet'] },
): (JsonObject | null)[] {
  const given: JsonObject[][] = field.representations.map(() => []);
  for (const [i, endpoint] of owners.endpoints.entries()) {
    const list = readKey(answers[i]?.data ?? {}, field.key);
    if (!Array.isArray(list)) continue;
    for (const [position, index] of (owners.indexes.get(field)?.get(endpoint) ?? []).entries()) {
      const entity: unknown = list[position];
      if (isJsonObject(entity)) given[index]?.push(entity);
    }
  }
  const node = rootFields(selectionSet.selections).find((one) => (one.alias?.value ?? one.name.value) === field.key);
  const sets = node?.selectionSet === undefined ? [] : [node.selectionSet];
  return given.map((objects, index) => {
    if (objects.length === 0) return null;
    const typename = typenameOf(field.representations[index] ?? {}) ?? '';
    return mergeObjects(scope.types.schema.getType(typename), sets, { answers: objects, scope });
  });
}

/** An error's path in the whole fetch: the index of an entity is that of the whole list again. */
function inWhole(
  path: readonly (string | number)[] | undefined,
  owners: Owners,
  answer: number,
): readonly (string | number)[] | undefined {
  const [key, position, ...rest] = path ?? [];
  const field = owners.entities.find((one) => one.key === key);
  const endpoint = owners.endpoints[answer];
  if (field === undefined || typeof position !== 'number' || endpoint === undefined) return path;
  const index = owners.indexes.get(field)?.get(endpoint)?.[position];
  return index === undefined ? path : [field.key, index, ...rest];
}
