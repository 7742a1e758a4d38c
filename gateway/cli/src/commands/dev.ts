import { startLevelServer } from '@onenx/node';
import { expectLevel, parseDivisionCode, prefixOf, type Level } from '@onenx/schema';
import { Command } from 'commander';
import { databaseFile, DEFAULT_DATA, partOf } from '../data-directory.js';
import { fillSample } from '../fill-sample.js';
import { extensionsOfLevel, kindsOfLevel } from '../levels.js';
import { runUntilStopped } from '../servers/run-until-stopped.js';
import { print } from '../terminal.js';
import { ATTACHMENTS, level, port } from './options.js';

interface DevOptions {
  readonly level: Level;
  readonly place: string;
  readonly data: string;
  readonly attachments?: string;
  readonly port: number;
}

export function devCommand(): Command {
  return new Command('dev')
    .description("start what one level's team needs: its server alone, with the sample, for one place (各级开发团队)")
    .requiredOption('--level <level>', 'district, street or committee', level)
    .requiredOption('--place <code>', 'the place whose app you build: 310105009')
    .option('--data <directory>', 'where the embedded databases lie', DEFAULT_DATA)
    .option('--attachments <directory>', ATTACHMENTS)
    .option('--port <port>', '0 takes a free one', port, 4010)
    .action(dev);
}

async function dev({ level, place, data, attachments, port }: DevOptions): Promise<void> {
  const code = parseDivisionCode(place);
  expectLevel(code, level);
  await fillSample(data);
  const kinds = kindsOfLevel[level];
  const database = databaseFile(data, partOf(level));
  const server = await startLevelServer({
    level,
    kinds,
    extensions: extensionsOfLevel[level],
    database,
    attachments,
    port,
    owns: prefixOf(code),
  });
  const [first] = kinds;
  print(`${level.toLowerCase()} ${code}  ${server.url}`);
  print('The schema: schema/sdl/contracts/. One query to try:');
  print(
    `curl -s ${server.url} -H 'content-type: application/json' -d '{"query":"{ place(code: \\"${code}\\") { name level } ${first?.plural}(under: \\"${code}\\", first: 3) { totalCount nodes { id } } }"}'`,
  );
  await runUntilStopped(async () => server.close());
}
