import type { Send } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { levelOf, type PlaceNames } from './place-names.js';
import { SilentServiceError, type Service } from './service.js';
import { silentAnswer } from './silent.js';

export interface RouterOptions {
  /** By the subgraph's name. */
  readonly services: ReadonlyMap<string, Service>;
  readonly types: TypeConditions;
  /** With it a silent level is coverage; without it, an error. */
  readonly places?: PlaceNames;
  /** The division codes that a service answers for, as the header x-onenx-codes has them. */
  readonly codesFor?: (service: string) => string | undefined;
  readonly log: (fault: { service: string; cause: unknown }) => void;
}

/**
 * Brings each fetch to its service. A query to a level that is silent is answered with coverage in its stead; a mutation
 * never is: the caller must learn that nothing was written.
 */
export function createRouter({ services, types, places, codesFor, log }: RouterOptions): Send {
  return async (fetch, variables, context) => {
    const service = services.get(fetch.service);
    if (service === undefined) throw new TypeError(`There is no service "${fetch.service}".`);
    const { operation: query, operationName } = fetch;
    const headers = forwardedHeaders(context, codesFor?.(fetch.service));
    try {
      return await service({ query, operationName, variables, headers, signal: context.signal, context });
    } catch (error) {
      if (!(error instanceof SilentServiceError)) throw error;
      // The others pass by themselves; this one needs somebody to mend it.
      if (error.reason === 'SCHEMA') log({ service: fetch.service, cause: error.cause ?? error });
      const level = levelOf(fetch.service);
      if (level === undefined || places === undefined || fetch.kind !== 'query') throw error;
      return silentAnswer({ fetch, variables, level, error }, { types, places });
    }
  };
}
