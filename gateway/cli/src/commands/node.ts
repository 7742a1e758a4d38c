import { startLevelServer } from '@onenx/node';
import type { Level } from '@onenx/schema';
import { Command } from 'commander';
import { extensionsOfLevel, kindsOfLevel } from '../levels.js';
import type { ReadyMessage } from '../servers/level-processes.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { nodeCheckCommand } from './node-check.js';
import { ATTACHMENTS, level, port } from './options.js';

interface NodeOptions {
  readonly level?: Level;
  readonly owns?: string;
  readonly database?: string;
  readonly attachments?: string;
  readonly host: string;
  readonly port: number;
}

export function nodeCommand(finish: (status: number) => void): Command {
  return new Command('node')
    .enablePositionalOptions()
    .addCommand(nodeCheckCommand(finish).exitOverride())
    .description('serve the nodes of one level from a database (单独运行一级节点)')
    .option('--level <level>', 'district, street or committee (required)', level)
    .option('--owns <codes>', 'the places whose nodes it keeps, as a code set: 310105009 (required)')
    .option('--database <url|file>', 'a postgres:// address, or the file of an embedded database (required)')
    .option('--attachments <directory>', ATTACHMENTS)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', '0 takes a free one', port, 0)
    .action(serveNode);
}

async function serveNode(options: NodeOptions, command: Command): Promise<void> {
  const { level, owns, database, attachments, host, port } = options;
  // Not required of commander: `node check` has the same parent and needs none of them.
  if (level === undefined || owns === undefined || database === undefined) {
    return command.error('error: give --level, --owns and --database');
  }
  const server = await startLevelServer({
    level,
    owns,
    database,
    attachments,
    host,
    port,
    kinds: kindsOfLevel[level],
    extensions: extensionsOfLevel[level],
  });
  print(`${level.toLowerCase()} ${owns}  ${server.url}`);
  process.send?.({ ready: server.url } satisfies ReadyMessage);
  await runUntilStopped(async () => server.close());
}
