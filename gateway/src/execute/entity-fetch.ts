import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNodePathSegment,
} from '@graphql-hive/router-query-planner';
import type { ServiceAnswer, ServiceError } from '../route/service.js';
import type { CompileTools } from './compile-plan.js';
import { compileEntityMerge, type EntityMerge } from './entity-merge.js';
import type { Execution, Step } from './execution.js';
import { isJsonObject, type JsonObject } from './json.js';
import { mergeCopyInto, mergeInto } from './merge.js';
import { compileTable, type NewTable } from './representation-table.js';
import { compileRepresentation, type Represent } from './representations.js';
import {
  compileFinder,
  compileWalk,
  fixedPath,
  type EntityFinder,
  type EntityWalk,
  type ResponsePath,
} from './response-path.js';
import { compileRewrites, renamePath, type Rewrite } from './rewrites.js';
import { subgraphFetch, usedVariables } from './subgraph-fetch.js';
import type { TypeConditions } from './type-conditions.js';

/** One `_entities` field of a fetch: where its entities stand in the answer, and how they are represented. */
interface EntitySource {
  readonly node: EntityBatchAlias;
  readonly walks: readonly EntityWalk[];
  readonly finders: readonly EntityFinder[];
  readonly newTable: NewTable;
  readonly rewriteOutput: Rewrite | undefined;
  readonly merge: EntityMerge;
}

/** The entities of one source in one execution: `indexes[i]` is the place of `entities[i]` in the answer's list. */
interface Gathered {
  readonly source: EntitySource;
  readonly entities: JsonObject[];
  readonly indexes: number[];
}

/** A fetch for the entities at one path of the answer. */
export function compileFlatFetch(path: FlattenNodePathSegment[], node: FetchNode, tools: CompileTools): Step {
  const { requires = [], inputRewrites, outputRewrites } = node;
  const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path], requires };
  return compileSources(node, [{ ...alias, inputRewrites, outputRewrites }], tools);
}

/** A fetch for the entities at several paths, each with an `_entities` field of its own. */
export function compileBatchFetch(node: BatchFetchNode, tools: CompileTools): Step {
  return compileSources(node, node.entityBatch.aliases, tools);
}

function compileSources(
  node: FetchNode | BatchFetchNode,
  aliases: readonly EntityBatchAlias[],
  { send, types }: CompileTools,
): Step {
  const fetch = subgraphFetch(node);
  const { service } = fetch;
  const sources = aliases.map((alias): EntitySource => ({
    node: alias,
    walks: alias.paths.map((path) => compileWalk(path, types)),
    finders: alias.paths.map((path) => compileFinder(path, types)),
    newTable: compileTable(alias.requires, compileInput(alias, types)),
    rewriteOutput: compileRewrites(alias.outputRewrites, types),
    merge: alias.outputRewrites?.length ? mergeCopyInto : compileEntityMerge(fetch, alias.alias),
  }));
  const fetchPath = fixedPath(aliases[0]?.paths[0] ?? []);

  const run = async (execution: Execution, gathered: readonly Gathered[], variables: JsonObject): Promise<void> => {
    try {
      const answer = await send(fetch, variables, execution.request);
      if (answer.silent !== undefined) execution.silences.push({ cause: answer.silent, service, path: fetchPath });
      for (const cause of answer.errors ?? [])
        for (const path of errorPaths(cause, gathered, execution) ?? lostPaths(gathered, answer))
          execution.faults.push({ cause, service, path });
      for (const part of gathered) mergeEntities(part, answer, execution);
    } catch (cause) {
      for (const path of lostPaths(gathered, {})) execution.faults.push({ cause, service, path });
    }
  };

  return (execution) => {
    const variables = usedVariables(node, execution);
    const gathered = sources.map((source) => gather(source, execution, variables));
    return gathered.some(({ entities }) => entities.length > 0) ? run(execution, gathered, variables) : undefined;
  };
}

/** The representation of an entity as the planner wants it sent. */
function compileInput({ requires, inputRewrites }: EntityBatchAlias, types: TypeConditions): Represent {
  const represent = compileRepresentation(requires, types);
  const rewrite = compileRewrites(inputRewrites, types);
  if (rewrite === undefined) return represent;
  return (entity) => {
    const representation = represent(entity);
    rewrite(representation);
    return representation;
  };
}

/** Finds the source's entities and adds their representations, each once, to the fetch's variables. */
function gather(source: EntitySource, { data }: Execution, used: JsonObject): Gathered {
  const gathered: Gathered = { source, entities: [], indexes: [] };
  const table = source.newTable();
  const found: JsonObject[] = [];
  for (const find of source.finders) find(data, found);
  for (const entity of found) {
    const index = table.add(entity);
    if (index < 0) continue;
    gathered.entities.push(entity);
    gathered.indexes.push(index);
  }
  used[source.node.representationsVariableName] = table.list;
  return gathered;
}

/** Merges each entity of the answer into every place that asked for it; each place but the first gets its own copy. */
function mergeEntities({ source, entities, indexes }: Gathered, { data }: ServiceAnswer, { absent }: Execution): void {
  const list = data?.[source.node.alias];
  if (!Array.isArray(list)) return;
  source.rewriteOutput?.(list);
  const given = new Uint8Array(list.length);
  for (let position = 0; position < entities.length; position++) {
    const entity = entities[position];
    const index = indexes[position] ?? -1;
    const answered: unknown = list[index];
    if (entity === undefined) continue;
    if (answered === null) absent.add(entity);
    if (!isJsonObject(answered)) continue;
    if (given[index] === 1 || source.merge !== mergeCopyInto) source.merge(entity, answered);
    else mergeInto(entity, answered);
    given[index] = 1;
  }
}

/** Where an error of the whole fetch belongs: every path whose entities it took away, or else the first. */
function lostPaths(gathered: readonly Gathered[], { data }: ServiceAnswer): ResponsePath[] {
  const asked = gathered.filter(({ entities }) => entities.length > 0);
  const lost = asked.filter(({ source }) => !Array.isArray(data?.[source.node.alias]));
  return (lost.length === 0 ? asked.slice(0, 1) : lost).map(({ source }) => fixedPath(source.node.paths[0] ?? []));
}

/** Where in the client's answer an error of `_entities` belongs: every place of that entity. Undefined when it names none. */
function errorPaths(
  error: ServiceError,
  gathered: readonly Gathered[],
  { data }: Execution,
): ResponsePath[] | undefined {
  const [alias, index, ...rest] = error.path ?? [];
  const part = gathered.find(({ source }) => source.node.alias === alias);
  if (part === undefined || typeof index !== 'number') return undefined;
  const places = new Set(part.entities.filter((_, position) => part.indexes[position] === index));
  const tail = renamePath(rest, part.source.node.outputRewrites);
  const paths: ResponsePath[] = [];
  for (const walk of part.source.walks)
    walk(data, (entity, trail) => {
      if (places.delete(entity)) paths.push([...trail, ...tail]);
    });
  return paths.length === 0 ? undefined : paths;
}
