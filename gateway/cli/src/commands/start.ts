import { LEVELS } from '@onenx/schema';
import { Command } from 'commander';
import { databaseFile, DEFAULT_DATA, partOf } from '../data-directory.js';
import { fillSample } from '../fill-sample.js';
import { startHubServer } from '../servers/hub-server.js';
import { startLevelProcess, type LevelProcess } from '../servers/level-processes.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { withGatewayOptions, type GatewaySettings } from './gateway-options.js';
import { port } from './options.js';

/** The code of the sample's district. */
const DISTRICT = '310105';

interface StartOptions extends GatewaySettings {
  readonly data: string;
  readonly port: number;
}

export function startCommand(): Command {
  return withGatewayOptions(
    new Command('start')
      .description(
        'fill the embedded databases with the sample on the first run, then serve the hub and the three levels (启动)',
      )
      .option('--data <directory>', 'where the embedded databases lie', DEFAULT_DATA)
      .option('--port <port>', 'the hub; the levels take the three ports after it', port, 4000),
  ).action(start);
}

async function start({ data, port: hubPort, limit: limits, introspection }: StartOptions): Promise<void> {
  await fillSample(data);
  const levels: LevelProcess[] = [];
  try {
    for (const [i, level] of LEVELS.entries()) {
      const options = {
        level,
        database: databaseFile(data, partOf(level)),
        owns: DISTRICT,
        port: hubPort === 0 ? 0 : hubPort + i + 1,
      };
      levels.push(await startLevelProcess(options));
    }
    const urls = Object.fromEntries(levels.map(({ level, url }) => [level, url])) as Record<
      (typeof LEVELS)[number],
      string
    >;
    const database = databaseFile(data, 'hub');
    const hub = await startHubServer({ database, port: hubPort, levels: urls, limits, introspection });
    tellWhere(hub.url, levels);
    await runUntilStopped(async () => hub.close());
  } finally {
    await Promise.all(levels.map(async (level) => level.stop()));
  }
}

function tellWhere(url: string, levels: readonly LevelProcess[]): void {
  print();
  print(`OneNX  ${url}`);
  for (const level of levels) print(`       ${level.level.toLowerCase().padEnd(9)} ${level.url}`);
  print('All records are generated (示例数据). One query to try:');
  print();
  print(`curl -s ${url} -H 'content-type: application/json' -d '{"query":"${EXAMPLE}"}'`);
  print();
  print('Stop with Ctrl-C.');
}

const EXAMPLE =
  '{ district(code: \\"310105\\") { name coverage { expected answered } summary { registeredOrganizations { value } teams { value } } streets { name summary { teams { value coverage { complete } } } } } }';
