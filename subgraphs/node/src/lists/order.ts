import { nearest, OneNXError, type KindDefinition } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import { join, name, raw, sql, type Sql } from '../database/sql.js';

export interface RecordOrder {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The fields by which a kind can be ordered: its own, but no personal ones, and what every record has. */
export function orderFields(kind: KindDefinition): readonly string[] {
  const own = Object.entries(kind.fields).filter(([, field]) => !field.personal);
  return ['id', 'place', 'updatedAt', ...own.map(([field]) => field)];
}

/** The whole order of a list: as asked, then by id, so that no two records tie. @throws FIELD_UNKNOWN */
export function completeOrder(orderBy: readonly RecordOrder[], kind: KindDefinition): RecordOrder[] {
  const known = orderFields(kind);
  const unknown = orderBy.find((order) => !known.includes(order.field));
  if (unknown) {
    throw new OneNXError('FIELD_UNKNOWN', {
      kind: kind.name,
      found: unknown.field,
      nearest: nearest(unknown.field, known),
    });
  }
  const upToId = orderBy.findIndex((order) => order.field === 'id');
  return upToId >= 0 ? orderBy.slice(0, upToId + 1) : [...orderBy, { field: 'id', direction: 'ASC' }];
}

/** Nulls last in either direction, on both databases. */
export function orderSql(order: readonly RecordOrder[]): Sql {
  return join(
    order.map(({ field, direction }) => {
      const column = name(snakeCase(field));
      return sql`(${column} IS NULL), ${column} ${raw(direction)}`;
    }),
    ', ',
  );
}

/** The condition that a record comes after the one with these values in the order. */
export function afterSql(order: readonly RecordOrder[], values: readonly unknown[]): Sql {
  const alternatives = order.map((_, i) => {
    const equal = order.slice(0, i).map((earlier, j) => equalSql(earlier.field, values[j]));
    return sql`(${join([...equal, beyondSql(order[i] ?? { field: 'id', direction: 'ASC' }, values[i])], ' AND ')})`;
  });
  return sql`(${join(alternatives, ' OR ')})`;
}

function equalSql(field: string, value: unknown): Sql {
  const column = name(snakeCase(field));
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`;
}

function beyondSql({ field, direction }: RecordOrder, value: unknown): Sql {
  const column = name(snakeCase(field));
  if (value === null) return raw('1 = 0');
  return sql`(${column} ${raw(direction === 'ASC' ? '>' : '<')} ${value} OR ${column} IS NULL)`;
}
