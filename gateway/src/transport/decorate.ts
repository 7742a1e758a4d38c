import type { Service } from '../route/service.js';

type Call = (...given: Parameters<Service>) => ReturnType<Service>;

/** A service that does `call` in place of another's call, and is closed with it. */
export function decorate(service: Service, call: Call): Service {
  const decorated: Service = (request) => call(request);
  decorated.close = async () => service.close?.();
  return decorated;
}
