export { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http/server.js';
export type { GatewayAnswer } from './pipeline/answer-request.js';
export type { AnswerBody } from './pipeline/answer.js';
export { defaultLimits, type Limits } from './pipeline/limits.js';
export type { LoggedFault } from './pipeline/mask-errors.js';
export type { GatewayRequest, RequestOptions } from './pipeline/read-request.js';
export type { ScalarParser } from './plan/custom-scalars.js';
export { TopologyHolder, type TopologySource } from './route/topology-holder.js';
export type { Endpoint, EndpointConfig, Topology } from './route/topology.js';
export type { NodeLevel, PlaceNames } from './route/place-names.js';
export {
  SilentServiceError,
  type RequestContext,
  type Service,
  type ServiceAnswer,
  type ServiceError,
  type ServiceRequest,
  type SilentReason,
} from './route/service.js';
export type { CircuitState, CircuitStatus } from './transport/circuit-breaker.js';
export type { EndpointEvent } from './transport/endpoint-event.js';
export { endpointService, type EndpointService } from './transport/endpoint-service.js';
export { describeEndpoint, type EndpointOptions } from './transport/endpoint-settings.js';
export { httpService, type HttpServiceOptions } from './transport/http-service.js';
