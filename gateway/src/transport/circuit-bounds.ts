/** When a circuit opens and how it is probed; each has a default. */
export interface CircuitBounds {
  /** Opens after so many faults in a row. Default 5. */
  readonly faultsInRow?: number;
  /** Opens also when this share of the window's calls were faults. Default 0.5. */
  readonly faultRate?: number;
  /** … if there were at least so many calls. Default 20. */
  readonly leastCalls?: number;
  /** The window's length, in seconds. Default 10. */
  readonly windowSeconds?: number;
  /** From one probe to the next while nobody calls, and how long one may take, in milliseconds. Default 2 000. */
  readonly pauseMs?: number;
  /** How long a call waits for the answer to a probe, in milliseconds. Default 200. */
  readonly graceMs?: number;
  /** A call that is cut off sooner says nothing of the endpoint, in milliseconds. Default 1 000. */
  readonly enoughMs?: number;
  /** A refusal that came sooner kept nobody waiting and does not count, in milliseconds. Default 100. */
  readonly quickMs?: number;
}

export const circuitDefaults = {
  faultsInRow: 5,
  faultRate: 0.5,
  leastCalls: 20,
  windowSeconds: 10,
  pauseMs: 2_000,
  graceMs: 200,
  enoughMs: 1_000,
  quickMs: 100,
};
