import type { Service } from '../route/service.js';
import { decorate } from './decorate.js';
import { deadlineOf } from './when-cut.js';
import { withDefaults } from './with-defaults.js';
import { timeoutDefaults, type TimeoutOptions } from './with-timeout.js';

/** Sets when each call is due, waiting and retries included. It has no timer: what is inside keeps the deadline. */
export function withDeadline(service: Service, options: TimeoutOptions = {}): Service {
  const { timeoutMs } = withDefaults(timeoutDefaults, options);
  return decorate(service, (request) =>
    service({ ...request, deadline: Math.min(deadlineOf(request), Date.now() + timeoutMs) }),
  );
}
