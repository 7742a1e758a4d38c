import type { EntityManager } from '@mikro-orm/sqlite';
import { prefixOf, type CodeSet, type DivisionCode, type KindDefinition } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { raw, sql } from '../database/sql.js';
import type { StoredRecord } from '../import/store/stored-record.js';
import { writeRows } from '../import/store/write-rows.js';
import { answeredFor, inAnyOf } from '../lists/answered-for.js';

/** One entry of the feed. */
export interface LoggedChange {
  readonly seq: number;
  readonly kind: string;
  readonly recordId: string;
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/**
 * Logs what a transaction of `NodeDatabase.write` has written. A node has one writer at a time: a reader that has seen a
 * number has seen all before it.
 */
export async function logChanges(
  database: NodeDatabase,
  em: EntityManager,
  { kind, records }: { kind: KindDefinition; records: readonly StoredRecord[] },
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ id, values }) => [
    kind.name,
    id,
    values['place'] ?? null,
    values['version'] ?? null,
    values['recordedAt'] ?? null,
  ]);
  const into = '"change_log" ("kind", "record_id", "place", "version", "recorded_at")';
  await writeRows({ database, em, into, conflict: raw(''), rows });
}

interface Asked {
  readonly under: DivisionCode;
  readonly codes: CodeSet;
  readonly after: number;
  readonly first: number;
}

/** The changes after a number, oldest first, of the places that are asked for. */
export async function changesAfter(database: NodeDatabase, asked: Asked): Promise<LoggedChange[]> {
  return database.query<LoggedChange>(
    sql`SELECT "seq", "kind", "record_id" AS "recordId", "version", "recorded_at" AS "recordedAt" FROM "change_log"
      WHERE "seq" > ${asked.after} AND ${inAnyOf([prefixOf(asked.under)])} AND ${answeredFor(asked.codes)}
      ORDER BY "seq" LIMIT ${asked.first}`,
  );
}
