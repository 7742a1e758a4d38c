import { OneNXError, preferredLanguage } from '@onenx/schema';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NodeContext } from '../../graphql/context.js';
import type { Route } from './exchange.js';
import { expectNoPage } from './expect-no-page.js';
import { tellError } from './tell-error.js';

/** Answers a request and resolves when it is answered; null where the path belongs to nobody here. */
export type RestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null;

/** Brings each request to the route of its path and method. */
export function restHandler(
  routes: readonly Route[],
  contextOf: (request: IncomingMessage) => NodeContext,
): RestHandler {
  const rooms = new Set(routes.map(({ path }) => path.split('/')[1]));
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://node');
    if (!rooms.has(url.pathname.split('/')[1])) return null;
    return answer({ request, response, url, routes, contextOf });
  };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly routes: readonly Route[];
  readonly contextOf: (request: IncomingMessage) => NodeContext;
}

async function answer({ request, response, url, routes, contextOf }: Asked): Promise<void> {
  try {
    expectNoPage(request);
    const path = partsOf(url.pathname);
    const route = routes.find((one) => one.method === request.method && matches(one, path));
    if (route === undefined) throw unknown(`${request.method} ${url.pathname}`, routes);
    await route.answer({ request, response, path, query: url.searchParams, context: contextOf(request) });
  } catch (error) {
    // Nobody is there any more who could be told.
    if (response.destroyed || request.errored) return void response.destroy();
    tellError(response, error, preferredLanguage(request.headers['accept-language']));
  }
}

function partsOf(pathname: string): string[] {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return [pathname];
  }
}

function matches({ path }: Route, parts: readonly string[]): boolean {
  const wanted = path.split('/').slice(1);
  return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('{') || part === parts[i]);
}

function unknown(found: string, routes: readonly Route[]): OneNXError {
  return new OneNXError('ROUTE_UNKNOWN', {
    found,
    expected: routes.map(({ method, path }) => `${method} ${path}`).join(', '),
  });
}
