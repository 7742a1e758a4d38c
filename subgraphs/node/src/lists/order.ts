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

/** Nulls last in either direction, on both databases; read from the end, all of it is turned round. */
export function orderSql(order: readonly RecordOrder[], fromEnd: boolean): Sql {
  return join(
    order.map(({ field, direction }) => {
      const column = name(snakeCase(field));
      const isDescending = (direction === 'DESC') !== fromEnd;
      return sql`(${column} IS NULL) ${raw(fromEnd ? 'DESC' : 'ASC')}, ${column} ${raw(isDescending ? 'DESC' : 'ASC')}`;
    }),
    ', ',
  );
}
