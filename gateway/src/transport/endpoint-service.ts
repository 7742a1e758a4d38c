import type { Service } from '../route/service.js';
import { CircuitBreaker, type CircuitStatus } from './circuit-breaker.js';
import { logEndpoint, shownUrl, type EndpointEvent } from './endpoint-event.js';
import { endpointSettings, type EndpointOptions, type EndpointSettings } from './endpoint-settings.js';
import { httpService } from './http-service.js';
import { shareInFlight } from './share-in-flight.js';
import { withConcurrency } from './with-concurrency.js';
import { withDeadline } from './with-deadline.js';
import { withLastingFaultsLogged } from './with-lasting-faults-logged.js';
import { withRetry } from './with-retry.js';

/** A service at an address, and what its circuit breaker knows of it; no status without a breaker. */
export interface EndpointService extends Service {
  circuit?(): CircuitStatus;
}

/** A service at an HTTP address with every guard. */
export function endpointService(url: string, options: EndpointOptions = {}): EndpointService {
  const settings = endpointSettings(options);
  const { tryTimeoutMs, inFlight, maxAnswerBytes, circuit } = settings;
  const endpoint = shownUrl(url);
  const log = options.log ?? logEndpoint;
  // Probes need no call to end before they get a connection.
  const connections = inFlight + (circuit === undefined ? 0 : Math.ceil(circuit.pauseMs / circuit.graceMs));
  const http = httpService(url, { timeoutMs: tryTimeoutMs, connections, maxAnswerBytes });
  return guarded(http, settings, (event) => log({ endpoint, ...event }));
}

/**
 * The guards, from the outside in: shared queries, the call's deadline, retries, the wait for a circuit that is not closed,
 * a bound on calls under way, the circuit breaker. The service itself keeps the timeout of a try and ends with its signal.
 */
export function guarded(
  service: Service,
  { timeoutMs, retry, circuit, inFlight, queue, share }: EndpointSettings,
  log: (event: Omit<EndpointEvent, 'endpoint'>) => void,
): EndpointService {
  const logged = withLastingFaultsLogged(service, (fault, unsaid) => log({ fault, unsaid }));
  const breaker =
    circuit && new CircuitBreaker(service, { ...circuit, onChange: (status) => log({ circuit: status }) });

  const bounded = withConcurrency(breaker?.guard(logged) ?? logged, { inFlight, queue });
  const due = withDeadline(withRetry(breaker?.gate(bounded) ?? bounded, retry), { timeoutMs });
  const outermost: EndpointService = share ? shareInFlight(due) : due;
  if (breaker !== undefined) outermost.circuit = () => breaker.status;
  return outermost;
}
