// mercurius with its gateway, which reads Federation 1.
import fastify from 'fastify';
import mercuriusGateway from '@mercuriusjs/gateway';
import { runChild } from './child.js';
import { firstTypeDefs } from './subgraph-schemas.js';

runChild(async ({ subgraphs }) => {
  const app = fastify();
  const services = subgraphs.map(({ name, url }) => ({ name, url, schema: firstTypeDefs[name] }));
  await app.register(mercuriusGateway, { gateway: { services } });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${address}/graphql` };
});
