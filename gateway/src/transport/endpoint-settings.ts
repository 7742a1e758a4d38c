import { circuitDefaults, type CircuitBounds } from './circuit-bounds.js';
import type { EndpointEvent } from './endpoint-event.js';
import { httpDefaults, type HttpServiceOptions } from './http-service.js';
import { concurrencyDefaults, type ConcurrencyOptions } from './with-concurrency.js';
import { withDefaults } from './with-defaults.js';
import { retryDefaults, type RetryOptions } from './with-retry.js';
import { timeoutDefaults } from './with-timeout.js';

type Retry = Pick<RetryOptions, 'retries' | 'pauseMs'>;

/** Every bound of an endpoint. `timeoutMs` is for a whole call: waiting and retries included. */
export interface EndpointOptions extends Omit<HttpServiceOptions, 'connections'>, ConcurrencyOptions {
  /** For one try, in milliseconds. Default: the call's whole time. */
  readonly tryTimeoutMs?: number;
  /** When a query is asked again. */
  readonly retry?: Retry;
  /** When calls are refused for faults of others; false: never. */
  readonly circuit?: CircuitBounds | false;
  /** Whether identical queries under way are one fetch. Default true. */
  readonly share?: boolean;
  /** Takes what an operator should know. Default: the standard error output. */
  readonly log?: (event: EndpointEvent) => void;
}

export type EndpointSettings = ReturnType<typeof endpointSettings>;

/** The options with every default filled in. */
export function endpointSettings(options: EndpointOptions = {}) {
  const { timeoutMs, ...bounds } = withDefaults(
    { ...httpDefaults, ...concurrencyDefaults, ...timeoutDefaults, share: true },
    options,
  );
  const tryTimeoutMs = Math.min(options.tryTimeoutMs ?? timeoutMs, timeoutMs);
  return {
    ...bounds,
    timeoutMs,
    tryTimeoutMs,
    retry: withDefaults(retryDefaults, options.retry ?? {}),
    circuit: options.circuit === false ? undefined : circuitSettings(options.circuit ?? {}, tryTimeoutMs),
  };
}

/** With short timeouts, less is enough to count as slow: half a try. */
function circuitSettings(circuit: CircuitBounds, tryTimeoutMs: number) {
  const enoughMs = Math.min(circuitDefaults.enoughMs, tryTimeoutMs / 2);
  return withDefaults({ ...circuitDefaults, enoughMs }, circuit);
}

/** The guards of an endpoint and their bounds, for operators: a line each. */
export function describeEndpoint(options: EndpointOptions = {}): string {
  const { timeoutMs, tryTimeoutMs, retry, circuit, inFlight, queue, maxAnswerBytes, share } = endpointSettings(options);
  return [
    `timeout: ${timeoutMs} ms a call, ${tryTimeoutMs} ms a try, never past the request's deadline`,
    `retry: ${retry.retries} of queries, ${retry.pauseMs / 2} to ${retry.pauseMs * 1.5} ms later, when the connection failed or on HTTP 502, 503, 504`,
    `concurrency: ${inFlight} calls under way, ${queue} waiting`,
    `answers: up to ${maxAnswerBytes} bytes`,
    circuit === undefined
      ? 'circuit breaker: off'
      : `circuit breaker: opens after ${circuit.faultsInRow} faults in a row, or when ${circuit.faultRate * 100} % of at least ${circuit.leastCalls} calls within ${circuit.windowSeconds} s were faults; then a probe every ${circuit.pauseMs} ms, and calls wait ${circuit.graceMs} to ${circuit.graceMs * 2} ms for one`,
    `identical queries under way: ${share ? 'one fetch' : 'a fetch each'}`,
  ].join('\n');
}
