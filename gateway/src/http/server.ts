import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OneNXError } from '@onenx/schema';
import type { Gateway } from '../gateway.js';
import type { HttpAnswer } from './answer-graphql.js';
import { serveGraphql } from './serve-graphql.js';

export interface HttpServerOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Refuse requests that another web page could have sent. Default true. */
  readonly preventCsrf?: boolean;
  /** The largest request body, in bytes. Default 1 MiB. */
  readonly maxBodyBytes?: number;
}

export interface HttpServer {
  readonly port: number;
  /** Where GraphQL is. */
  readonly url: string;
  /** Takes no more requests, answers those in flight, then closes. The gateway stays open. */
  close(): Promise<void>;
}

// Longer than the proxies before a server usually keep theirs (60 s): who closes last never meets a closed connection.
const keepAliveTimeout = 72_000;

/** Serves a gateway over HTTP: `/graphql`, `/health`, and `/` which says so. PORT_IN_USE when the port is taken. */
export async function createHttpServer(gateway: Gateway, options: HttpServerOptions): Promise<HttpServer> {
  const { host = '127.0.0.1', port, preventCsrf = true, maxBodyBytes = 1024 * 1024 } = options;
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const send = (answer: HttpAnswer): void => sendAnswer(server, response, answer);
    if (pathOf(request) !== '/graphql') send(besideGraphql(request));
    else serveGraphql({ request, response, send }, { gateway, preventCsrf, maxBodyBytes });
  });
  await listen(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { port: bound, url: `http://${name}:${bound}/graphql`, close: () => close(server) };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function besideGraphql(request: IncomingMessage): HttpAnswer {
  const text = { 'content-type': 'text/plain; charset=utf-8' };
  const path = pathOf(request);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && path === '/') return { status: 200, headers: text, body: 'OneNX. GraphQL is at /graphql.\n' };
  if (!isRead || path !== '/health')
    return { status: 404, headers: text, body: 'Not found. GraphQL is at /graphql.\n' };
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{"status":"ok"}' };
}

function sendAnswer(server: Server, response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const sent: Record<string, string | number> = { ...headers, 'content-length': Buffer.byteLength(body) };
  // A connection that is kept alive would hold up the closing of the server.
  if (!server.listening) sent.connection = 'close';
  response.writeHead(status, sent).end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException): void =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new OneNXError('PORT_IN_USE', { found: port, expected: '--port' }, { cause })
          : cause,
      );
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      resolve();
    });
  });
}

/** Node's server closes the connections that are idle by itself; the others say that they close with their answer. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
