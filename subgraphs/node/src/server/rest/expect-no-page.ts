import { OneNXError } from '@onenx/schema';
import type { IncomingMessage } from 'node:http';

const OWN = new Set(['none', 'same-origin']);

/**
 * A page of another origin can make a browser send a file in its user's name, and some without asking first: what a browser
 * marks as coming from one is refused. No page is served here, so that every origin is another. @throws CSRF_PREVENTED
 */
export function expectNoPage({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  const isForeign = typeof site === 'string' && !OWN.has(site);
  if (isForeign || headers.origin !== undefined) throw new OneNXError('CSRF_PREVENTED');
}
