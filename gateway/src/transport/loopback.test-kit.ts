import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach } from '@jest/globals';
import type { Service, ServiceRequest } from '../route/service.js';

/** A request that came, and the means to answer it. */
export interface Asked {
  readonly body: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface Loopback {
  readonly url: string;
  /** What was asked so far. */
  readonly asked: Asked[];
  readonly connections: Set<unknown>;
  /** Ends it as a crash would; it may be closed twice. */
  close(): Promise<void>;
}

/** Servers on the loopback that misbehave as told, and services at them; all are closed after each test. */
export interface LoopbackKit {
  serve(answer: (asked: Asked, index: number) => void): Promise<Loopback>;
  /** Answers with these bytes, whatever is asked. `end` closes the connection after them. */
  serveBytes(bytes: string, end?: 'end' | 'stay'): Promise<Loopback>;
  /** Closes this service after the test. */
  using<Used extends Service>(service: Used): Used;
}

export function loopbackKit(): LoopbackKit {
  const closing: (() => Promise<void> | undefined)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const opened = (loopback: Loopback): Loopback => {
    closing.unshift(() => loopback.close());
    return loopback;
  };
  return {
    serve: async (answer) => opened(await serve(answer)),
    serveBytes: async (bytes, end = 'stay') => opened(await serveBytes(bytes, end)),
    using: (service) => {
      closing.push(() => service.close?.());
      return service;
    },
  };
}

/** A query with nothing particular about it. */
export function aRequest(given: Partial<ServiceRequest> = {}): ServiceRequest {
  return { query: '{ unit }', variables: {}, headers: {}, context: { id: 'r', headers: {} }, ...given };
}

/** What a call ends with, be it an error. */
export const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

async function serve(answer: (asked: Asked, index: number) => void): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const one = { body, request, response };
      asked.push(one);
      answer(one, asked.length - 1);
    });
  });
  return listening(server, asked);
}

async function serveBytes(bytes: string, end: 'end' | 'stay'): Promise<Loopback> {
  return listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => (end === 'end' ? socket.end(bytes) : socket.write(bytes)));
    }),
    [],
  );
}

async function listening(server: Server, asked: Asked[]): Promise<Loopback> {
  const connections = new Set<Socket>();
  server.on('connection', (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}
