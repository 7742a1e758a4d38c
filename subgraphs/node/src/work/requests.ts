import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sqlite';
import type { NodeDatabase } from '../database/database.js';
import { sql } from '../database/sql.js';
import type { ChangeInput, Move } from './move.js';

/** What became of a change that was made under the same number before. */
export interface Made {
  readonly digest: string;
  readonly record_id: string | null;
}

/** Names a change by its content. */
export function digestOf({ name }: Move, input: ChangeInput): string {
  const { requestId: _, ...content } = input;
  return createHash('sha256')
    .update(JSON.stringify([name, content]))
    .digest('hex');
}

interface Claim {
  readonly requestId: string;
  readonly digest: string;
  readonly moment: string;
}

/**
 * Takes a request's number in the transaction of its change. It is the transaction's first statement, and a writing one: so
 * two changes of one number wait for each other, and SQLite never has to make a writer of a reader. Null when it is taken;
 * else what was made under it before.
 */
export async function claim(database: NodeDatabase, em: EntityManager, asked: Claim): Promise<Made | null> {
  const { requestId, digest, moment } = asked;
  const taken = await database.query(
    sql`INSERT INTO "change_request" ("request_id", "digest", "made_at") VALUES (${requestId}, ${digest}, ${moment})
      ON CONFLICT ("request_id") DO NOTHING RETURNING "request_id"`,
    em,
  );
  if (taken.length > 0) return null;
  const [made] = await database.query<Made>(
    sql`SELECT "digest", "record_id" FROM "change_request" WHERE "request_id" = ${requestId}`,
    em,
  );
  return made ?? null;
}

/** Notes what was made under a claimed number. */
export async function settle(
  database: NodeDatabase,
  em: EntityManager,
  { requestId, id, version }: { requestId: string; id: string; version: number },
): Promise<void> {
  await database.query(
    sql`UPDATE "change_request" SET "record_id" = ${id}, "version" = ${version} WHERE "request_id" = ${requestId}`,
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
