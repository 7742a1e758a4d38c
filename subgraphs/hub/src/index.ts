export { Hub, hubSdl, type HubRequest } from './hub.js';
export type { HubServices } from './context.js';
export { SilentEndpointError, type EndpointAnswer, type LevelEndpoint } from './nodes/endpoint.js';
export { NodeRegister, type KeptRegisters } from './nodes/register.js';
