import type { IncomingHttpHeaders } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { OneNXError, preferredLanguage } from '@onenx/schema';
import type { Gateway } from '../gateway.js';
import { logFault, presentFault } from '../pipeline/mask-errors.js';
import { answerGraphql, type HttpAnswer } from './answer-graphql.js';
import { errorBody } from './error-body.js';

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

/** Serves a gateway over HTTP: `/graphql`, `/health`, and `/` which says so. PORT_IN_USE when the port is taken. */
export async function createHttpServer(gateway: Gateway, options: HttpServerOptions): Promise<HttpServer> {
  const { host = '127.0.0.1', port, maxBodyBytes = 1024 * 1024 } = options;
  const app = fastify({ bodyLimit: maxBodyBytes, forceCloseConnections: 'idle' });
  // The body is read as text, whatever it says it is: graphql-http's parser judges it.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => sendFault(error, maxBodyBytes, { request, reply }));
  app.all('/graphql', (request, reply) => serveGraphql(gateway, options, { request, reply }));
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.type('text/plain; charset=utf-8').send('OneNX. GraphQL is at /graphql.\n'));
  await listen(app, host, port);
  const address = app.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { port: bound, url: `http://${name}:${bound}/graphql`, close: () => app.close() };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function serveGraphql(
  gateway: Gateway,
  { preventCsrf = true }: HttpServerOptions,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const { method, url, body } = request;
  const text = typeof body === 'string' ? body : '';
  const asked = { method, url, headers: plainHeaders(request.headers), body: text };
  return send(reply, await answerGraphql(gateway, asked, { preventCsrf, signal: gone.signal }));
}

function send(reply: FastifyReply, { status, headers, body }: HttpAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

/** What the HTTP server itself refuses (a body that is too large or broken), and what should never happen. */
function sendFault(error: unknown, maxBodyBytes: number, { request, reply }: Exchange): FastifyReply {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  const body = status < 500 ? refusedBody(status, maxBodyBytes, request) : faultBody(error, request);
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

function refusedBody(status: number, maxBodyBytes: number, { headers }: FastifyRequest): string {
  return status === 413
    ? errorBody(
        new OneNXError('OPERATION_LIMIT', { found: `> ${maxBodyBytes}`, what: 'bytes', expected: maxBodyBytes }),
        headers,
      )
    : errorBody(
        new OneNXError('OPERATION_MALFORMED', { found: `HTTP ${status}`, expected: 'a whole HTTP request' }),
        headers,
      );
}

function faultBody(cause: unknown, { headers }: FastifyRequest): string {
  const language = preferredLanguage(headers['accept-language']);
  return JSON.stringify({ errors: [presentFault({ cause }, { language, log: logFault })] });
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  return plain;
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
