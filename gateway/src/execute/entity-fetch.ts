import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNodePathSegment,
} from '@graphql-hive/router-query-planner';
import type { ServiceAnswer, ServiceError } from '../route/service.js';
import type { CompileTools } from './compile-plan.js';
import type { Execution, Step } from './execution.js';
import { isJsonObject, type JsonObject } from './json.js';
import { copyValue, mergeInto } from './merge.js';
import { compileRepresentation, RepresentationTable, type Represent } from './representations.js';
import { compileWalk, fixedPath, type EntityWalk, type ResponsePath } from './response-path.js';
import { compileRewrites, renamePath, type Rewrite } from './rewrites.js';
import { subgraphFetch, usedVariables } from './subgraph-fetch.js';

/** One `_entities` field of a fetch: where its entities stand in the answer, and how they are represented. */
interface EntitySource {
  readonly node: EntityBatchAlias;
  readonly walks: readonly EntityWalk[];
  readonly represent: Represent;
  readonly rewriteInput: Rewrite | undefined;
  readonly rewriteOutput: Rewrite | undefined;
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
    represent: compileRepresentation(alias.requires, types),
    rewriteInput: compileRewrites(alias.inputRewrites, types),
    rewriteOutput: compileRewrites(alias.outputRewrites, types),
  }));
  const fetchPath = fixedPath(aliases[0]?.paths[0] ?? []);

  const run = async (execution: Execution, gathered: readonly Gathered[], variables: JsonObject): Promise<void> => {
    try {
      const answer = await send(fetch, variables, execution.request);
      if (answer.silent !== undefined) execution.silences.push({ cause: answer.silent, service, path: fetchPath });
      for (const cause of answer.errors ?? [])
        for (const path of errorPaths(cause, gathered, execution) ?? [fetchPath])
          execution.faults.push({ cause, service, path });
      for (const part of gathered) mergeEntities(part, answer, execution);
    } catch (cause) {
      execution.faults.push({ cause, service, path: fetchPath });
    }
  };

  return (execution) => {
    const variables = usedVariables(node, execution);
    const gathered = sources.map((source) => gather(source, execution, variables));
    return gathered.some(({ entities }) => entities.length > 0) ? run(execution, gathered, variables) : undefined;
  };
}

/** Finds the source's entities and adds their representations, each once, to the fetch's variables. */
function gather(source: EntitySource, { data }: Execution, used: JsonObject): Gathered {
  const gathered: Gathered = { source, entities: [], indexes: [] };
  const table = new RepresentationTable();
  const visit = (entity: JsonObject): void => {
    const representation = source.represent(entity);
    if (representation === undefined) return;
    source.rewriteInput?.(representation);
    gathered.entities.push(entity);
    gathered.indexes.push(table.add(representation));
  };
  for (const walk of source.walks) walk(data, visit);
  used[source.node.representationsVariableName] = table.list;
  return gathered;
}

/** Merges each entity of the answer into every place that asked for it; each place but the first gets its own copy. */
function mergeEntities({ source, entities, indexes }: Gathered, { data }: ServiceAnswer, { absent }: Execution): void {
  const list = data?.[source.node.alias];
  if (!Array.isArray(list)) return;
  source.rewriteOutput?.(list);
  const given = new Set<number>();
  for (const [position, entity] of entities.entries()) {
    const index = indexes[position] ?? -1;
    const answered: unknown = list[index];
    if (answered === null) absent.add(entity);
    if (!isJsonObject(answered)) continue;
    mergeInto(entity, given.has(index) ? copyValue(answered) : answered);
    given.add(index);
  }
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
