import { prefixLength, type KindDefinition } from '@onenx/schema';
import { snakeCase } from '../../database/columns.js';
import { join, raw, sql, type Sql } from '../../database/sql.js';

/** `recordId` said in SQL: the id that a stored record's present key would give it. */
export function naturalKey(kind: KindDefinition): Sql {
  const digits = prefixLength(kind.level);
  const owner = raw(`substr("place", 1, ${digits}) || '${'0'.repeat(12 - digits)}-${kind.code}-'`);
  const parts = kind.key.map((field) =>
    raw(`replace(replace(COALESCE(CAST("${snakeCase(field)}" AS text), ''), '%', '%25'), '~', '%7E')`),
  );
  return sql`${owner} || ${join(parts, " || '~' || ")}`;
}
