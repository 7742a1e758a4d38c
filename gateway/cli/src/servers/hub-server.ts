import { createGateway, createHttpServer, type Limits, type Service } from '@onenx/gateway';
import type { Hub } from '@onenx/hub';
import { serveSchema, todayInShanghai } from '@onenx/node';
import { preferredLanguage, scalars } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { placeNames } from './place-names.js';
import { prepareHub, type HubOptions } from './prepare-hub.js';

export interface HubServerOptions extends HubOptions {
  readonly port: number;
  readonly host?: string;
  /** What differs from the gateway's own limits. */
  readonly limits?: Partial<Limits>;
  /** Whether clients may ask for the schema. Default true. */
  readonly introspection?: boolean;
}

export interface RunningHub {
  /** Where GraphQL is. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the gateway with the hub's own subgraph in process. @throws EDITION_UNKNOWN without places, PORT_IN_USE */
export async function startHubServer(options: HubServerOptions): Promise<RunningHub> {
  const { hub, tree, topology, unfollow } = await prepareHub(options);
  const gateway = createGateway({
    supergraphSdl: await readFile(fileURLToPath(import.meta.resolve('@onenx/schema/sdl/supergraph.graphql')), 'utf8'),
    services: { hub: hubService(hub) },
    topology,
    scalars: Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
    places: placeNames(tree),
    limits: options.limits,
    introspection: options.introspection,
  });
  const close = async (): Promise<void> => {
    await unfollow();
    await gateway.close();
  };
  try {
    const server = await createHttpServer(gateway, { port: options.port, host: options.host ?? '127.0.0.1' });
    return {
      url: server.url,
      close: async () => {
        await server.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Serves the hub's own subgraph alone, for use behind another router. @throws as startHubServer */
export async function startHubSubgraph(options: HubServerOptions): Promise<RunningHub> {
  const { hub, topology, unfollow } = await prepareHub(options);
  const served = await serveSchema({
    schema: hub.schema,
    host: options.host,
    port: options.port,
    contextOf: (request) => {
      const language = request.headers['accept-language'];
      return hub.context({ request: { id: '', headers: {} }, language, today: todayInShanghai() });
    },
    languageOf: ({ language }) => preferredLanguage(language),
  });
  return {
    url: served.url,
    close: async () => {
      await unfollow();
      await served.close();
      await topology.close();
    },
  };
}

function hubService(hub: Hub): Service {
  return async ({ query, operationName, variables, context }) => {
    const language = context.headers['accept-language'];
    const answer = await hub.execute({
      query,
      operationName,
      variables,
      language,
      today: todayInShanghai(),
      request: context,
    });
    return answer;
  };
}
