import { snakeCase } from '../database/columns.js';
import { join, name, raw, sql, type Sql } from '../database/sql.js';
import type { RecordOrder } from './order.js';

/** A position in the order of a list, as a cursor has it, and on which side of it records are wanted. */
export interface Bound {
  readonly values: readonly unknown[];
  readonly side: 'AFTER' | 'BEFORE';
  /** Whether the record at the position itself is wanted too. */
  readonly inclusive: boolean;
}

/** The other side of a bound: together the two hold every record once. */
export function opposite({ values, side, inclusive }: Bound): Bound {
  return { values, side: side === 'AFTER' ? 'BEFORE' : 'AFTER', inclusive: !inclusive };
}

/** The condition that a record lies on the bound's side of its position. */
export function boundSql(order: readonly RecordOrder[], { values, side, inclusive }: Bound): Sql {
  const equals = order.map(({ field }, i) => equalSql(field, values[i]));
  const beyond = order.map((by, i) => join([...equals.slice(0, i), beyondSql(by, values[i], side)], ' AND '));
  const alternatives = inclusive ? [...beyond, join(equals, ' AND ')] : beyond;
  return sql`(${join(
    alternatives.map((one) => sql`(${one})`),
    ' OR ',
  )})`;
}

function equalSql(field: string, value: unknown): Sql {
  const column = name(snakeCase(field));
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`;
}

/** Nothing comes after an empty value, and every other before it, whatever the direction. */
function beyondSql({ field, direction }: RecordOrder, value: unknown, side: Bound['side']): Sql {
  const column = name(snakeCase(field));
  const isAfter = side === 'AFTER';
  if (value === null) return isAfter ? raw('1 = 0') : sql`${column} IS NOT NULL`;
  const compared = sql`${column} ${raw((direction === 'ASC') === isAfter ? '>' : '<')} ${value}`;
  return isAfter ? sql`(${compared} OR ${column} IS NULL)` : compared;
}
