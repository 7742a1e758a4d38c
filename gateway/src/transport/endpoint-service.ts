import type { Service } from '../route/service.js';
import { CircuitBreaker, type CircuitStatus } from './circuit-breaker.js';
import { logEndpoint, shownUrl } from './endpoint-event.js';
import { endpointSettings, type EndpointOptions } from './endpoint-settings.js';
import { httpService } from './http-service.js';
import { shareInFlight } from './share-in-flight.js';
import { withConcurrency } from './with-concurrency.js';
import { withDeadline } from './with-deadline.js';
import { withLargeAnswersLogged } from './with-large-answers-logged.js';
import { withRetry } from './with-retry.js';

/** A service at an address, and what its circuit breaker knows of it; no status without a breaker. */
export interface EndpointService extends Service {
  circuit?(): CircuitStatus;
}

/**
 * A service at an HTTP address with every guard, from the outside in: shared queries, the call's deadline, retries, a
 * bound on calls under way, the circuit breaker, the timeout of a try, and limits on what is read.
 */
export function endpointService(url: string, options: EndpointOptions = {}): EndpointService {
  const { timeoutMs, tryTimeoutMs, retry, circuit, inFlight, queue, maxAnswerBytes, share } = endpointSettings(options);
  const endpoint = shownUrl(url);
  const log = options.log ?? logEndpoint;
  const breaker =
    circuit && new CircuitBreaker({ ...circuit, onChange: (status) => log({ endpoint, circuit: status }) });

  const http = httpService(url, { timeoutMs: tryTimeoutMs, connections: inFlight, maxAnswerBytes });
  const logged = withLargeAnswersLogged(http, (fault) => log({ endpoint, fault }));
  const tried = withConcurrency(breaker?.guard(logged) ?? logged, { inFlight, queue });
  const due = withDeadline(withRetry(tried, retry), { timeoutMs });
  const service: EndpointService = share ? shareInFlight(due) : due;
  if (breaker !== undefined) service.circuit = () => breaker.status;
  return service;
}
