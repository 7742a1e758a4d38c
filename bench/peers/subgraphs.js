// The four subgraphs behind every gateway, in one process of their own. An answer is computed once for each request body
// and kept as bytes, so that what is measured is the gateway.
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse } from 'graphql';
import { runChild } from './child.js';
import { queries } from './queries.js';
import { resolvers, typeDefs } from './subgraph-schemas.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@provides"])\n';

runChild(async () => {
  const subgraphs = [];
  for (const name of Object.keys(typeDefs)) {
    const document = parse(link + typeDefs[name]);
    const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers[name] }]);
    subgraphs.push({ name, document, sdl: link + typeDefs[name], url: await listen(schema) });
  }
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, document, url }) => ({ name, typeDefs: document, url })),
  );
  if (supergraphSdl === undefined) throw new AggregateError(errors, 'The subgraphs do not compose.');
  return { queries, supergraphSdl, subgraphs: subgraphs.map(({ name, sdl, url }) => ({ name, sdl, url })) };
});

function listen(schema) {
  const known = new Map();
  const answerOf = async (body) => {
    const { query, variables, operationName } = JSON.parse(body);
    const answer = await graphql({ schema, source: query, variableValues: variables, operationName });
    if (answer.errors !== undefined) process.stderr.write(`${body}\n${JSON.stringify(answer.errors)}\n`);
    const bytes = Buffer.from(JSON.stringify(answer));
    known.set(body, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      const bytes = known.get(body) ?? (await answerOf(body));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    });
  });
  server.keepAliveTimeout = 600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/graphql`));
  });
}
