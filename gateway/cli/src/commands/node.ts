import { startLevelServer } from '@onenx/node';
import type { Level } from '@onenx/schema';
import { Command } from 'commander';
import { kindsOfLevel } from '../levels.js';
import type { ReadyMessage } from '../servers/level-processes.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { level, port } from './options.js';

interface NodeOptions {
  readonly level: Level;
  readonly owns: string;
  readonly database: string;
  readonly host: string;
  readonly port: number;
}

export function nodeCommand(): Command {
  return new Command('node')
    .description('serve the nodes of one level from a database (单独运行一级节点)')
    .requiredOption('--level <level>', 'district, street or committee', level)
    .requiredOption('--owns <codes>', 'the places whose nodes it keeps, as a code set: 310105009')
    .requiredOption('--database <url|file>', 'a postgres:// address, or the file of an embedded database')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', '0 takes a free one', port, 0)
    .action(serveNode);
}

async function serveNode(options: NodeOptions): Promise<void> {
  const server = await startLevelServer({ ...options, kinds: kindsOfLevel[options.level] });
  print(`${options.level.toLowerCase()} ${options.owns}  ${server.url}`);
  process.send?.({ ready: server.url } satisfies ReadyMessage);
  await runUntilStopped(async () => server.close());
}
