import { createHash } from 'node:crypto';
import type { MikroORM as PostgreSqlORM } from '@mikro-orm/postgresql';
import type { MikroORM as SqliteORM } from '@mikro-orm/sqlite';
import { defineEntity, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';
import { textColumn } from './record.entity.js';

type ORM = SqliteORM | PostgreSqlORM;

/** Which tables the database was last brought up to: one row. */
export function schemaStateEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({ name: 'SchemaState', tableName: 'schema_state', properties: { digest: text().primary() } });
}

/** Any number that nothing else locks by. */
const LOCK = 6_010_018;

/**
 * Brings the tables up to the definitions; only when these have changed, for comparing hundreds of tables takes longer than
 * all else of a start. On PostgreSQL one process at a time: two that begin with an empty database would get in each other's way.
 */
export async function bringUpToDate(orm: ORM, dialect: Dialect): Promise<void> {
  const digest = createHash('sha256')
    .update(await orm.schema.getCreateSchemaSQL())
    .digest('hex');
  if (await isAt(orm, digest)) return;
  if (dialect === 'sqlite') return update(orm, digest);
  await (orm as PostgreSqlORM).em.fork().transactional(async (em) => {
    await em.execute(`SELECT pg_advisory_xact_lock(${LOCK})`);
    if (!(await isAt(orm, digest))) await update(orm, digest);
  });
}

async function update(orm: ORM, digest: string): Promise<void> {
  await orm.schema.update({ safe: true });
  const em = orm.em.fork();
  await em.execute('DELETE FROM "schema_state"');
  await em.execute('INSERT INTO "schema_state" ("digest") VALUES (?)', [digest]);
}

async function isAt(orm: ORM, digest: string): Promise<boolean> {
  try {
    const rows: unknown[] = await orm.em.fork().execute('SELECT 1 FROM "schema_state" WHERE "digest" = ?', [digest]);
    return rows.length > 0;
  } catch {
    // The table is not there yet; whatever else is wrong shows in the update.
    return false;
  }
}
