import { prefixLength, type CodeSet, type DivisionCode, type KindDefinition, placeLevel } from '@onenx/schema';
import { fieldsOf, snakeCase, tableOf } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { join, list, name, raw, sql, type Sql } from '../database/sql.js';
import { answeredFor, inAnyOf } from './answered-for.js';
import { boundSql, opposite } from './bound.js';
import { completeOrder, orderSql, type RecordOrder } from './order.js';
import { readRange, type PageArguments, type PageRange } from './page-range.js';
import { whereSql, type Where } from './where.js';

export interface ListArguments extends PageArguments {
  readonly where?: Where | null;
  readonly orderBy?: readonly RecordOrder[] | null;
}

export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string; readonly place: string };

export interface Page {
  readonly records: readonly StoredRecord[];
  readonly order: readonly RecordOrder[];
  /** Whether it was read from the end: `isCut` then speaks of records before it, else after it. */
  readonly fromEnd: boolean;
  /** Whether the cursors hold between them more than the page has. */
  readonly isCut: boolean;
}

/** The lists of one kind: the records under each of several places in one statement a level of places. */
export class RecordLists {
  constructor(
    private readonly database: NodeDatabase,
    private readonly kind: KindDefinition,
    private readonly codes: CodeSet,
  ) {}

  async pages(places: readonly DivisionCode[], args: ListArguments): Promise<Page[]> {
    const order = completeOrder(args.orderBy ?? [], this.kind);
    const range = readRange(args, order, this.kind);
    const { size, fromEnd } = range;
    const byPlace = new Map<string, StoredRecord[]>();
    for (const group of byLevel(places)) {
      for (const row of await this.window(group, { where: args.where, order, range })) {
        const key = String(row['scope_key']);
        const known = byPlace.get(key);
        if (known === undefined) byPlace.set(key, [this.fromRow(row)]);
        else known.push(this.fromRow(row));
      }
    }
    return places.map((place) => {
      const found = byPlace.get(prefix(place)) ?? [];
      const shown = found.slice(0, size);
      return { records: fromEnd ? shown.toReversed() : shown, order, fromEnd, isCut: found.length > size };
    });
  }

  /** Whether each place has records that a cursor of the page leaves out: `after` those up to it, `before` those from it on. */
  async leftOut(
    places: readonly DivisionCode[],
    args: ListArguments,
    cursor: 'after' | 'before',
  ): Promise<readonly boolean[]> {
    const order = completeOrder(args.orderBy ?? [], this.kind);
    const bound = readRange(args, order, this.kind)[cursor];
    if (bound === undefined) return places.map(() => false);
    const found = new Set<string>();
    for (const group of byLevel(places)) {
      const rows = await this.database.query<{ k: string }>(
        sql`SELECT DISTINCT ${scopeKey(group.length)} AS "k" FROM ${name(tableOf(this.kind))}
          WHERE ${this.filter(group, args.where)} AND ${boundSql(order, opposite(bound))}`,
      );
      for (const { k } of rows) found.add(k);
    }
    return places.map((place) => found.has(prefix(place)));
  }

  async counts(places: readonly DivisionCode[], where: Where | null | undefined): Promise<number[]> {
    const byPlace = new Map<string, number>();
    for (const group of byLevel(places)) {
      const key = scopeKey(group.length);
      const rows = await this.database.query<{ k: string; n: number | string }>(
        sql`SELECT ${key} AS "k", COUNT(*) AS "n" FROM ${name(tableOf(this.kind))} WHERE ${this.filter(group, where)} GROUP BY 1`,
      );
      for (const { k, n } of rows) byPlace.set(k, Number(n));
    }
    return places.map((place) => byPlace.get(prefix(place)) ?? 0);
  }

  async byIds(ids: readonly string[]): Promise<(StoredRecord | null)[]> {
    const columns = this.columns();
    const rows = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${columns} FROM ${name(tableOf(this.kind))} WHERE "id" IN (${list(ids)}) AND ${answeredFor(this.codes)}`,
    );
    const byId = new Map(rows.map((row) => [row['id'], this.fromRow(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** The records that have each value in a field of the kind, by id; drafts and withdrawn ones are none. */
  async matching(field: string, values: readonly string[]): Promise<StoredRecord[][]> {
    const column = name(snakeCase(field));
    const rows = await this.database.query<Record<string, unknown>>(
      sql`SELECT ${this.columns()} FROM ${name(tableOf(this.kind))} WHERE ${column} IN (${list(values)})
        AND ${answeredFor(this.codes)} AND "state" NOT IN ('DRAFT', 'WITHDRAWN') ORDER BY "id"`,
    );
    const byValue = Map.groupBy(
      rows.map((row) => this.fromRow(row)),
      (record) => record[field],
    );
    return values.map((value) => byValue.get(value) ?? []);
  }

  private async window(group: PlaceGroup, { where, order, range }: Window): Promise<Record<string, unknown>[]> {
    const key = scopeKey(group.length);
    const bounds = [range.after, range.before].flatMap((bound) => (bound ? [boundSql(order, bound)] : []));
    return this.database.query(
      sql`SELECT * FROM (SELECT ${this.columns()}, ${key} AS "scope_key",
          ROW_NUMBER() OVER (PARTITION BY ${key} ORDER BY ${orderSql(order, range.fromEnd)}) AS "row_rank"
        FROM ${name(tableOf(this.kind))} WHERE ${join([this.filter(group, where), ...bounds], ' AND ')}) AS page
        WHERE "row_rank" <= ${range.size + 1} ORDER BY "scope_key", "row_rank"`,
    );
  }

  private filter(group: PlaceGroup, where: Where | null | undefined): Sql {
    const wanted = inAnyOf(group.places.map(prefix));
    return join([wanted, answeredFor(this.codes), whereSql(where, this.kind)], ' AND ');
  }

  private columns(): Sql {
    const columns = fieldsOf(this.kind).filter((field) => !this.kind.fields[field]?.personal);
    return join(
      columns.map((field) => name(snakeCase(field))),
      ', ',
    );
  }

  private fromRow(row: Record<string, unknown>): StoredRecord {
    const fields = fieldsOf(this.kind).map(
      (field) => [field, fromColumn(row[snakeCase(field)], this.kind, field)] as const,
    );
    return Object.fromEntries(fields) as StoredRecord;
  }
}

interface PlaceGroup {
  readonly length: number;
  readonly places: readonly DivisionCode[];
}

interface Window {
  readonly where: Where | null | undefined;
  readonly order: readonly RecordOrder[];
  readonly range: PageRange;
}

function byLevel(places: readonly DivisionCode[]): PlaceGroup[] {
  const groups = Map.groupBy(new Set(places), (place) => prefix(place).length);
  return [...groups].map(([length, group]) => ({ length, places: group }));
}

function prefix(place: DivisionCode): string {
  return place.slice(0, prefixLength(placeLevel(place)));
}

/** Routing is by stored code: within one node the digits of a place are its ancestry. */
function scopeKey(length: number): Sql {
  return raw(`substr("place", 1, ${length})`);
}

/** SQLite has no booleans, and PostgreSQL's driver gives 64-bit integers as text. */
function fromColumn(value: unknown, kind: KindDefinition, field: string): unknown {
  if (value === null || value === undefined) return null;
  const type = field === 'synthetic' ? 'boolean' : field === 'version' ? 'integer' : kind.fields[field]?.type;
  if (type === 'boolean') return value === true || value === 1;
  if (type === 'fen' || type === 'integer' || type === 'number') return Number(value);
  return value;
}
