import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { OneNXError, type Language } from '@onenx/schema';
import type { GraphQLSchema } from 'graphql';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { errorsPlugin } from './errors.plugin.js';

export interface ServeOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly host?: string | undefined;
  /** 0 takes a free one. */
  readonly port: number;
  readonly contextOf: (request: IncomingMessage) => Context;
  readonly languageOf: (context: Context) => Language;
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

/** Serves a subgraph by @apollo/server. @throws PORT_IN_USE */
export async function serveSchema<Context extends BaseContext>(options: ServeOptions<Context>): Promise<ServedSchema> {
  const { schema, port, host = '127.0.0.1', contextOf, languageOf } = options;
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [errorsPlugin(languageOf), ...noOutsideRequests],
  });
  await expectFree(port, host);
  const { url } = await startStandaloneServer(server as unknown as ApolloServer<BaseContext>, {
    listen: { port, host },
    context: async ({ req }) => contextOf(req),
  });
  return { url, close: async () => server.stop() };
}

/** Asked first, since @apollo/server's own listening never answers when the port is taken. @throws PORT_IN_USE */
async function expectFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new OneNXError('PORT_IN_USE', { found: port, expected: '--port' }, { cause });
  } finally {
    probe.close();
  }
  await once(probe, 'close');
}
