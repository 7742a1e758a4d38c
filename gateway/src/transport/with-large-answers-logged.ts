import type { Service } from '../route/service.js';
import { decorate } from './decorate.js';
import { transportFault, type TransportFault } from './transport-fault.js';

/**
 * Tells of answers over the limit. For the client such an endpoint is UNREACHABLE like any other; but it will not pass by
 * itself: the limit must be raised, or the list that is asked for be bounded.
 */
export function withLargeAnswersLogged(service: Service, log: (fault: TransportFault) => void): Service {
  return decorate(service, async (request) => {
    try {
      return await service(request);
    } catch (error) {
      const fault = transportFault(error);
      if (fault?.kind === 'TOO_LARGE') log(fault);
      throw error;
    }
  });
}
