import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';

/** Many subgraphs behind one listener on loopback, each at a path of its own. */
export interface SubgraphServer {
  /** Serves a schema from now on; its address. */
  serve(path: string, schema: GraphQLSchema): string;
  forget(path: string): void;
  stop(): Promise<void>;
}

interface Body {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

export async function startSubgraphServer(): Promise<SubgraphServer> {
  const schemas = new Map<string, GraphQLSchema>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = JSON.stringify(await answerTo(request, schemas.get(request.url ?? '')));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(text);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serve: (path, schema) => {
      schemas.set(`/${path}`, schema);
      return `http://127.0.0.1:${port}/${path}`;
    },
    forget: (path) => void schemas.delete(`/${path}`),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerTo(request: IncomingMessage, schema: GraphQLSchema | undefined): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { query, variables, operationName } = JSON.parse(Buffer.concat(parts).toString()) as Body;
  if (schema === undefined) return { errors: [{ message: 'There is no such subgraph.' }] };
  return graphql({ schema, source: query, variableValues: variables, operationName });
}
