export { Hub, hubSdl, type HubRequest } from './hub.js';
export type { HubServices } from './context.js';
export { SilentEndpointError, type EndpointAnswer, type LevelEndpoint } from './nodes/endpoint.js';
export { EVERY_KIND, NodeRegister, type RegisterEntry } from './nodes/register.js';
