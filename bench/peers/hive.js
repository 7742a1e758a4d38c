// Hive Gateway's runtime with the planner in Rust.
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { runChild } from './child.js';

runChild(async ({ supergraphSdl, sharing = false }) => {
  const gateway = createGatewayRuntime({
    supergraph: supergraphSdl,
    unifiedGraphHandler,
    logging: false,
    landingPage: false,
    transportEntries: { '*': { options: { deduplicateInflightRequests: sharing } } },
  });
  const server = createServer(gateway);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/graphql` };
});
