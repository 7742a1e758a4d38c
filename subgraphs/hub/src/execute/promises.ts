import type { Run, Show } from './scope.js';

/** Whether a resolver's value is still to come; any promise will do, as with graphql-js. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Shows a value that is there or still to come. */
export function showWhenThere(value: unknown, show: Show, run: Run): unknown {
  return isPromise(value) ? Promise.resolve(value).then((there) => show(there, run)) : show(value, run);
}

/** Nobody waits for these values any more: that some of them fail as well is nobody's news. */
export function ignore(values: readonly unknown[]): void {
  for (const value of values) if (value instanceof Promise) value.catch(() => undefined);
}
