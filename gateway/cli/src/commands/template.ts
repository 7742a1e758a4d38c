import { templateFile, type TemplateShape } from '@onenx/node';
import { Command, Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { kindNamed } from './database-for.js';
import { formatOfFile } from './file-format.js';

interface TemplateOptions {
  readonly language: TemplateShape['language'];
  readonly format?: TemplateShape['format'];
  readonly out?: string;
}

export function templateCommand(): Command {
  return new Command('template')
    .description('the empty file in which a kind is imported; a workbook also says what its columns hold (导入模板)')
    .argument('<kind>', 'divisions, registers, or a record kind: RegisteredOrganization, activityTeams, 群众活动团队 …')
    .addOption(new Option('--language <language>', 'of the header').choices(['names', 'zh', 'en']).default('zh'))
    .addOption(new Option('--format <format>', "of the file; by --out's name when left out").choices(['csv', 'xlsx']))
    .option('--out <file>', 'where to write; the standard output otherwise')
    .action(async (name: string, { language, format, out }: TemplateOptions) => {
      const named = formatOfFile(out) === 'xlsx' ? 'xlsx' : 'csv';
      const of = name === 'divisions' || name === 'legal-parameters' ? name : kindNamed(name);
      const file = await templateFile(of, { language, format: format ?? named });
      if (out === undefined) process.stdout.write(file);
      else await writeFile(out, file);
    });
}
