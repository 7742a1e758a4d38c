import {
  dialectOf,
  exportDivisions,
  exportParameters,
  exportRecords,
  FILE_FORMATS,
  NodeDatabase,
  type FileFormat,
} from '@onenx/node';
import { Command, Option } from 'commander';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { databaseFile, type Part } from '../data-directory.js';
import { kindNamed, withKind } from './database-for.js';
import { formatOfFile } from './file-format.js';

interface ExportCommandOptions {
  readonly from: string;
  readonly out?: string;
  readonly language: 'names' | 'zh' | 'en';
  readonly format?: FileFormat;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write the records of a kind in the columns of its import; personal data stays (导出)')
    .argument(
      '<kind>',
      'divisions, legal-parameters, registers, or a record kind: RegisteredOrganization, activityTeams, 群众活动团队 …',
    )
    .requiredOption('--from <url|directory>', 'a postgres:// address, or the directory of embedded databases')
    .option('--out <file>', 'where to write; the standard output otherwise')
    .addOption(new Option('--language <language>', 'of the header').choices(['names', 'zh', 'en']).default('names'))
    .addOption(new Option('--format <format>', "of the file; by --out's name when left out").choices(FILE_FORMATS))
    .action(exportKind);
}

async function exportKind(name: string, options: ExportCommandOptions): Promise<void> {
  const { from, out, language, format = formatOfFile(out) } = options;
  const file = out === undefined ? null : createWriteStream(out);
  const target = { out: file ?? process.stdout, language, format };
  if (name === 'divisions') {
    await withTree(from, async (database) => exportDivisions({ database, ...target }));
  } else if (name === 'legal-parameters') {
    await withParameters(from, async (database) => exportParameters({ database, ...target }));
  } else {
    const kind = kindNamed(name);
    await withKind(kind, from, async ({ database }) => exportRecords({ database, kind, ...target }));
  }
  file?.end();
  if (file !== null) await finished(file);
}

async function withTree(from: string, use: (database: NodeDatabase) => Promise<unknown>): Promise<void> {
  await withPart(from, 'hub', use);
}

/** Every level of a directory has the same ones. */
async function withParameters(from: string, use: (database: NodeDatabase) => Promise<unknown>): Promise<void> {
  await withPart(from, 'district', use);
}

async function withPart(from: string, part: Part, use: (database: NodeDatabase) => Promise<unknown>): Promise<void> {
  const location = dialectOf(from) === 'postgresql' ? from : databaseFile(from, part);
  const database = await NodeDatabase.open({ location, kinds: [] });
  try {
    await use(database);
  } finally {
    await database.close();
  }
}
