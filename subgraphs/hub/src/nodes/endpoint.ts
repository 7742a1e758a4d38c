import type { Level, MissingNodeReason } from '@onenx/schema';

/** A GraphQL answer of a level's server. */
export interface EndpointAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

export interface EndpointRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Accept-Language of the caller. */
  readonly language: string | undefined;
  /** The client's request for which this is asked: with it goes its deadline, and its end when the client has gone. */
  readonly request: object;
}

/** The hub's way to an address that serves nodes of one level; the gateway hands it over. */
export interface LevelEndpoint {
  readonly level: Level;
  readonly url: string;
  /** The places whose nodes it serves, as a code set. */
  readonly codes: string;
  /** @throws SilentEndpointError when it does not answer. */
  request(asked: EndpointRequest): Promise<EndpointAnswer>;
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
