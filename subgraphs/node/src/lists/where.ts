import { OneNXError, type KindDefinition } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import { join, list, name, raw, sql, type Sql } from '../database/sql.js';

/** The operators of a field's filter, as GraphQL has checked them. */
interface FieldFilter {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
  readonly lt?: unknown;
  readonly lte?: unknown;
  readonly gt?: unknown;
  readonly gte?: unknown;
  readonly like?: string | null;
  readonly isNull?: boolean | null;
}

/** A list's `where`: fields joined by and, with `and`, `or`, `not`. */
export type Where = { readonly [key: string]: unknown };

const MAX_DEPTH = 10;

/** The condition of a `where` on the table of a kind. Only fields of the definition become columns. */
export function whereSql(where: Where | null | undefined, kind: KindDefinition, depth = 0): Sql {
  if (depth > MAX_DEPTH) {
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: 'where',
      found: 'nested deeper',
      expected: `at most ${MAX_DEPTH} levels`,
    });
  }
  const parts = Object.entries(where ?? {}).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    if (key === 'and') return [combine(value as Where[], ' AND ', { kind, depth })];
    if (key === 'or') return [combine(value as Where[], ' OR ', { kind, depth })];
    if (key === 'not') return [sql`NOT ${whereSql(value as Where, kind, depth + 1)}`];
    return fieldSql(name(snakeCase(key)), value);
  });
  return parts.length === 0 ? raw('1 = 1') : sql`(${join(parts, ' AND ')})`;
}

function combine(
  parts: readonly Where[],
  separator: ' AND ' | ' OR ',
  at: { kind: KindDefinition; depth: number },
): Sql {
  if (parts.length === 0) return raw(separator === ' AND ' ? '1 = 1' : '1 = 0');
  return sql`(${join(
    parts.map((part) => whereSql(part, at.kind, at.depth + 1)),
    separator,
  )})`;
}

/** SQL's three values become two: what is not known to hold does not hold, so that `not` is its exact opposite. */
function fieldSql(column: Sql, filter: FieldFilter): Sql[] {
  const tests: Sql[] = [];
  const compare = (operator: string, value: unknown): void => {
    if (value !== undefined && value !== null) tests.push(sql`${column} ${raw(operator)} ${value}`);
  };
  compare('=', filter.eq);
  compare('<', filter.lt);
  compare('<=', filter.lte);
  compare('>', filter.gt);
  compare('>=', filter.gte);
  if (filter.in) tests.push(filter.in.length === 0 ? raw('1 = 0') : sql`${column} IN (${list(filter.in)})`);
  if (typeof filter.like === 'string') tests.push(sql`LOWER(${column}) LIKE ${likePattern(filter.like)} ESCAPE '\\'`);
  const known = tests.map((test) => sql`COALESCE(${test}, FALSE)`);
  if (typeof filter.isNull !== 'boolean') return known;
  return [...known, filter.isNull ? sql`${column} IS NULL` : sql`${column} IS NOT NULL`];
}

/**
 * `%` stands for any text, `_` for one character, as in SQL, and `\` takes the next one as it is; letters of ASCII compare
 * without case on both databases. A lone `\` at the end is one itself: PostgreSQL refuses it, SQLite finds nothing.
 */
function likePattern(pattern: string): string {
  const open = /(?<!\\)(?:\\\\)*\\$/.test(pattern);
  return (open ? `${pattern}\\` : pattern).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
