import type { EntityManager } from '@mikro-orm/sqlite';
import type { DivisionCode } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { list, raw, sql, type Sql } from '../database/sql.js';
import { quotedList } from '../import/store/stored-record.js';

/** What is known of an attached file. Moments are ISO 8601, UTC. */
export interface Attachment {
  readonly id: string;
  readonly recordId: string;
  /** Of the record when the file was attached. */
  readonly place: DivisionCode;
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of its bytes, in hexadecimal; also what the file is called on the disk. */
  readonly sha256: string;
  readonly createdAt: string;
  /** Role and place, never a name. */
  readonly createdBy: string;
  readonly endedAt: string | null;
}

const FIELDS = [
  'id',
  'recordId',
  'place',
  'filename',
  'mediaType',
  'bytes',
  'sha256',
  'createdAt',
  'createdBy',
  'endedAt',
] as const satisfies readonly (keyof Attachment)[];

/** All that was ever attached to records, oldest first: one statement, however many records. */
export async function attachmentsOf(database: NodeDatabase, recordIds: readonly string[]): Promise<Attachment[][]> {
  const found = await select(database, sql`"record_id" IN (${list(recordIds)})`);
  const byRecord = Map.groupBy(found, ({ recordId }) => recordId);
  return recordIds.map((id) => byRecord.get(id) ?? []);
}

export async function attachmentById(
  database: NodeDatabase,
  id: string,
  em?: EntityManager,
): Promise<Attachment | undefined> {
  const [found] = await select(database, sql`"id" = ${id}`, em);
  return found;
}

/** The attachment of a record that has the same content and name and has not ended. */
export async function sameAttachment(
  database: NodeDatabase,
  em: EntityManager,
  { recordId, filename, sha256 }: Attachment,
): Promise<Attachment | undefined> {
  const where = sql`"record_id" = ${recordId} AND "filename" = ${filename} AND "sha256" = ${sha256} AND "ended_at" IS NULL`;
  const [found] = await select(database, where, em);
  return found;
}

export async function insertAttachment(
  database: NodeDatabase,
  em: EntityManager,
  attachment: Attachment,
): Promise<void> {
  const row = list(FIELDS.map((field) => attachment[field]));
  await database.query(sql`INSERT INTO "attachment" (${raw(quotedList(FIELDS))}) VALUES (${row})`, em);
}

/** Ends an attachment; one that has ended keeps its moment. */
export async function endAttachment(
  database: NodeDatabase,
  em: EntityManager,
  { id, moment }: { id: string; moment: string },
): Promise<void> {
  await database.query(
    sql`UPDATE "attachment" SET "ended_at" = ${moment} WHERE "id" = ${id} AND "ended_at" IS NULL`,
    em,
  );
}

async function select(database: NodeDatabase, where: Sql, em?: EntityManager): Promise<Attachment[]> {
  const rows = await database.query<Record<string, unknown>>(
    sql`SELECT ${raw(quotedList(FIELDS))} FROM "attachment" WHERE ${where} ORDER BY "created_at", "id"`,
    em,
  );
  return rows.map(
    (row) => Object.fromEntries(FIELDS.map((field) => [field, row[snakeCase(field)] ?? null])) as unknown as Attachment,
  );
}
