import { createGateway, createHttpServer, endpointService, type Service } from '@onenx/gateway';
import { OneNXError } from '@onenx/schema';
import { Command } from 'commander';
import { Kind, parse, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { readFile } from 'node:fs/promises';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { withGatewayOptions, type GatewaySettings } from './gateway-options.js';
import { port } from './options.js';

interface GatewayCommandOptions extends GatewaySettings {
  readonly supergraph: string;
  readonly host: string;
  readonly port: number;
  readonly header: readonly string[];
}

export function gatewayCommand(): Command {
  return withGatewayOptions(
    new Command('gateway')
      .description('serve any Federation 2 supergraph; addresses of subgraphs come from it (通用联邦网关)')
      .requiredOption('--supergraph <file>', 'the supergraph, as a composer emits it')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--port <port>', '0 takes a free one', port, 4000)
      .option('--header <name>', 'a header of the client to pass on to subgraphs; may be repeated', collect, []),
  ).action(serveSupergraph);
}

async function serveSupergraph(options: GatewayCommandOptions): Promise<void> {
  const { supergraph, host, port } = options;
  const supergraphSdl = await readFile(supergraph, 'utf8').catch((cause: unknown) => {
    throw new OneNXError('FILE_NOT_FOUND', { found: supergraph }, { cause });
  });
  const gateway = createGateway({
    supergraphSdl,
    services: servicesOf(parse(supergraphSdl)),
    forwardHeaders: options.header,
    limits: options.limit,
    introspection: options.introspection,
  });
  const server = await createHttpServer(gateway, { host, port });
  print(`OneNX gateway  ${server.url}`);
  process.send?.({ ready: server.url });
  await runUntilStopped(async () => {
    await server.close();
    await gateway.close();
  });
}

/** A service for each subgraph of `join__Graph`. */
function servicesOf(document: DocumentNode): Record<string, Service> {
  const graphs = document.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) {
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: '--supergraph',
      found: 'no join__Graph',
      expected: 'a Federation 2 supergraph',
    });
  }
  const services = (graphs.values ?? []).flatMap(({ directives = [] }) =>
    directives.filter(({ name }) => name.value === 'join__graph'),
  );
  return Object.fromEntries(
    services.map((graph) => [text(graph, 'name').toLowerCase(), endpointService(text(graph, 'url'))]),
  );
}

function text(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function collect(name: string, names: readonly string[]): string[] {
  return [...names, name.toLowerCase()];
}
