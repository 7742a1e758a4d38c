import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { TypeConditions } from './execute/type-conditions.js';
import { answerRequest, type GatewayAnswer } from './pipeline/answer-request.js';
import { defaultLimits, type Limits } from './pipeline/limits.js';
import { logFault, type LoggedFault } from './pipeline/mask-errors.js';
import { Operations } from './pipeline/operations.js';
import { PersistedQueries } from './pipeline/persisted-queries.js';
import type { GatewayRequest, RequestOptions } from './pipeline/read-request.js';
import { clientSchema } from './plan/client-schema.js';
import type { ScalarParser } from './plan/custom-scalars.js';
import { Planner } from './plan/planner.js';
import { subgraphNames } from './plan/subgraph-names.js';
import { levelOf, type PlaceNames } from './route/place-names.js';
import { createRouter } from './route/router.js';
import type { Service } from './route/service.js';
import type { TopologySource } from './route/topology-holder.js';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** By the subgraph's name in the supergraph, in lower case; each must be there. */
  readonly services: Readonly<Record<string, Service>>;
  /** Parsers of the supergraph's custom scalars, by name. */
  readonly scalars?: Readonly<Record<string, ScalarParser>>;
  /** With it, a silent level is coverage in the answer; without it, an error LEVEL_SILENT. */
  readonly places?: PlaceNames;
  /** Who keeps what: with it the levels need no service, their fetches go to the endpoints that own their places. */
  readonly topology?: TopologySource;
  /** Headers of the client, in lower case, that services see beside the usual ones. */
  readonly forwardHeaders?: readonly string[];
  /** How long a request may take in all, in milliseconds; what has not come by then is silent. Default 30 000. */
  readonly requestMs?: number;
  readonly limits?: Partial<Limits>;
  /** Whether clients may ask for the schema; `__typename` is always answered. Default true. */
  readonly introspection?: boolean;
  /** The codes that a service is to answer for, sent as the header x-onenx-codes. */
  readonly codesFor?: (service: string) => string | undefined;
  /** Takes the faults whose details clients do not see. Default: the standard error output. */
  readonly log?: (fault: LoggedFault) => void;
}

export interface Gateway {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Answers a request. It never rejects: whatever fails is in the answer. */
  execute(request: GatewayRequest, options?: RequestOptions): Promise<GatewayAnswer>;
  /** Closes the services. */
  close(): Promise<void>;
}

/** A gateway over a supergraph. Throws when the supergraph cannot be read or a service is missing. */
export function createGateway(options: GatewayOptions): Gateway {
  const { supergraphSdl, log = logFault, requestMs = 30_000, introspection = true } = options;
  const services = servicesOf(options);
  const planner = new Planner(supergraphSdl);
  const schema = clientSchema(planner.clientSdl, options.scalars ?? {});
  const limits = { ...defaultLimits, ...options.limits };
  const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const types = new TypeConditions(supergraph);
  const send = createRouter({
    services,
    types,
    places: options.places,
    topology: options.topology,
    forwardHeaders: options.forwardHeaders,
    codesFor: options.codesFor,
  });
  const reading = { schema, isIntrospectionOpen: introspection };
  const operations = new Operations({ ...reading, planner, compile: { types, send } }, limits);
  const persisted = new PersistedQueries(limits.persistedQueries);

  const tools = { schema, operations, persisted, log, requestMs };
  return {
    schema,
    execute: (request, how = {}) => answerRequest(request, how, tools),
    close: async () => {
      for (const service of services.values()) await service.close?.();
      await options.topology?.close();
      planner.close();
    },
  };
}

function servicesOf({ supergraphSdl, services, topology }: GatewayOptions): Map<string, Service> {
  const found = new Map<string, Service>();
  for (const name of subgraphNames(supergraphSdl)) {
    const service = services[name.toLowerCase()];
    if (service === undefined && topology !== undefined && levelOf(name.toLowerCase()) !== undefined) continue;
    if (service === undefined)
      throw new Error(`The supergraph has the subgraph "${name}", but no service of that name was given.`);
    found.set(name, service);
  }
  return found;
}
