import type { RegisterEntry } from '@onenx/hub';
import { fieldsOf, snakeCase, tableOf, type NodeDatabase } from '@onenx/node';
import type { Level } from '@onenx/schema';
import { registerEntry } from './register-entry.kind.js';

const TABLE = `"${tableOf(registerEntry)}"`;
const COLUMNS = fieldsOf(registerEntry).map((field) => `"${snakeCase(field)}"`);

/** Every entry of a hub's database. */
export async function loadRegisters(database: NodeDatabase): Promise<RegisterEntry[]> {
  const rows = await database.query<Record<string, string | null>>({
    text: `SELECT ${COLUMNS.join(', ')} FROM ${TABLE} ORDER BY "id"`,
    params: [],
  });
  return rows.map((row) => ({
    level: String(row['level']) as Level,
    place: String(row['place']),
    recordKind: String(row['record_kind']),
    keptSince: String(row['kept_since']),
    keptUntil: row['kept_until'] ?? null,
    basis: String(row['basis']),
  }));
}

/** A text that is another after any import that changed something: one row, from a table of some hundred. */
export async function registersMark(database: NodeDatabase): Promise<string> {
  const text = `SELECT count(*) AS "entries", sum("version") AS "versions", max("recorded_at") AS "newest" FROM ${TABLE}`;
  return JSON.stringify(await database.query({ text, params: [] }));
}
