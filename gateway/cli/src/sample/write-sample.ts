import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DivisionCode } from '@onenx/schema';
import type { Day } from './calendar.js';
import { registerTable } from './further/registers.js';
import { NEW_COMMITTEES, Places } from './places.js';
import { Random } from './random.js';
import { tableCsv } from './row.js';
import { sampleTables } from './tables.js';
import { demonstrationMonths, REPORT_DAY } from './vintages.js';

/** The seed of the published sample: any other makes another district with the same published figures. */
export const DEFAULT_SEED = 310_105;

export interface SampleOptions {
  /** Where the files are written; made when it does not exist, its files of the same names overwritten. */
  readonly directory: string;
  readonly seed?: number;
  /** The day on which the demonstration vintage ends, `YYYY-MM-DD`, from 2025-07-31 on. */
  readonly today: Day;
}

/** What was written, for people to read before they believe a number of it. */
export interface SampleSummary {
  readonly directory: string;
  readonly seed: number;
  readonly today: Day;
  /** The day of the published figures. */
  readonly reportDay: Day;
  /** The first and last day of the demonstration's whole months. */
  readonly demonstration: { readonly from: Day; readonly to: Day };
  /** The files in the order in which they are to be imported, places first. */
  readonly files: readonly { readonly name: string; readonly kind: string | null; readonly rows: number }[];
  readonly rows: number;
  /** Committees whose beginning in 2023 and predecessor are made up. */
  readonly inventedSplits: readonly DivisionCode[];
  readonly remarks: readonly string[];
}

/** Which registers the nodes keep, since when. */
export const REGISTERS = 'registers.csv';

const REMARKS = [
  'Every record is synthetic: 示例 is in every name, and every credit code is of a range that no real body has.',
  `The figures published for ${REPORT_DAY} are reproduced; how they divide over places is made up.`,
  'Division codes and names are the official edition of 2023-06-30. The days on which places began are made up, and so is which four committees were new in 2023 and of what neighbour; their rows are marked synthetic.',
  'The report counts 185 居民区, which may not be the same as residents’ committees (居委会), of which the list of 2023 has 189.',
];

/**
 * Writes the sample's import files: `divisions.csv`, `registers.csv` and one `<Kind>.csv` a record kind. The same seed and day give the same
 * bytes. @throws ARGUMENT_INVALID when `today` is no day or too early; the errors of the file system
 */
export async function writeSample(options: SampleOptions): Promise<SampleSummary> {
  const { directory, today, seed = DEFAULT_SEED } = options;
  const months = demonstrationMonths(today);
  const random = new Random(seed);
  const places = await Places.load(random.fork('places'));
  const context = { random, places, today, months };
  const tables = sampleTables(context);
  const registers = registerTable(context);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'divisions.csv'), places.divisionsCsv());
  await writeFile(join(directory, REGISTERS), tableCsv(registers));
  for (const table of tables) await writeFile(join(directory, `${table.kind.name}.csv`), tableCsv(table));
  const files = tables.map(({ kind, rows }) => ({ name: `${kind.name}.csv`, kind: kind.name, rows: rows.length }));
  return {
    directory,
    seed,
    today,
    reportDay: REPORT_DAY,
    demonstration: { from: months[0]?.from ?? today, to: months.at(-1)?.to ?? today },
    files: [
      { name: 'divisions.csv', kind: null, rows: places.count },
      { name: REGISTERS, kind: null, rows: registers.rows.length },
      ...files,
    ],
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    inventedSplits: [...NEW_COMMITTEES.keys()],
    remarks: REMARKS,
  };
}
