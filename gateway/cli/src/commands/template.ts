import { divisionTemplate, template } from '@onenx/node';
import { Command, Option } from 'commander';
import { kindNamed } from './database-for.js';

export function templateCommand(): Command {
  return new Command('template')
    .description('the header of the file in which a kind is imported (导入模板)')
    .argument('<kind>', 'divisions, or a record kind: RegisteredOrganization, activityTeams, 群众活动团队 …')
    .addOption(new Option('--language <language>', 'of the header').choices(['names', 'zh', 'en']).default('zh'))
    .action((name: string, { language }: { language: 'names' | 'zh' | 'en' }) => {
      process.stdout.write(name === 'divisions' ? divisionTemplate(language) : template(kindNamed(name), language));
    });
}
