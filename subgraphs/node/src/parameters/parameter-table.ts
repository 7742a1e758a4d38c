import type { EntityManager } from '@mikro-orm/sqlite';
import type { FieldValue, LegalParameter } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { raw, sql } from '../database/sql.js';
import { quotedList } from '../import/store/stored-record.js';
import { writeRows } from '../import/store/write-rows.js';

export type Origin = 'SHIPPED' | 'IMPORTED';

/** A parameter as the table has it. */
export interface StoredParameter extends LegalParameter {
  readonly origin: Origin;
}

const KEY = ['name', 'place', 'validFrom'] as const;
const REST = ['validTo', 'value', 'unit', 'zh', 'en', 'source', 'confirmed'] as const;
const FIELDS = [...KEY, ...REST, 'origin'] as const;

/** The fields that make a parameter another one: its name, place and first day. */
export function parameterKey({ name, place, validFrom }: LegalParameter): string {
  return JSON.stringify([name, place, validFrom]);
}

export function isSameParameter(a: LegalParameter, b: LegalParameter): boolean {
  return REST.every((field) => a[field] === b[field]);
}

export async function loadParameters(database: NodeDatabase, em?: EntityManager): Promise<StoredParameter[]> {
  const select = sql`SELECT ${raw(quotedList(FIELDS))} FROM "legal_parameter" ORDER BY "name", "place", "valid_from"`;
  const rows = await database.query<Record<string, unknown>>(select, em);
  return rows.map((row) => {
    const read = Object.fromEntries(FIELDS.map((field) => [field, row[snakeCase(field)] ?? null]));
    const [value, confirmed] = [Number(row['value']), Boolean(row['confirmed'])];
    return { ...read, value, confirmed } as unknown as StoredParameter;
  });
}

/** Writes parameters over those of the same key; what is shipped never over what was imported. */
export async function saveParameters(
  database: NodeDatabase,
  em: EntityManager,
  { parameters, origin }: { parameters: readonly LegalParameter[]; origin: Origin },
): Promise<void> {
  const set = [...REST, 'origin'].map((field) => `${quotedList([field])} = excluded.${quotedList([field])}`);
  const kept = origin === 'SHIPPED' ? ` WHERE "legal_parameter"."origin" = 'SHIPPED'` : '';
  const conflict = raw(` ON CONFLICT (${quotedList(KEY)}) DO UPDATE SET ${set.join(', ')}${kept}`);
  const rows = parameters.map((one) => FIELDS.map((field): FieldValue => (field === 'origin' ? origin : one[field])));
  await writeRows({ database, em, into: `"legal_parameter" (${quotedList(FIELDS)})`, conflict, rows });
}

/** Takes away shipped parameters, and no imported ones. */
export async function dropShipped(
  database: NodeDatabase,
  em: EntityManager,
  parameters: readonly LegalParameter[],
): Promise<void> {
  for (const { name, place, validFrom } of parameters) {
    await database.query(
      sql`DELETE FROM "legal_parameter"
        WHERE "name" = ${name} AND "place" = ${place} AND "valid_from" = ${validFrom} AND "origin" = 'SHIPPED'`,
      em,
    );
  }
}
