import type { KindDefinition, Spec } from '@onenx/schema';
import { fieldsOf, historyOf, snakeCase, tableOf } from '../database/columns.js';
import { name, raw, sql, type Sql } from '../database/sql.js';

/** The records of a kind as a table to read from: those on record now, or what was on record at the spec's moment. */
export function knownRecords(kind: KindDefinition, { knownAt }: Spec): Sql {
  if (!knownAt) return name(tableOf(kind));
  const columns = raw(
    fieldsOf(kind)
      .map((field) => `"${snakeCase(field)}"`)
      .join(', '),
  );
  return sql`(SELECT ${columns} FROM ${name(tableOf(kind))} WHERE "recorded_at" <= ${knownAt}
    UNION ALL SELECT ${columns} FROM ${name(historyOf(kind))}
      WHERE "recorded_at" <= ${knownAt} AND "known_until" > ${knownAt}) AS known`;
}
