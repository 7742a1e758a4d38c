import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sqlite';
import type { NodeDatabase } from '../database/database.js';
import { list, sql } from '../database/sql.js';
import type { StoredRecord } from '../import/store/stored-record.js';
import type { ChangeInput, Move } from './move.js';

/** What became of a change that was made under the same number before. */
interface Made {
  readonly digest: string;
  readonly record_id: string;
}

/**
 * Names a change by its content, however its fields are ordered. A dry run is the same change as the real one, and what is
 * left out the same as null, but for the record's fields, which null clears.
 */
export function digestOf({ name }: Move, input: ChangeInput): string {
  const { requestId: _, dryRun: _dryRun, fields, ...common } = input;
  const given = Object.entries(common).filter(([, value]) => value !== null && value !== undefined);
  return createHash('sha256')
    .update(JSON.stringify([name, sorted(given), sorted(Object.entries(fields))]))
    .digest('hex');
}

function sorted<Entry extends readonly [string, unknown]>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What was made under a number before; undefined for a new one. */
export async function madeBefore(
  database: NodeDatabase,
  em: EntityManager,
  requestId: string,
): Promise<Made | undefined> {
  const [made] = await database.query<Made>(
    sql`SELECT "digest", "record_id" FROM "change_request" WHERE "request_id" = ${requestId}`,
    em,
  );
  return made;
}

interface Making {
  readonly requestId: string;
  readonly digest: string;
  readonly moment: string;
  readonly record: StoredRecord;
}

/** Notes in a change's transaction what is made under its number. */
export async function noteMade(database: NodeDatabase, em: EntityManager, making: Making): Promise<void> {
  const { requestId, digest, moment, record } = making;
  const row = list([requestId, digest, record.id, record.values['version'], moment]);
  await database.query(
    sql`INSERT INTO "change_request" ("request_id", "digest", "record_id", "version", "made_at") VALUES (${row})`,
    em,
  );
}

/** The number of one change among several that are made under one number. */
export function partOf(requestId: string, part: string): string {
  return `${requestId}:${part}`;
}

/** The ids of the records that were made under a number's parts. */
export async function madeUnder(database: NodeDatabase, requestId: string): Promise<string[]> {
  const made = await database.query<{ record_id: string }>(
    // `;` is the character after `:`.
    sql`SELECT "record_id" FROM "change_request" WHERE "request_id" >= ${`${requestId}:`} AND "request_id" < ${`${requestId};`}
      AND "record_id" IS NOT NULL ORDER BY "record_id"`,
  );
  return made.map(({ record_id }) => record_id);
}
