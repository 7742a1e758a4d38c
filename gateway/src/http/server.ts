import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
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

/**
 * Serves a gateway over HTTP: `/graphql`, `/health`, and `/` which says so. PORT_IN_USE when the port is taken. fastify has the
 * routes; a request to `/graphql` goes past it, for what it does to a request costs a small query a fifth of the front.
 */
export async function createHttpServer(gateway: Gateway, options: HttpServerOptions): Promise<HttpServer> {
  const { host = '127.0.0.1', port, preventCsrf = true, maxBodyBytes = 1024 * 1024 } = options;
  const serverFactory = (others: RequestListener): Server => {
    const server = createServer({ keepAliveTimeout }, (request, response) => {
      if (pathOf(request) !== '/graphql') return others(request, response);
      const send = (answer: HttpAnswer): void => sendAnswer(server, response, answer);
      serveGraphql({ request, response, send }, { gateway, preventCsrf, maxBodyBytes });
    });
    return server;
  };
  const app = fastify({ serverFactory, forceCloseConnections: 'idle', bodyLimit: maxBodyBytes });
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.type(text).send('OneNX. GraphQL is at /graphql.\n'));
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(text).send('Not found. GraphQL is at /graphql.\n'));
  await listen(app, host, port);
  const address = app.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { port: bound, url: `http://${name}:${bound}/graphql`, close: () => app.close() };
}

const text = 'text/plain; charset=utf-8';

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function sendAnswer(server: Server, response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const sent: Record<string, string | number> = { ...headers, 'content-length': Buffer.byteLength(body) };
  // A connection that is kept alive would hold up the closing of the server.
  if (!server.listening) sent.connection = 'close';
  response.writeHead(status, sent).end(body);
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const taken = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EADDRINUSE';
    throw taken ? new OneNXError('PORT_IN_USE', { found: port, expected: '--port' }, { cause }) : cause;
  }
}
