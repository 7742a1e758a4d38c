import {
  OneNXError,
  prefixLength,
  type CodeSet,
  type DivisionCode,
  type KindDefinition,
  placeLevel,
} from '@onenx/schema';
import { fieldsOf, snakeCase, tableOf } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { join, list, name, raw, sql, type Sql } from '../database/sql.js';
import { answeredFor, inAnyOf } from './answered-for.js';
import { decodeCursor } from './cursor.js';
import { afterSql, completeOrder, orderSql, type RecordOrder } from './order.js';
import { whereSql, type Where } from './where.js';

export interface ListArguments {
  readonly where?: Where | null;
  readonly orderBy?: readonly RecordOrder[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string; readonly place: string };

export interface Page {
  readonly records: readonly StoredRecord[];
  readonly hasNextPage: boolean;
  readonly order: readonly RecordOrder[];
}

const DEFAULT_FIRST = 20;
const MAX_FIRST = 1000;

/** The lists of one kind: the records under each of several places in one statement a level of places. */
export class RecordLists {
  constructor(
    private readonly database: NodeDatabase,
    private readonly kind: KindDefinition,
    private readonly codes: CodeSet,
  ) {}

  async pages(places: readonly DivisionCode[], args: ListArguments): Promise<Page[]> {
    const order = completeOrder(args.orderBy ?? [], this.kind);
    const first = pageSize(args.first);
    const byPlace = new Map<string, StoredRecord[]>();
    for (const group of byLevel(places)) {
      for (const row of await this.window(group, { args, order, first })) {
        const key = String(row['scope_key']);
        byPlace.set(key, [...(byPlace.get(key) ?? []), this.fromRow(row)]);
      }
    }
    return places.map((place) => {
      const found = byPlace.get(prefix(place)) ?? [];
      return { records: found.slice(0, first), hasNextPage: found.length > first, order };
    });
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

  private async window(group: PlaceGroup, { args, order, first }: WindowOptions): Promise<Record<string, unknown>[]> {
    const key = scopeKey(group.length);
    const { after } = args;
    const beyond = typeof after === 'string' ? afterSql(order, decodeCursor(order, after, this.kind)) : raw('1 = 1');
    return this.database.query(
      sql`SELECT * FROM (SELECT ${this.columns()}, ${key} AS "scope_key",
          ROW_NUMBER() OVER (PARTITION BY ${key} ORDER BY ${orderSql(order)}) AS "row_rank"
        FROM ${name(tableOf(this.kind))} WHERE ${this.filter(group, args.where)} AND ${beyond}) AS page
        WHERE "row_rank" <= ${first + 1} ORDER BY "scope_key", "row_rank"`,
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

interface WindowOptions {
  readonly args: ListArguments;
  readonly order: readonly RecordOrder[];
  readonly first: number;
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

function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_FIRST;
  if (size >= 0 && size <= MAX_FIRST) return size;
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'first', found: size, expected: `0 to ${MAX_FIRST}` });
}

/** SQLite has no booleans, and PostgreSQL's driver gives 64-bit integers as text. */
function fromColumn(value: unknown, kind: KindDefinition, field: string): unknown {
  if (value === null || value === undefined) return null;
  const type = field === 'synthetic' ? 'boolean' : field === 'version' ? 'integer' : kind.fields[field]?.type;
  if (type === 'boolean') return value === true || value === 1;
  if (type === 'fen' || type === 'integer' || type === 'number') return Number(value);
  return value;
}
