import type { Service } from '../route/service.js';
import { decorate } from './decorate.js';
import { Seldom } from './seldom.js';
import { transportFault, type TransportFault, type TransportFaultKind } from './transport-fault.js';

/** These do not pass by themselves: a limit must be raised or a list be bounded; a server be mended, or its address. */
const LASTING = new Set<TransportFaultKind>(['TOO_LARGE', 'SCHEMA']);

/** Tells of the faults that somebody must mend: of each kind the first, then once a minute how many there were since. */
export function withLastingFaultsLogged(
  service: Service,
  log: (fault: TransportFault, unsaid: number) => void,
): Service {
  const seldom = new Seldom<TransportFaultKind>();
  return decorate(service, async (request) => {
    try {
      return await service(request);
    } catch (error) {
      const fault = transportFault(error);
      if (fault !== undefined && LASTING.has(fault.kind)) seldom.say(fault.kind, (unsaid) => log(fault, unsaid));
      throw error;
    }
  });
}
