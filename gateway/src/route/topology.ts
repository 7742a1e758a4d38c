import {
  codeSetMatcher,
  contains,
  formatCodeSet,
  OneNXError,
  parseCodeSet,
  type CodeSet,
  type CodeSetMatcher,
  type DivisionCode,
} from '@onenx/schema';
import type { NodeLevel } from './place-names.js';
import type { Service } from './service.js';

/** An address that serves nodes of one level, as it is configured: `codes` are the places that it keeps. */
export interface EndpointConfig {
  readonly level: NodeLevel;
  readonly url: string;
  readonly codes: string;
}

/** An endpoint with what it answers for once the more specific endpoints have taken theirs. */
export interface Endpoint {
  readonly level: NodeLevel;
  readonly url: string;
  /** The header x-onenx-codes of every request to it: `310105,-310105009`. */
  readonly codes: string;
  readonly holds: CodeSetMatcher;
  readonly service: Service;
  /** Where its set of codes begins or ends: with these, a wider place can be seen to reach into it. */
  readonly boundaries: readonly DivisionCode[];
}

/** Who keeps what, at one moment. A request sees one topology from its beginning to its end. */
export interface Topology {
  /** The endpoints of a level, in the order of their configuration. */
  endpoints(level: NodeLevel): readonly Endpoint[];
  /** Those that contain the place, or lie in it. */
  owners(level: NodeLevel, place: DivisionCode): readonly Endpoint[];
}

/**
 * The topology of a configuration: the most specific endpoint of a place has it, and the wider ones are told to leave it
 * out, so that no record counts twice. @throws AMBIGUOUS_OWNER when two endpoints of a level name the same place.
 */
export function createTopology(
  configs: readonly EndpointConfig[],
  serviceOf: (config: EndpointConfig) => Service,
): Topology {
  const byLevel = Map.groupBy(configs, ({ level }) => level);
  const endpoints = new Map(
    [...byLevel].map(([level, ofLevel]) => [
      level,
      // An endpoint that more specific ones have left nothing is asked for nothing.
      ofLevel.map((config) => endpointOf(config, ofLevel, serviceOf(config))).filter(({ codes }) => codes !== ''),
    ]),
  );
  const ofLevel = (level: NodeLevel): readonly Endpoint[] => endpoints.get(level) ?? [];
  return {
    endpoints: ofLevel,
    owners: (level, place) => ofLevel(level).filter((endpoint) => reaches(endpoint, place)),
  };
}

function endpointOf(config: EndpointConfig, others: readonly EndpointConfig[], service: Service): Endpoint {
  const own = parseCodeSet(config.codes);
  const set = without(
    own,
    others.filter((other) => other !== config).map((other) => parseCodeSet(other.codes)),
  );
  const { level, url } = config;
  return {
    level,
    url,
    codes: formatCodeSet(set),
    holds: codeSetMatcher(set),
    service,
    boundaries: [...set.includes, ...set.excludes],
  };
}

/** The most specific wins: what another endpoint names within ours is its own. */
function without(own: CodeSet, others: readonly CodeSet[]): CodeSet {
  const holds = codeSetMatcher(own);
  const taken = others.flatMap((other) => other.includes).filter((code) => holds(code));
  const twice = taken.find((code) => own.includes.includes(code));
  if (twice !== undefined) throw new OneNXError('AMBIGUOUS_OWNER', { found: twice });
  return { includes: own.includes, excludes: [...new Set([...own.excludes, ...taken])] };
}

/** Whether the endpoint keeps the place, a place above it, or places within it. */
function reaches({ holds, boundaries }: Endpoint, place: DivisionCode): boolean {
  return holds(place) || boundaries.some((code) => holds(code) && contains(place, code));
}
