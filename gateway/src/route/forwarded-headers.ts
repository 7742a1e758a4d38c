import type { RequestContext } from './service.js';

const forwarded = ['accept-language', 'authorization', 'x-onenx-actor', 'x-request-id'];

/** The client's headers that a service may see, those of `more` too, and the codes that it answers for. */
export function forwardedHeaders(
  { headers, id }: RequestContext,
  codes: string | undefined,
  more: readonly string[] = [],
): Record<string, string> {
  const passed: Record<string, string> = { 'x-request-id': id };
  for (const name of [...forwarded, ...more]) {
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  if (codes !== undefined) passed['x-onenx-codes'] = codes;
  return passed;
}
