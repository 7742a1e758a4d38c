import type { Service, ServiceRequest } from '../route/service.js';
import { decorate } from './decorate.js';
import { Flight } from './flight.js';
import { isQuery } from './operation-kind.js';
import { requestBody } from './request-body.js';

/** Headers that only name a request: two that differ in nothing else are the same question. */
const NAMES_OF_REQUEST = new Set(['x-request-id', 'traceparent', 'tracestate']);

/**
 * Makes one fetch of identical queries that are under way at once: same body, same headers (who asks, in which language,
 * for which codes). Each waiter gets data of its own. A waiter that goes away, or whose deadline passes, leaves the
 * others waiting; with the last one the fetch ends. After a mutation nobody joins a fetch from before its end, so that
 * who wrote reads what it wrote.
 */
export function shareInFlight(service: Service): Service {
  const flights = new Map<string, Flight>();
  return decorate(service, (request) => {
    if (!isQuery(request.query)) return service(request).finally(() => flights.clear());
    const body = requestBody(request);
    const key = keyOf(request.headers, body);
    const under = flights.get(key);
    if (under !== undefined) return under.join(request);

    const flight = new Flight((ended) => {
      if (flights.get(key) === ended) flights.delete(key);
    });
    flights.set(key, flight);
    const answer = flight.join(request);
    if (!flight.signal.aborted) void flight.land(service(forAll(request, body, flight.signal)));
    return answer;
  });
}

/** Each part says its length, so that no header can pass for two, nor for a body. */
function keyOf(headers: Readonly<Record<string, string>>, body: string): string {
  let key = '';
  for (const [name, value] of Object.entries(headers))
    if (!NAMES_OF_REQUEST.has(name)) key += `${name.length}:${name}${value.length}:${value}`;
  return `${key}\n${body}`;
}

/** The request without what is one waiter's own: its deadline and its client's signal. */
function forAll(request: ServiceRequest, body: string, signal: AbortSignal): ServiceRequest {
  const { id, headers } = request.context;
  return { ...request, body, signal, deadline: undefined, context: { id, headers } };
}
