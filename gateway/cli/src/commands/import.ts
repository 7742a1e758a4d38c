import {
  dialectOf,
  importDivisions,
  importParameters,
  importRecords,
  NodeDatabase,
  type ColumnMap,
  type ImportSummary,
} from '@onenx/node';
import { LEVELS, parseCodeSet, parseDay, type KindDefinition } from '@onenx/schema';
import { Command, Option } from 'commander';
import { databaseFile, PARTS, partOf } from '../data-directory.js';
import { kindsOfLevel } from '../levels.js';
import { registerEntry } from '../registers/register-entry.kind.js';
import { print, progress } from '../terminal.js';
import { kindNamed, withKind } from './database-for.js';
import { percent } from './options.js';
import { readColumnMap } from './read-column-map.js';

interface ImportCommandOptions {
  readonly into: string;
  readonly source?: string;
  readonly map?: string;
  readonly mode: 'delta' | 'snapshot';
  readonly maxClose: number;
  readonly owns?: string;
  readonly validFrom?: string;
}

/** Exit status 0: all landed; 3: some rows were refused; 1: nothing landed. */
export function importCommand(finish: (status: number) => void): Command {
  return new Command('import')
    .description('import divisions or records from CSV, NDJSON or Excel (导入)')
    .argument(
      '<kind>',
      'divisions, legal-parameters, registers, or a record kind: RegisteredOrganization, activityTeams, 群众活动团队 …',
    )
    .argument(
      '<file>',
      'CSV (UTF-8 or GB18030), NDJSON, or the first sheet of an .xlsx, with the columns of `onenx template`',
    )
    .requiredOption('--into <url|directory>', 'a postgres:// address, or the directory of embedded databases')
    .option('--source <system>', 'the system that the records come from; required for records')
    .option('--map <file>', 'a YAML or JSON file that maps columns and codes')
    .addOption(
      new Option('--mode <mode>', 'snapshot: what the file does not name has ended')
        .choices(['delta', 'snapshot'])
        .default('delta'),
    )
    .option('--max-close <percent>', 'how much a snapshot may close', percent, 5)
    .option('--owns <codes>', 'refuse records outside these places, as a code set: 310105009')
    .option('--valid-from <day>', 'divisions: the first day of rows that do not say theirs', (text) =>
      parseDay(text, '--valid-from'),
    )
    .action(async (kind: string, file: string, options: ImportCommandOptions, command: Command) => {
      const named = kind === 'divisions' || kind === 'legal-parameters' ? null : kindNamed(kind);
      if (named !== null && named !== registerEntry && options.source === undefined)
        command.error("error: required option '--source <system>' not specified");
      const summary =
        named === null
          ? await importEverywhere(kind === 'divisions' ? 'divisions' : 'legal-parameters', file, options)
          : await importKind(named, file, options);
      tell(summary);
      finish(statusOf(summary));
    });
}

/**
 * The tree goes into every database of a directory: it is loaded in the hub and in every node. Legal parameters go into those
 * of the levels, whose rules ask for them.
 */
async function importEverywhere(
  what: 'divisions' | 'legal-parameters',
  file: string,
  { into, validFrom }: ImportCommandOptions,
): Promise<ImportSummary> {
  let summary: ImportSummary | undefined;
  for (const { location, kinds } of databasesFor(what, into)) {
    const database = await NodeDatabase.open({ location, kinds });
    try {
      summary =
        what === 'divisions'
          ? await importDivisions({ database, file, ...(validFrom === undefined ? {} : { validFrom }) })
          : await importParameters({ database, file });
    } finally {
      await database.close();
    }
  }
  if (summary === undefined) throw new Error('no database to import into');
  return summary;
}

function databasesFor(what: string, into: string): { location: string; kinds: readonly KindDefinition[] }[] {
  if (dialectOf(into) === 'postgresql') return [{ location: into, kinds: [] }];
  return PARTS.filter((part) => what === 'divisions' || part !== 'hub').map((part) => {
    const level = LEVELS.find((one) => partOf(one) === part);
    return { location: databaseFile(into, part), kinds: level === undefined ? [] : kindsOfLevel[level] };
  });
}

async function importKind(kind: KindDefinition, file: string, options: ImportCommandOptions): Promise<ImportSummary> {
  const map: ColumnMap | undefined = options.map === undefined ? undefined : await readColumnMap(options.map);
  return withKind(kind, options.into, async ({ database, tree }) => {
    const shown = progress(`${kind.zh} ${kind.name}`);
    try {
      return await importRecords({
        database,
        tree,
        kind,
        file,
        source: options.source ?? registerEntry.plural,
        mode: options.mode,
        maxClosePercent: options.maxClose,
        ...(options.owns === undefined ? {} : { owns: parseCodeSet(options.owns) }),
        ...(map === undefined ? {} : { map }),
        onProgress: ({ bytesRead, bytesTotal, rows, rejected }) =>
          shown.update(bytesRead, bytesTotal, `${rows} rows, ${rejected} rejected`),
      });
    } finally {
      shown.end();
    }
  });
}

function tell(summary: ImportSummary): void {
  const { rows, inserted, updated, unchanged, rejected, closed, withheld, rejectsFile } = summary;
  print(
    `${rows} rows: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${closed} closed`,
  );
  if (withheld > 0)
    print(`  ${withheld} records were not closed: the key of a rejected row could not be read, and may be theirs`);
  for (const { line, column, code, messageZh, messageEn } of summary.problems.slice(0, 5)) {
    print(`  line ${line}${column ? `, ${column}` : ''}: ${messageZh} / ${messageEn} [${code}]`);
  }
  if (rejectsFile !== null) print(`  all rejected rows: ${rejectsFile}`);
}

/** The tree lands whole or not at all: then one bad row is all that it takes. */
function statusOf({ rejected, inserted, updated, unchanged }: ImportSummary): number {
  if (rejected === 0) return 0;
  return inserted + updated + unchanged > 0 ? 3 : 1;
}
