import type { EntityManager } from '@mikro-orm/sqlite';
import { codeAtLevel, prefixOf, type KindDefinition } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import { join, name, sql } from '../database/sql.js';
import type { RecordTable } from '../import/store/record-table.js';
import type { StoredRecord } from '../import/store/stored-record.js';
import { inAnyOf } from '../lists/answered-for.js';

interface Sought {
  readonly table: RecordTable;
  readonly kind: KindDefinition;
  readonly em: EntityManager;
  readonly record: StoredRecord;
}

/** The other record of the same node that has a record's key, whatever id it was given; a withdrawn one keeps its key. */
export async function keyHolder({ table, kind, em, record }: Sought): Promise<StoredRecord | undefined> {
  const { id, values } = record;
  const owner = codeAtLevel(String(values['place']), kind.level) ?? '';
  const equal = kind.key.map((field) => sql`${name(snakeCase(field))} = ${values[field]}`);
  const where = join([inAnyOf([prefixOf(owner)]), ...equal], ' AND ');
  const found = await table.page(em, { where, after: '', rows: 2 });
  return found.find((one) => one.id !== id);
}

/** The id of a new record: its key's, or the next one where a record has it whose key has changed since. */
export async function mint({ table, em, record: { natural } }: Sought): Promise<string> {
  let id = natural;
  for (let n = 2; (await table.byId(em, [id])).length > 0; n += 1) id = `${natural}~${n}`;
  return id;
}
