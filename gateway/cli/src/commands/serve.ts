import type { Level } from '@onenx/schema';
import { Command } from 'commander';
import { databaseFile, DEFAULT_DATA } from '../data-directory.js';
import { startHubServer } from '../servers/hub-server.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { port } from './options.js';

interface ServeOptions extends Record<Lowercase<Level>, string> {
  readonly data: string;
  readonly database?: string;
  readonly host: string;
  readonly port: number;
  readonly timeout: string;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the hub over levels that run elsewhere (启动枢纽,连接已运行的各级节点)')
    .requiredOption('--district <url>', "the district level's server")
    .requiredOption('--street <url>', "the street level's server")
    .requiredOption('--committee <url>', "the committee level's server")
    .option('--data <directory>', 'where the embedded databases lie', DEFAULT_DATA)
    .option('--database <url|file>', "the hub's own database, instead of the one in --data")
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', '0 takes a free one', port, 4000)
    .option('--timeout <milliseconds>', 'how long a level may take to answer', '10000')
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const { district, street, committee } = options;
  const hub = await startHubServer({
    database: options.database ?? databaseFile(options.data, 'hub'),
    host: options.host,
    port: options.port,
    timeoutMs: Number(options.timeout),
    levels: { DISTRICT: district, STREET: street, COMMITTEE: committee },
  });
  print(`OneNX  ${hub.url}`);
  process.send?.({ ready: hub.url });
  await runUntilStopped(async () => hub.close());
}
