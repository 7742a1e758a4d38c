import {
  codeSetMatcher,
  OneNXError,
  recordId,
  type CodeSet,
  type KindDefinition,
  type RecordValues,
} from '@onenx/schema';
import { snakeCase } from '../../database/columns.js';
import type { NodeDatabase } from '../../database/database.js';
import { name, sql } from '../../database/sql.js';
import type { ReadRow } from '../rows/row-reader.js';
import type { RecordTable } from './record-table.js';
import type { StoredRecord } from './stored-record.js';

const PAGE = 5000;

/** The records that a file names, also in rows that will be refused: a typing error must not end a record. */
export class NamedRecords {
  private readonly keys = new Set<string>();
  private readonly numbers = new Set<unknown>();
  /** Rows of which it cannot be told what record they mean. */
  unreadable = 0;

  constructor(private readonly kind: KindDefinition) {}

  add({ values, problems }: ReadRow): void {
    const { externalId } = values;
    if (typeof externalId === 'string') this.numbers.add(externalId);
    const key = this.keyOf(values);
    if (key !== null) this.keys.add(key);
    const elsewhere = problems.some((problem) => problem.code === 'PLACE_OUTSIDE_NODE');
    if (key === null && typeof externalId !== 'string' && !elsewhere) this.unreadable += 1;
  }

  private keyOf(values: ReadRow['values']): string | null {
    const { place } = values;
    const known = this.kind.key.every((field) => values[field] !== undefined && values[field] !== null);
    return typeof place === 'string' && known ? recordId(this.kind, place, values as RecordValues) : null;
  }

  has(record: StoredRecord): boolean {
    return this.keys.has(record.natural) || this.numbers.has(record.values['sourceKey']);
  }
}

export interface SnapshotRules {
  readonly database: NodeDatabase;
  readonly kind: KindDefinition;
  readonly source: string;
  readonly owns?: CodeSet;
  readonly today: string;
  readonly maxClosePercent: number;
}

/**
 * The ids of the open records of the source within the node that the file does not name. Throws CLOSE_LIMIT when they are more
 * than `maxClosePercent` of the open ones.
 */
export async function recordsToClose(table: RecordTable, named: NamedRecords, rules: SnapshotRules): Promise<string[]> {
  const owned = rules.owns ? codeSetMatcher(rules.owns) : () => true;
  const ids: string[] = [];
  let open = 0;
  for await (const record of openRecords(table, rules)) {
    if (!owned(String(record.values['place']))) continue;
    open += 1;
    if (!named.has(record)) ids.push(record.id);
  }
  if (ids.length * 100 > open * rules.maxClosePercent) {
    const found = `${ids.length}/${open} (${Math.round((ids.length * 1000) / open) / 10}%)`;
    throw new OneNXError('CLOSE_LIMIT', { found, expected: `${rules.maxClosePercent}%` });
  }
  return ids;
}

async function* openRecords(table: RecordTable, rules: SnapshotRules): AsyncGenerator<StoredRecord> {
  const ended = name(snakeCase(rules.kind.validity.to));
  const where = sql`"source_system" = ${rules.source} AND (${ended} IS NULL OR ${ended} > ${rules.today})`;
  let after = '';
  for (;;) {
    const page = await table.page(rules.database.em(), { where, after, rows: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Throws ARGUMENT_INVALID for a kind whose records cannot be ended: the end is part of what they are. */
export function expectClosable(kind: KindDefinition): void {
  if (!kind.key.includes(kind.validity.to)) return;
  const expected = `delta (${kind.name}: ${kind.validity.to} ∈ key)`;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'mode', found: 'snapshot', expected });
}
