import { createGateway, endpointService, type Gateway } from '../../gateway/src/index.js';
import { composeTest, testSchema, type TestSubgraph, type TestWorld } from '../../gateway/src/testing/compose.js';
import type { Answer, Operation } from './answer.js';
import { startApollo } from './apollo.js';
import { forApollo, fromApollo } from './for-apollo.js';
import { startSubgraphServer } from './subgraph-server.js';

/** The same supergraph behind both gateways. */
export interface Match {
  readonly supergraphSdl: string;
  readonly schema: Gateway['schema'];
  /** What our gateway logged, and told no client. */
  readonly faults: readonly unknown[];
  ours(operation: Operation): Promise<Answer>;
  apollo(operation: Operation): Promise<Answer>;
  /** The oracle's answer to the same question in words around what it is known to answer wrongly. */
  apolloInOtherWords(operation: Operation): Promise<Answer>;
  end(): Promise<void>;
}

/** Where gateways are compared: the subgraphs' listener and the oracle's process, for one supergraph after the other. */
export interface Arena {
  start(subgraphs: readonly TestSubgraph[]): Promise<Match>;
  stop(): Promise<void>;
}

// Random operations are longer than what a client may send.
const limits = { depth: 100, aliases: 5_000, fields: 20_000, tokens: 100_000 };

export async function startArena(): Promise<Arena> {
  const apollo = await startApollo();
  const server = await startSubgraphServer();
  let worlds = 0;
  return {
    start: async (subgraphs) => {
      const name = `world-${++worlds}`;
      const world: TestWorld = { log: [], refuse };
      const pathOf = (subgraph: TestSubgraph) => `${name}/${subgraph.name}`;
      const urls = new Map(subgraphs.map((one) => [one.name, server.serve(pathOf(one), testSchema(one, world))]));
      const supergraphSdl = composeTest(subgraphs, (subgraph) => urls.get(subgraph) ?? '');
      const services = Object.fromEntries([...urls].map(([subgraph, url]) => [subgraph, endpointService(url)]));
      const faults: unknown[] = [];
      const gateway = createGateway({ supergraphSdl, services, limits, log: ({ cause }) => faults.push(cause) });
      await apollo.load(name, supergraphSdl);
      return {
        supergraphSdl,
        schema: gateway.schema,
        faults,
        ours: async (operation) => {
          world.log.length = 0;
          faults.length = 0;
          const { body } = await gateway.execute({ ...operation });
          return JSON.parse(JSON.stringify(body)) as Answer;
        },
        apolloInOtherWords: async (operation) => {
          world.log.length = 0;
          return fromApollo(await apollo.ask(name, forApollo(operation)));
        },
        apollo: async (operation) => {
          world.log.length = 0;
          return apollo.ask(name, operation);
        },
        end: async () => {
          await gateway.close();
          await apollo.forget(name);
          for (const subgraph of subgraphs) server.forget(pathOf(subgraph));
        },
      };
    },
    stop: async () => {
      apollo.stop();
      await server.stop();
    },
  };
}

function refuse(code: string): never {
  throw new Error(`refused ${code}`);
}
