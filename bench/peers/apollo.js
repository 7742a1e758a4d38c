// @apollo/gateway behind @apollo/server.
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { runChild } from './child.js';

runChild(async ({ supergraphSdl }) => {
  const gateway = new ApolloGateway({ supergraphSdl });
  const server = new ApolloServer({ gateway, nodeEnv: 'production', introspection: false });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url };
});
