import type { ServiceRequest } from '../route/service.js';

/** A request as JSON text, as GraphQL over HTTP has it. */
export function requestBody({ body, query, operationName, variables }: ServiceRequest): string {
  return body ?? JSON.stringify({ query, operationName, variables });
}
