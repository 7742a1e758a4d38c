import type { CircuitStatus } from './circuit-breaker.js';
import type { TransportFault } from './transport-fault.js';

/** What an operator should know of an endpoint: its circuit changed its state, or a fault that will not pass by itself. */
export interface EndpointEvent {
  /** The address, without credentials and query. */
  readonly endpoint: string;
  readonly circuit?: CircuitStatus;
  readonly fault?: TransportFault;
  /** How many faults of this kind were not told since the last that was. */
  readonly unsaid?: number;
}

/** Writes an event to the standard error output, one line of JSON. */
export function logEndpoint({ endpoint, circuit, fault, unsaid }: EndpointEvent): void {
  const ofCircuit = { circuit: circuit?.state, lastFault: circuit?.lastFault };
  const ofFault = { fault: fault?.kind, message: fault?.message, unsaid };
  process.stderr.write(`${JSON.stringify({ endpoint, ...ofCircuit, ...ofFault })}\n`);
}

/** An address as it may be logged: without credentials and query. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
