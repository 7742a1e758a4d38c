// Our own gateway as `onenx gateway` serves it, with every guard on; `sharing` is of identical fetches in flight.
import { createGateway, createHttpServer, httpService } from '@onenx/gateway';
import { runChild } from './child.js';

runChild(async ({ supergraphSdl, subgraphs, sharing = false }) => {
  const services = Object.fromEntries(subgraphs.map(({ name, url }) => [name, httpService(url, { sharing })]));
  const server = await createHttpServer(createGateway({ supergraphSdl, services }), { port: 0 });
  return { url: server.url };
});
