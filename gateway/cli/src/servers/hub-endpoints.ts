import { SilentServiceError, type Endpoint, type RequestContext, type TopologyHolder } from '@onenx/gateway';
import { SilentEndpointError, type LevelEndpoint } from '@onenx/hub';
import { CODES_HEADER } from '@onenx/node';
import { LEVELS } from '@onenx/schema';

/** The hub gathers its parts from the endpoints, and over the connections, from which the gateway fetches records. */
export function hubEndpoints(topology: TopologyHolder): (request: object) => readonly LevelEndpoint[] {
  const made = new WeakMap<Endpoint, LevelEndpoint>();
  const endpointOf = (endpoint: Endpoint): LevelEndpoint => {
    const known = made.get(endpoint);
    if (known !== undefined) return known;
    const adapted = levelEndpoint(endpoint);
    made.set(endpoint, adapted);
    return adapted;
  };
  return (request) => {
    const now = topology.at(request as RequestContext);
    return LEVELS.flatMap((level) => now.endpoints(level).map(endpointOf));
  };
}

function levelEndpoint({ level, url, codes, service }: Endpoint): LevelEndpoint {
  return {
    level,
    url,
    codes,
    request: async ({ query, variables, language, request }) => {
      const headers: Record<string, string> = { [CODES_HEADER]: codes };
      if (language !== undefined) headers['accept-language'] = language;
      const context = request as RequestContext;
      const { signal } = context;
      try {
        return await service({ query, variables: { ...variables }, headers, context, ...(signal && { signal }) });
      } catch (error) {
        if (error instanceof SilentServiceError) throw new SilentEndpointError(error.reason, { cause: error });
        throw error;
      }
    },
  };
}
