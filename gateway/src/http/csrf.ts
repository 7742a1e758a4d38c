import { OneNXError } from '@onenx/schema';

/*
 * A web page of anybody can make a browser send a request here with the user's cookies or from inside the user's network.
 * It cannot read the answer, but a change would be made and the time of an answer tells something. A browser first asks
 * the server (a "preflight", which this server never grants) unless the request is a "simple" one: no unusual header and
 * one of three content types. So a request that could be a simple one is refused, as Apollo Server refuses it. A GET
 * changes nothing, and no page can take its browser's marks off: one without any is a program's own, and passes, as
 * GraphQL over HTTP has it.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
const simpleTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const unusualHeaders = ['x-apollo-operation-name', 'apollo-require-preflight'];

// Browsers leave Sec-Fetch-Site out over plain HTTP, never their name: all are "Mozilla/5.0", or were "Opera/…".
const browserHeaders = ['sec-fetch-site', 'origin', 'referer', 'cookie'];
const browserName = /^(?:mozilla|opera)\//i;

/** Throws CSRF_PREVENTED for a request that another web page could have made a browser send unasked. */
export function preventCsrf(method: string, headers: Readonly<Record<string, string>>): void {
  if (method === 'GET' && !isOfBrowser(headers)) return;
  const type = headers['content-type'];
  if (type === 'application/json') return;
  const mediaType = type?.split(';')[0]?.trim().toLowerCase();
  if (mediaType && !simpleTypes.has(mediaType)) return;
  if (unusualHeaders.some((name) => headers[name])) return;
  throw new OneNXError('CSRF_PREVENTED');
}

function isOfBrowser(headers: Readonly<Record<string, string>>): boolean {
  return browserHeaders.some((name) => headers[name] !== undefined) || browserName.test(headers['user-agent'] ?? '');
}
