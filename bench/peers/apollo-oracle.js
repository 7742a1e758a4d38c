// @apollo/gateway as the oracle of the differential tests: one process, any number of supergraphs one after the other.
// PUT /NAME takes a supergraph, POST /NAME an operation, DELETE /NAME forgets it.
import { createServer } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { runChild } from './child.js';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const servers = new Map();

runChild(async () => {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      const [status, answer] = await answerTo(request, body).catch((error) => [500, { failed: String(error?.stack) }]);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}` };
});

async function answerTo({ method, url }, body) {
  if (method === 'PUT') return [200, await load(url, body)];
  if (method === 'DELETE') return [200, await forget(url)];
  const { body: answer } = await servers.get(url).executeOperation(JSON.parse(body));
  return [200, answer.singleResult];
}

async function load(name, supergraphSdl) {
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
  const server = new ApolloServer({ gateway, logger: silent, nodeEnv: 'production', introspection: true });
  await server.start();
  servers.set(name, server);
  return {};
}

async function forget(name) {
  await servers.get(name)?.stop();
  servers.delete(name);
  return {};
}
