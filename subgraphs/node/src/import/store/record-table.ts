import type { KindDefinition } from '@onenx/schema';
import type { EntityManager } from '@mikro-orm/sqlite';
import { fieldsOf, historyOf, snakeCase, tableOf } from '../../database/columns.js';
import type { NodeDatabase } from '../../database/database.js';
import { join, list, name, raw, sql, type Sql } from '../../database/sql.js';
import { naturalKey } from './natural-key.js';
import { writeRows } from './write-rows.js';
import { decoderOf, quotedList, type StoredRecord } from './stored-record.js';

/** The statements of an import on the table of a kind. Each takes the unit of work that its batch is one transaction of. */
export class RecordTable {
  private readonly fields: readonly string[];
  private readonly table: Sql;
  private readonly columns: string;
  private readonly decode: (row: Record<string, unknown>) => StoredRecord;

  constructor(
    private readonly kind: KindDefinition,
    private readonly database: NodeDatabase,
  ) {
    this.fields = fieldsOf(kind);
    this.table = name(tableOf(kind));
    this.columns = quotedList(this.fields);
    this.decode = decoderOf(kind);
  }

  async byId(em: EntityManager, ids: readonly string[]): Promise<StoredRecord[]> {
    return ids.length === 0 ? [] : this.select(em, sql`"id" IN ${this.anyOf(ids)}`);
  }

  async bySource(em: EntityManager, system: string, keys: readonly string[]): Promise<StoredRecord[]> {
    return keys.length === 0
      ? []
      : this.select(em, sql`"source_system" = ${system} AND "source_key" IN ${this.anyOf(keys)}`);
  }

  /** SQLite reads one list of JSON faster than a thousand literals. */
  private anyOf(values: readonly string[]): Sql {
    if (this.database.dialect === 'postgresql') return sql`(${list(values)})`;
    return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
  }

  /** Rows are locked where the database can: what another writer changes meanwhile is not overwritten unseen. */
  private async select(em: EntityManager, where: Sql): Promise<StoredRecord[]> {
    const lock = raw(this.database.dialect === 'postgresql' ? ' FOR UPDATE' : '');
    const rows = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${raw(this.columns)} FROM ${this.table} WHERE ${where}${lock}`,
      em,
    );
    return rows.map(this.decode);
  }

  /** Natural key → id of the records whose key changed since their id was minted. */
  async movedKeys(em: EntityManager): Promise<Map<string, string>> {
    const minted = naturalKey(this.kind);
    const rows = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${raw(this.columns)} FROM ${this.table} WHERE "id" <> ${minted}`,
      em,
    );
    return new Map(rows.map(this.decode).map((record) => [record.natural, record.id]));
  }

  async insert(em: EntityManager, records: readonly StoredRecord[]): Promise<void> {
    await this.write(em, records, raw(''));
  }

  /** Expects records that exist, in the order in which they give up and take unique values. What they said is kept. */
  async update(em: EntityManager, records: readonly StoredRecord[], moment: string): Promise<void> {
    if (records.length === 0) return;
    await this.keep(em, { ids: records.map(({ id }) => id), moment });
    const set = this.fields.filter((field) => field !== 'id').map((field) => quotedList([field]));
    const assignments = set.map((column) => raw(`${column} = excluded.${column}`));
    await this.write(em, records, sql` ON CONFLICT ("id") DO UPDATE SET ${join(assignments, ', ')}`);
  }

  /** Puts what records say now into the history, before something else takes its place. */
  private async keep(em: EntityManager, { ids, moment }: { ids: readonly string[]; moment: string }): Promise<void> {
    await this.database.query(
      sql`INSERT INTO ${name(historyOf(this.kind))} (${raw(this.columns)}, "known_until")
        SELECT ${raw(this.columns)}, CAST(${moment} AS text) FROM ${this.table} WHERE "id" IN ${this.anyOf(ids)}`,
      em,
    );
  }

  private async write(em: EntityManager, records: readonly StoredRecord[], conflict: Sql): Promise<void> {
    const rows = records.map(({ values }) => this.fields.map((field) => values[field] ?? null));
    await writeRows({ database: this.database, em, into: `${this.table.text} (${this.columns})`, conflict, rows });
  }

  /** Ends the records on `day`, or on their first day where that is later. */
  async close(
    em: EntityManager,
    ids: readonly string[],
    { day, moment, actor }: { day: string; moment: string; actor: string | null },
  ): Promise<void> {
    await this.keep(em, { ids, moment });
    const { from, to } = this.kind.validity;
    const [began, ended] = [name(snakeCase(from)), name(snakeCase(to))];
    await this.database.query(
      sql`UPDATE ${this.table} SET ${ended} = CASE WHEN ${began} > ${day} THEN ${began} ELSE ${day} END,
        "version" = "version" + 1, "updated_at" = ${day}, "recorded_at" = ${moment}, "action" = 'IMPORT', "actor" = ${actor},
        "reason" = NULL WHERE "id" IN (${list(ids)})`,
      em,
    );
  }

  /** What a record said in one of its superseded versions; null where there is none. */
  async version(em: EntityManager, id: string, version: number): Promise<StoredRecord | null> {
    const [found] = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${raw(this.columns)} FROM ${name(historyOf(this.kind))} WHERE "id" = ${id} AND "version" = ${version}`,
      em,
    );
    return found === undefined ? null : this.decode(found);
  }

  /** A page of the records by id, after `after`; those of `where` alone. */
  async page(em: EntityManager, { where, after, rows }: Page): Promise<StoredRecord[]> {
    const found = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${raw(this.columns)} FROM ${this.table} WHERE "id" > ${after} AND ${where} ORDER BY "id" LIMIT ${rows}`,
      em,
    );
    return found.map(this.decode);
  }
}

export interface Page {
  readonly where: Sql;
  readonly after: string;
  readonly rows: number;
}
