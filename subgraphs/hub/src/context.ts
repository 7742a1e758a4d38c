import type { Catalogue, PlaceTree } from '@onenx/schema';
import type { LevelEndpoint } from './nodes/endpoint.js';
import type { Gatherer } from './nodes/gather.js';
import type { NodeRegister } from './nodes/register.js';

/** What does not change while the hub runs. */
export interface HubServices {
  readonly tree: PlaceTree;
  readonly catalogue: Catalogue;
  /** Who keeps what, as it was when the client's request began. */
  readonly endpointsOf: (request: object) => readonly LevelEndpoint[];
  /** Which registers the nodes keep, as it was when the client's request began. */
  readonly registerOf: (request: object) => NodeRegister;
}

/** What belongs to one request. */
export interface HubContext {
  readonly services: HubServices;
  readonly gatherer: Gatherer;
  readonly endpoints: readonly LevelEndpoint[];
  /** One object a client request. */
  readonly request: object;
  /** Accept-Language of the caller. */
  readonly language: string | undefined;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
}
