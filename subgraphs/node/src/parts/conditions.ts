import {
  dimensionField,
  type Basis,
  type Catalogue,
  type Condition,
  type DimensionFilter,
  type KindDefinition,
  type Spec,
} from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import { join, list, name, raw, sql, type Sql } from '../database/sql.js';
import type { StoredPlaces } from './places.js';

/** What is not yet or no longer a record of the register counts in no total. */
export const COUNTED_STATES = sql`"state" NOT IN ('DRAFT', 'WITHDRAWN')`;

export function column(field: string): Sql {
  return name(snakeCase(field));
}

/** A measure's own condition on fields: what is not known is in no list, so that `not` is its exact opposite. */
export function conditionSql(condition: Condition, spec: Spec): Sql {
  const inner = (part: Condition): Sql => conditionSql(part, spec);
  if ('and' in condition) return all(condition.and.map(inner));
  if ('or' in condition) return any(condition.or.map(inner));
  if ('not' in condition) return sql`NOT ${inner(condition.not)}`;
  if ('notAfter' in condition) {
    return sql`COALESCE(${column(condition.field)} <= ${column(condition.notAfter)}, FALSE)`;
  }
  if ('passed' in condition) return sql`COALESCE(${column(condition.field)} < ${spec.at}, FALSE)`;
  if ('isNull' in condition) return nullness(column(condition.field), condition.isNull);
  return inList(column(condition.field), condition.in);
}

/** When a record of the kind counts. @throws when a flow has no period: the hub has refused that before. */
export function timingSql(basis: Exclude<Basis, { op: 'observed' }>, kind: KindDefinition, spec: Spec): Sql {
  const { timing } = basis;
  if ('stock' in timing) {
    const to = column(kind.validity.to);
    return sql`(${column(kind.validity.from)} <= ${spec.at} AND (${to} IS NULL OR ${to} > ${spec.at}))`;
  }
  if ('since' in timing) return sql`${column(timing.since)} <= ${spec.at}`;
  return sql`(${column(timing.flow)} >= ${spec.from} AND ${column(timing.flow)} <= ${spec.to})`;
}

interface FilterContext {
  readonly catalogue: Catalogue;
  readonly kind: KindDefinition;
  readonly places: StoredPlaces;
  /** The date of the flow that time dimensions cut. */
  readonly date: string | null;
}

/** A question's filter on dimensions, in terms of this kind's columns. */
export function filterSql(filter: DimensionFilter, context: FilterContext): Sql {
  if ('and' in filter) return all(filter.and.map((part) => filterSql(part, context)));
  if ('or' in filter) return any(filter.or.map((part) => filterSql(part, context)));
  if ('not' in filter) return sql`NOT ${filterSql(filter.not, context)}`;
  const dimension = context.catalogue.dimension(filter.dimension);
  if (dimension.kind === 'PLACE') {
    const { places } = context;
    return 'in' in filter
      ? places.within(dimension.level, filter.in)
      : places.unallocated(dimension.level, filter.isNull);
  }
  const value = dimensionSql(filter.dimension, context);
  if ('isNull' in filter) return nullness(value, filter.isNull);
  return inList(value, filter.in);
}

/** The value of a dimension that is no place: a column, a constant of the kind, or a date cut to a unit. */
export function dimensionSql(code: string, { catalogue, kind, date }: Omit<FilterContext, 'places'>): Sql {
  const dimension = catalogue.dimension(code);
  if (dimension.kind === 'TIME') {
    const day = column(date ?? '');
    if (dimension.unit === 'year') return sql`substr(${day}, 1, 4)`;
    if (dimension.unit === 'month') return sql`substr(${day}, 1, 7)`;
    return sql`(substr(${day}, 1, 4) || '-Q' || ((CAST(substr(${day}, 6, 2) AS INTEGER) + 2) / 3))`;
  }
  const constant = kind.constants?.[code];
  if (constant !== undefined) return raw(`'${constant}'`);
  return column(dimensionField(kind, code) ?? code);
}

export function all(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? raw('1 = 1') : sql`(${join(parts, ' AND ')})`;
}

export function any(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? raw('1 = 0') : sql`(${join(parts, ' OR ')})`;
}

function inList(value: Sql, values: readonly unknown[]): Sql {
  return values.length === 0 ? raw('1 = 0') : sql`COALESCE(${value} IN (${list(values)}), FALSE)`;
}

function nullness(value: Sql, isNull: boolean): Sql {
  return isNull ? sql`(${value} IS NULL)` : sql`(${value} IS NOT NULL)`;
}
