// Our own gateway as `onenx gateway` serves it, with every guard on; `sharing` is of identical fetches in flight.
import { createGateway, createHttpServer, endpointService } from '@onenx/gateway';
import { runChild } from './child.js';

runChild(async ({ supergraphSdl, subgraphs, sharing = false }) => {
  const services = Object.fromEntries(
    subgraphs.map(({ name, url }) => [name, endpointService(url, { share: sharing })]),
  );
  const server = await createHttpServer(createGateway({ supergraphSdl, services }), { port: 0 });
  return { url: server.url };
});
