import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { OneNXError, preferredLanguage, type Language } from '@onenx/schema';
import type { GraphQLSchema } from 'graphql';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorsPlugin } from './errors.plugin.js';
import { answerGraphql } from './graphql-http/answer-graphql.js';
import type { RestHandler } from './rest/router.js';
import { tellError } from './rest/tell-error.js';

export interface ServeOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly host?: string | undefined;
  /** 0 takes a free one. */
  readonly port: number;
  readonly contextOf: (request: IncomingMessage) => Context;
  readonly languageOf: (context: Context) => Language;
  /** What is answered beside GraphQL, which has all paths that nobody else has. */
  readonly rest?: RestHandler;
}

export interface ServedSchema {
  readonly url: string;
  /** Takes no more requests and answers those in flight. */
  close(): Promise<void>;
}

/** An intranet has no way to Apollo's hosts, and nothing of a request is theirs to know. */
const noOutsideRequests = [
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Serves a subgraph by @apollo/server, and what `rest` answers besides. @throws PORT_IN_USE */
export async function serveSchema<Context extends BaseContext>(options: ServeOptions<Context>): Promise<ServedSchema> {
  const { schema, port, host = '127.0.0.1', contextOf, languageOf, rest } = options;
  const http = createServer((request, response) => {
    void answer(request, response);
  });
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [errorsPlugin(languageOf), ApolloServerPluginDrainHttpServer({ httpServer: http }), ...noOutsideRequests],
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await (rest?.(request, response) ?? answerGraphql({ server, contextOf, request, response }));
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      tellError(response, error, preferredLanguage(request.headers['accept-language']));
    }
  }

  await server.start();
  try {
    await listen(http, { port, host });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: urlOf(http), close: async () => server.stop() };
}

/** @throws PORT_IN_USE */
async function listen(http: Server, { port, host }: { port: number; host: string }): Promise<void> {
  try {
    await once(http.listen({ port, host }), 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new OneNXError('PORT_IN_USE', { found: port, expected: '--port' }, { cause });
  }
}

function urlOf(http: Server): string {
  const { address, port, family } = http.address() as AddressInfo;
  const isAny = address === '' || address === '::' || address === '0.0.0.0';
  const host = isAny ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}/`;
}
