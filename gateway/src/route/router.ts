import type { RoutedAnswer, Send, SubgraphFetch } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { fetchFromOwners } from './partition.js';
import { levelOf, type NodeLevel, type PlaceNames } from './place-names.js';
import { SilentServiceError, type RequestContext, type Service } from './service.js';
import { silentAnswer } from './silent.js';
import type { Endpoint } from './topology.js';
import type { TopologySource } from './topology-holder.js';

export interface RouterOptions {
  /** By the subgraph's name. */
  readonly services: ReadonlyMap<string, Service>;
  readonly types: TypeConditions;
  /** With it a silent level is coverage; without it, an error. */
  readonly places?: PlaceNames;
  /** With it a level's fetches go to the endpoints that own their places, whatever `services` has for the level. */
  readonly topology?: TopologySource;
  /** Headers of the client, in lower case, that services see beside the usual ones. */
  readonly forwardHeaders?: readonly string[];
  /** The division codes that a service answers for, as the header x-onenx-codes has them. */
  readonly codesFor?: (service: string) => string | undefined;
}

/** Where one fetch goes: a service, the codes it is told to answer for, and the part of the level that is lost with it. */
interface Target {
  readonly service: Service;
  readonly codes: string | undefined;
  readonly level: NodeLevel | undefined;
  readonly holds: (code: string) => boolean;
}

/**
 * Brings each fetch to its service, or to the endpoints of its level that own its places. A query to a level that is silent
 * is answered with coverage in its stead; a mutation never is: the caller must learn that nothing was written.
 */
export function createRouter(options: RouterOptions): Send {
  const { services, types, codesFor, topology, places } = options;
  const heirsOf = (code: string): readonly string[] => places?.heirsOf?.(code) ?? [];
  const ask = createAsk(options);
  return async (fetch, variables, context) => {
    const level = levelOf(fetch.service);
    if (level !== undefined && topology !== undefined) {
      const asked = { fetch, variables, level, topology: topology.at(context), heirsOf };
      return fetchFromOwners(asked, types, async (endpoint, part, own) =>
        ask(ofEndpoint(endpoint), { fetch: part, variables: own }, context),
      );
    }
    const service = services.get(fetch.service);
    if (service === undefined) throw new TypeError(`There is no service "${fetch.service}".`);
    const target = { service, codes: codesFor?.(fetch.service), level, holds: () => true };
    return ask(target, { fetch, variables }, context);
  };
}

function ofEndpoint({ service, codes, level, holds }: Endpoint): Target {
  return { service, codes, level, holds };
}

interface Part {
  readonly fetch: SubgraphFetch;
  readonly variables: Record<string, unknown>;
}

function createAsk({ types, places, forwardHeaders }: RouterOptions) {
  return async (target: Target, { fetch, variables }: Part, context: RequestContext): Promise<RoutedAnswer> => {
    const { operation: query, operationName } = fetch;
    const headers = forwardedHeaders(context, target.codes, forwardHeaders);
    try {
      return await target.service({ query, operationName, variables, headers, signal: context.signal, context });
    } catch (error) {
      if (!(error instanceof SilentServiceError)) throw error;
      const { level } = target;
      if (level === undefined || places === undefined || fetch.kind !== 'query') throw error;
      return silentAnswer({ fetch, variables, level, error }, { types, places: within(places, target) });
    }
  };
}

/** What is lost with an endpoint is its own nodes, not the level's others. */
function within(places: PlaceNames, { holds }: Target): PlaceNames {
  return { nodesOf: (level, scope) => places.nodesOf(level, scope).filter(({ code }) => holds(code)) };
}
