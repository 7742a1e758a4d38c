import { todayInShanghai } from '@onenx/node';
import { parseDay } from '@onenx/schema';
import { Command } from 'commander';
import { writeSample } from '../sample/index.js';
import { print } from '../terminal.js';

export function sampleCommand(): Command {
  return new Command('sample')
    .description("write the sample's import files; the same day gives the same files (生成示例数据文件)")
    .argument('<directory>', 'where to write them')
    .option('--today <day>', 'the day on which the demonstration year ends', (text) => parseDay(text, '--today'))
    .action(async (directory: string, { today = todayInShanghai() }: { today?: string }) => {
      await writeSample({ directory, today });
      print(directory);
    });
}
