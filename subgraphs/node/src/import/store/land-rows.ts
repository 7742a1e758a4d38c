import { logChanges } from '../../history/change-log.js';
import { recordId, type RecordValues } from '@onenx/schema';
import type { EntityManager } from '@mikro-orm/sqlite';
import { todayInShanghai } from '../../server/today.js';
import type { ImportOptions } from '../import-options.js';
import type { Tally } from '../import-summary.js';
import type { ReportFile } from '../report-file.js';
import type { RowReader } from '../rows/row-reader.js';
import type { RowReport } from '../rows/row-report.js';
import { BATCH_ROWS, type RowSource, type SourceRow } from '../source/source-row.js';
import { BatchIndex, fileMemory, type FileMemory } from './batch-index.js';
import { BatchPlanner, type BatchPlan, type ImportRules, type KeyedRow } from './plan-batch.js';
import type { RecordTable } from './record-table.js';

/** What the steps of one import share. */
export interface Landing {
  readonly options: ImportOptions;
  readonly table: RecordTable;
  readonly tally: Tally;
  readonly report: ReportFile;
  readonly read: RowReader;
  readonly rules: ImportRules;
}

/** Lands the rows of a file batch by batch, each whole or not at all. */
export async function landRows(landing: Landing, source: RowSource): Promise<void> {
  const { options, table, tally, report } = landing;
  const memory = fileMemory(await table.movedKeys(options.database.em()));
  const planner = new BatchPlanner(landing.rules);
  const onBytes = (count: number) => {
    tally.bytesRead += count;
  };
  for await (const rows of source.batches(onBytes)) {
    options.signal?.throwIfAborted();
    const { good, faults, refused } = sort(rows, landing);
    const plan = await options.database.write((em) => landBatch(em, good, { landing, memory, planner }));
    tally.rows += rows.length;
    tally.inserted += plan.inserts.length;
    tally.updated += plan.updates.length;
    tally.unchanged += plan.unchanged;
    tally.rejected += refused + plan.rejected.length;
    await report.add([...faults, ...plan.rejected].sort((a, b) => a.line - b.line));
    options.onProgress?.(tally.progress());
  }
}

interface Sorted {
  readonly good: readonly KeyedRow[];
  readonly faults: readonly RowReport[];
  /** Rows, each of which may have several faults. */
  readonly refused: number;
}

function sort(rows: readonly SourceRow[], { read, options: { kind } }: Landing): Sorted {
  const good: KeyedRow[] = [];
  const faults: RowReport[] = [];
  for (const source of rows) {
    const { line, values, problems } = read(source);
    if (problems.length > 0) faults.push(...problems);
    else
      good.push({
        line,
        values,
        problems,
        natural: recordId(kind, String(values['place']), values as RecordValues) ?? '',
      });
  }
  return { good, faults, refused: rows.length - good.length };
}

interface Batch {
  readonly landing: Landing;
  readonly memory: FileMemory;
  readonly planner: BatchPlanner;
}

async function landBatch(em: EntityManager, rows: readonly KeyedRow[], batch: Batch): Promise<BatchPlan> {
  const { table, options } = batch.landing;
  const { source } = options;
  const index = new BatchIndex(batch.memory, source);
  const ids = rows.map(({ natural }) => batch.memory.moved.get(natural) ?? natural);
  const numbers = rows.flatMap(({ values: { externalId } }) => (typeof externalId === 'string' ? [externalId] : []));
  index.load(await table.byId(em, ids));
  index.load(await table.bySource(em, source, numbers));
  const stamp = moment(options);
  const plan = batch.planner.plan(rows, index, stamp);
  // A changed record may give up a key or number that a new one takes.
  await table.update(em, plan.updates, stamp);
  await table.insert(em, plan.inserts);
  await logChanges(options.database, em, { kind: options.kind, records: [...plan.updates, ...plan.inserts] });
  return plan;
}

/** Ends the records that a snapshot no longer names. */
export async function closeRecords({ options, table, tally }: Landing, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH_ROWS) {
    const some = ids.slice(at, at + BATCH_ROWS);
    const stamp = moment(options);
    await options.database.write(async (em) => {
      const closed = { day: todayInShanghai(new Date(stamp)), moment: stamp, actor: options.actor ?? null };
      await table.close(em, some, closed);
      await logChanges(options.database, em, { kind: options.kind, records: await table.byId(em, some) });
    });
    tally.closed += some.length;
  }
}

function moment({ now }: ImportOptions): string {
  return (now?.() ?? new Date()).toISOString();
}
