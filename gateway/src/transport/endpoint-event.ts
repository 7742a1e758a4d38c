import type { CircuitStatus } from './circuit-breaker.js';
import type { TransportFault } from './transport-fault.js';

/** What an operator should know of an endpoint: its circuit changed its state, or an answer was too large to be read. */
export interface EndpointEvent {
  /** The address, without credentials and query. */
  readonly endpoint: string;
  readonly circuit?: CircuitStatus;
  readonly fault?: TransportFault;
}

/** Writes an event to the standard error output, one line of JSON. */
export function logEndpoint({ endpoint, circuit, fault }: EndpointEvent): void {
  const shown = { endpoint, circuit: circuit?.state, lastFault: circuit?.lastFault, fault: fault?.message };
  process.stderr.write(`${JSON.stringify(shown)}\n`);
}

/** An address as it may be logged: without credentials and query. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
