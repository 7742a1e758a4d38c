import type { Level, MissingNodeReason } from '@onenx/schema';

/** A GraphQL answer of a level's server. */
export interface EndpointAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** The hub's way to an address that serves nodes of one level; the gateway hands it over. */
export interface LevelEndpoint {
  readonly level: Level;
  readonly url: string;
  /** The places whose nodes it serves, as a code set. */
  readonly codes: string;
  /** @throws SilentEndpointError when it does not answer. */
  request(query: string, variables: Readonly<Record<string, unknown>>, language: string | undefined): Promise<EndpointAnswer>;
}

/** An endpoint that gave no usable answer: that is coverage, not an error of the request. */
export class SilentEndpointError extends Error {
  override readonly name = 'SilentEndpointError';

  constructor(
    readonly reason: Extract<MissingNodeReason, 'UNREACHABLE' | 'TIMEOUT' | 'SCHEMA'>,
    options?: ErrorOptions,
  ) {
    super(`the endpoint is silent: ${reason}`, options);
  }
}
