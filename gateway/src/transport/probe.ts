import type { Service } from '../route/service.js';
import type { CircuitBounds } from './circuit-bounds.js';
import { judge, type Verdict } from './judge.js';

/** Puts a question to an endpoint, and judges what comes of it. It does not reject, and ends with the signal. */
export type Probe = (signal: AbortSignal) => Promise<Verdict>;

/**
 * Asks what every GraphQL server can answer from no data. Whatever it answers, it is there; to refuse at once is neither
 * an answer nor a fault.
 */
export function probeOf(
  service: Service,
  { pauseMs, quickMs }: Required<Pick<CircuitBounds, 'pauseMs' | 'quickMs'>>,
): Probe {
  return async (signal) => {
    const began = Date.now();
    const context = { id: 'probe', headers: {} };
    const request = { query: '{ __typename }', variables: {}, headers: {}, signal, deadline: began + pauseMs, context };
    try {
      await service(request);
      return 'ANSWER';
    } catch (error) {
      return judge(error, { tookMs: Date.now() - began, enoughMs: 0, quickMs });
    }
  };
}
