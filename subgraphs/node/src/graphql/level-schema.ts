import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { KindDefinition, Level } from '@onenx/schema';
import { extendSchema, parse, specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { NodeContext } from './context.js';
import { TransfersResolver } from './transfers.resolver.js';
import { ChangesResolver } from './changes.resolver.js';
import { enumOf, vocabulariesOf } from './enums.js';
import { kindResolvers } from './kind.resolver.js';
import { kindTypes } from './kind.types.js';
import type { LevelExtension } from './level-extension.js';
import { LocalResolver } from './local.resolver.js';
import { mutationResolver } from './mutation.resolver.js';
import { ParametersResolver } from './parameters.resolver.js';
import { placeTypes } from './place.types.js';
import { presentPlace, presentRecord } from './present-record.js';
import { recordInterfaces } from './record.types.js';
import { reviewResolver } from './review.resolver.js';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** The two schemas of a level: what composes into the supergraph, and what its own server offers besides. */
export interface LevelSchema {
  /** The subgraph's SDL, from which the supergraph is composed. */
  readonly sdl: string;
  /** All that the server answers: the subgraph, the level's places for its own apps, and the part contract. */
  readonly localSdl: string;
  readonly schema: GraphQLSchema;
}

interface Made {
  readonly level: Level;
  readonly extensions: readonly LevelExtension[];
  readonly schema: LevelSchema;
}

const made = new WeakMap<readonly KindDefinition[], Made[]>();
const NO_EXTENSIONS: readonly LevelExtension[] = [];

/** The schemas of a level's kinds; the same lists of kinds and extensions have the same one, for it takes a second to make. */
export function levelSchema(
  level: Level,
  kinds: readonly KindDefinition[],
  extensions: readonly LevelExtension[] = NO_EXTENSIONS,
): LevelSchema {
  const known = made.get(kinds) ?? [];
  const found = known.find((one) => one.level === level && one.extensions === extensions);
  if (found !== undefined) return found.schema;
  const schema = makeSchema(level, kinds, extensions);
  made.set(kinds, [...known, { level, extensions, schema }]);
  return schema;
}

function makeSchema(
  level: Level,
  kinds: readonly KindDefinition[],
  extensions: readonly LevelExtension[],
): LevelSchema {
  vocabulariesOf(kinds).forEach(enumOf);
  const resolvers = [...kinds.flatMap(kindResolvers), ...kinds.map(mutationResolver), reviewResolver(level, kinds)];
  const types = [...recordTypes(kinds), ...Object.values(placeTypes(level))];
  const composed = build(resolvers, types);
  const local = build([...resolvers, LocalResolver, ChangesResolver, TransfersResolver, ParametersResolver], types);
  const sdl = subgraphSdl(extended(composed, extensions));
  const localSdl = subgraphSdl(extended(local, extensions));
  const resolversMap = createResolversMap(local) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(references(kinds))) {
    resolversMap[type] = { ...resolversMap[type], __resolveReference: resolve };
  }
  for (const [type, resolvers] of extensions.flatMap((one) => Object.entries(one.resolvers))) {
    resolversMap[type] = { ...resolversMap[type], ...resolvers };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(localSdl), resolvers: resolversMap as never }]);
  return { sdl: describe(level, sdl), localSdl: describe(level, localSdl), schema };
}

type Class = new () => object;

/** Types that nothing names but an interface: type-graphql is told of them. */
function recordTypes(kinds: readonly KindDefinition[]): object[] {
  const interfaces = new Set(kinds.flatMap((kind) => kind.interfaces.map((name) => recordInterfaces[name])));
  return [...kinds.map((kind) => kindTypes(kind).record), ...interfaces];
}

function build(resolvers: readonly Class[], orphanedTypes: readonly object[]): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<Class>,
    orphanedTypes: orphanedTypes as never,
    directives: [...specifiedDirectives],
    validate: false,
    skipCheck: true,
  });
  describeRoots(schema);
  return schema;
}

/** The roots have no class that could say what they are. The hub's own SDL says the same of its root. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = '查询: what can be asked; nothing is changed by it.';
  if (mutation) mutation.description = '更改: what can be changed; a refusal is data in the payload.';
}

function extended(schema: GraphQLSchema, extensions: readonly LevelExtension[]): GraphQLSchema {
  return extensions.reduce((built, { sdl }) => extendSchema(built, parse(sdl)), schema);
}

function subgraphSdl(schema: GraphQLSchema): string {
  return `${FEDERATION}\n\n${printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\n*/m, '')}\n`;
}

function describe(level: Level, sdl: string): string {
  return `# The ${level.toLowerCase()} level. Generated by "npm run generate"; do not edit.\n${sdl}`;
}

type Reference = (reference: { code?: string; id?: string }, context: NodeContext) => unknown;

/** References batch: ids of one kind in one tick are one statement; places are held in memory. */
function references(kinds: readonly KindDefinition[]): Record<string, Reference> {
  const place: Reference = ({ code = '' }, { loaders }) => {
    const found = loaders.place(code);
    return found === undefined ? null : presentPlace(found);
  };
  const records = kinds.map((kind): [string, Reference] => [
    kind.name,
    async ({ id = '' }, { loaders }) => {
      const record = await loaders.of(kind).byId.load(id);
      return record === null ? null : presentRecord(record, kind, loaders);
    },
  ]);
  return { District: place, Street: place, Committee: place, ...Object.fromEntries(records) };
}
