import { HeaderMap, type ApolloServer, type BaseContext } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from './read-json.js';

interface Asked<Context extends BaseContext> {
  readonly server: ApolloServer<Context>;
  readonly contextOf: (request: IncomingMessage) => Context;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Hands a request to Apollo Server and its answer to the caller. No header lets pages of other origins read it. */
export async function answerGraphql<Context extends BaseContext>(asked: Asked<Context>): Promise<void> {
  const { server, contextOf, request, response } = asked;
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: new URL(request.url ?? '/', 'http://node').search,
      body: await readJson(request),
    },
    context: async () => contextOf(request),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
