import type { Level } from '@onenx/schema';
import { Command } from 'commander';
import { databaseFile, DEFAULT_DATA } from '../data-directory.js';
import { startHubServer, type HubServerOptions, type RunningHub } from '../servers/hub-server.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { withGatewayOptions, type GatewaySettings } from './gateway-options.js';
import { milliseconds, port } from './options.js';

interface ServeOptions extends Partial<GatewaySettings>, Partial<Record<Lowercase<Level>, string>> {
  readonly topology?: string;
  readonly data: string;
  readonly database?: string;
  readonly host: string;
  readonly port: number;
  readonly timeout: number;
}

export function serveCommand(): Command {
  return withGatewayOptions(withLevels(new Command('serve')))
    .description('serve the hub over levels that run elsewhere (启动枢纽,连接已运行的各级节点)')
    .action(serveHub('OneNX', startHubServer));
}

/** The options of a command that serves over levels which run elsewhere. */
export function withLevels(command: Command): Command {
  return command
    .option('--district <url>', "the district level's server")
    .option('--street <url>', "the street level's server")
    .option('--committee <url>', "the committee level's server")
    .option('--topology <file>', 'several endpoints a level: which address keeps which places (onenx.topology.yaml)')
    .option('--data <directory>', 'where the embedded databases lie', DEFAULT_DATA)
    .option('--database <url|file>', "the hub's own database, instead of the one in --data")
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', '0 takes a free one', port, 4000)
    .option('--timeout <milliseconds>', 'how long a level may take to answer', milliseconds, 10_000);
}

export function serveHub(title: string, start: (options: HubServerOptions) => Promise<RunningHub>) {
  return async (options: ServeOptions, command: Command): Promise<void> => {
    const hub = await start({
      database: options.database ?? databaseFile(options.data, 'hub'),
      host: options.host,
      port: options.port,
      timeoutMs: options.timeout,
      levels: levelsOf(options, command),
      limits: options.limit,
      introspection: options.introspection,
    });
    print(`${title}  ${hub.url}`);
    process.send?.({ ready: hub.url });
    await runUntilStopped(async () => hub.close());
  };
}

function levelsOf(
  { topology, district, street, committee }: ServeOptions,
  command: Command,
): HubServerOptions['levels'] {
  if (topology !== undefined) return { topology };
  if (district !== undefined && street !== undefined && committee !== undefined) {
    return { DISTRICT: district, STREET: street, COMMITTEE: committee };
  }
  return command.error('error: give --topology, or --district, --street and --committee');
}
