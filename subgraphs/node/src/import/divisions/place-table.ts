import type { EntityManager } from '@mikro-orm/sqlite';
import type { PlaceVersion } from '@onenx/schema';
import { snakeCase } from '../../database/columns.js';
import type { NodeDatabase } from '../../database/database.js';
import { raw, sql } from '../../database/sql.js';
import { quotedList } from '../store/stored-record.js';
import { writeRows } from '../store/write-rows.js';

const FIELDS = [
  'code',
  'validFrom',
  'validTo',
  'name',
  'level',
  'kind',
  'parent',
  'predecessors',
  'synthetic',
] as const;
const COLUMNS = quotedList(FIELDS);
const ROWS = 1000;

/** The stored places by code and first day. */
export async function loadPlaces(database: NodeDatabase, em?: EntityManager): Promise<PlaceVersion[]> {
  const select = sql`SELECT ${raw(COLUMNS)} FROM "place_version" ORDER BY "code", "valid_from"`;
  const rows = await database.query<Record<string, unknown>>(select, em);
  return rows.map((row) => {
    const predecessors = String(row['predecessors']).split(' ');
    const place = Object.fromEntries(FIELDS.map((field) => [field, row[snakeCase(field)] ?? null]));
    const synthetic = Boolean(row['synthetic']);
    return { ...place, synthetic, predecessors: predecessors.filter((code) => code !== '') } as unknown as PlaceVersion;
  });
}

/** Writes places over those of the same code and first day. */
export async function savePlaces(
  database: NodeDatabase,
  em: EntityManager,
  places: readonly PlaceVersion[],
): Promise<void> {
  const set = FIELDS.slice(2).map((field) => `${quotedList([field])} = excluded.${quotedList([field])}`);
  const conflict = raw(` ON CONFLICT ("code", "valid_from") DO UPDATE SET ${set.join(', ')}`);
  const rows = places.map((place) =>
    FIELDS.map((field) => (field === 'predecessors' ? place.predecessors.join(' ') : place[field])),
  );
  for (let at = 0; at < rows.length; at += ROWS) {
    const some = rows.slice(at, at + ROWS);
    await writeRows({ database, em, into: `"place_version" (${COLUMNS})`, conflict, rows: some });
  }
}
