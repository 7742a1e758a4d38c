import { buildSubgraphSchema } from '@apollo/subgraph';
import { scalars, type Catalogue, type KindDefinition } from '@onenx/schema';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { catalogueQueries } from './catalogue/catalogue.resolvers.js';
import type { HubContext, HubServices } from './context.js';
import { compileOperation, type CompiledOperation } from './execute/compile-operation.js';
import { Gatherer } from './nodes/gather.js';
import { nodeQueries } from './nodes/node.resolvers.js';
import { StrayCodes } from './nodes/stray-codes.js';
import { placeQueries, placeTypes } from './places/place.resolvers.js';
import { rollupQueries } from './rollup/rollup.resolvers.js';
import { transferQueries } from './transfers/transfer.resolvers.js';

export interface HubRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly language?: string | undefined;
  readonly today: string;
  /** One object a client request: all its fetches gather their parts together, and the same part is asked for once. */
  readonly request: object;
}

interface KnownOperation {
  readonly document: DocumentNode;
  /** The name with which it was asked first, and how it runs under that name; undefined when only graphql-js can. */
  readonly operationName: string | undefined;
  readonly run: CompiledOperation | undefined;
}

/** The hub's own subgraph: places, nodes, roll-ups, the catalogue. */
export class Hub {
  readonly schema: GraphQLSchema;
  private readonly operations = new Map<string, KnownOperation>();
  private readonly gatherers = new WeakMap<object, Gatherer>();
  private readonly strays: StrayCodes;

  constructor(private readonly services: HubServices) {
    this.strays = new StrayCodes(services.tree);
    this.schema = hubSchema(services.catalogue);
  }

  async execute({ query, operationName, variables, language, today, request }: HubRequest): Promise<ExecutionResult> {
    const known = this.operation(query, operationName);
    if (!('document' in known)) return { errors: known };
    const contextValue = this.context({ request, language, today });
    const { document, run } = known;
    if (run !== undefined && known.operationName === operationName) {
      try {
        return { data: (await run(variables ?? {}, contextValue)) as ExecutionResult['data'] };
      } catch {
        // graphql-js says what went wrong, and where; the parts are gathered already.
      }
    }
    return execute({ schema: this.schema, document, contextValue, variableValues: variables, operationName });
  }

  /** What a request's resolvers share; for a server that executes the schema itself. */
  context({ request, language, today }: Pick<HubRequest, 'request' | 'language' | 'today'>): HubContext {
    const { services } = this;
    return {
      services,
      endpoints: services.endpointsOf(request),
      gatherer: this.gatherer(request, language),
      request,
      language,
      today,
    };
  }

  private gatherer(request: object, language: string | undefined): Gatherer {
    const known = this.gatherers.get(request);
    if (known) return known;
    const gatherer = new Gatherer(this.services.endpointsOf(request), { language, request }, this.strays);
    this.gatherers.set(request, gatherer);
    return gatherer;
  }

  /** The planner asks the same few documents again and again. */
  private operation(query: string, operationName: string | undefined): KnownOperation | readonly GraphQLError[] {
    const known = this.operations.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const errors = validate(this.schema, document);
    if (errors.length > 0) return errors;
    if (this.operations.size >= 500) this.operations.clear();
    const run = compileOperation(this.schema, document, operationName);
    const operation = { document, operationName, run };
    this.operations.set(query, operation);
    return operation;
  }
}

/** The hub's SDL for composition: the written file, and a stub of every record kind, which its level completes. */
export function hubSdl(catalogue: Catalogue): string {
  return `${readFileSync(new URL('../hub.graphql', import.meta.url), 'utf8')}\n${[...catalogue.kinds.values()].map(stub).join('\n')}`;
}

function stub(kind: KindDefinition): string {
  return `"${kind.zh}: ${kind.en}."\ntype ${kind.name} implements Node @key(fields: "id", resolvable: false) {\n  "记录标识"\n  id: ID!\n}\n`;
}

function hubSchema(catalogue: Catalogue): GraphQLSchema {
  const resolvers = {
    Query: { ...placeQueries, ...rollupQueries, ...transferQueries, ...nodeQueries, ...catalogueQueries },
    ...placeTypes,
    Node: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    ...Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
  };
  return buildSubgraphSchema([
    { typeDefs: parse(hubSdl(catalogue)), resolvers: withoutUnused(resolvers, catalogue) as never },
  ]);
}

/** Scalars of the levels that the hub does not use (Fen) have no place in its schema. */
function withoutUnused(resolvers: Record<string, unknown>, catalogue: Catalogue): Record<string, unknown> {
  const sdl = hubSdl(catalogue);
  const isUsed = (name: string): boolean =>
    !scalars.some((scalar) => scalar.name === name) || sdl.includes(`scalar ${name}`);
  return Object.fromEntries(Object.entries(resolvers).filter(([name]) => isUsed(name)));
}
