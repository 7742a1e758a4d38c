import {
  distinctCell,
  filterDimensions,
  type BasicMeasure,
  type Basis,
  type Catalogue,
  type Cell,
  type KindDefinition,
  type RawRow,
  type Spec,
} from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { join, name, raw, sql, type Sql } from '../database/sql.js';
import { all, any, column, conditionSql, COUNTED_STATES, dimensionSql, filterSql, timingSql } from './conditions.js';
import { knownRecords } from './known-records.js';
import type { StoredPlaces } from './places.js';

type SummedBasis = Extract<Basis, { op: 'sum' }>;
type DistinctBasis = Extract<Basis, { op: 'distinct' }>;
type Summed = BasicMeasure & { basis: SummedBasis };
type DbRow = Record<string, unknown>;

/** What one statement has to read: some measures of one kind, for specs that differ only in scope. */
export interface Reading {
  readonly spec: Spec;
  readonly scopes: readonly string[];
  readonly kind: KindDefinition;
  readonly measures: readonly BasicMeasure[];
}

/** Reads the records of a kind as sums a stored place: the number of statements does not depend on the number of places. */
export class PartReader {
  constructor(
    private readonly database: NodeDatabase,
    private readonly catalogue: Catalogue,
    private readonly places: StoredPlaces,
  ) {}

  async read(reading: Reading): Promise<RawRow[]> {
    const summed = reading.measures.filter((measure): measure is Summed => measure.basis.op === 'sum');
    const statements = this.byDate(reading, summed).map(async (group) => this.readSums(reading, group));
    const distinct = reading.measures.filter((measure) => measure.basis.op === 'distinct');
    const keys = distinct.map(async (measure) => this.readKeys(reading, measure));
    return (await Promise.all([...statements, ...keys])).flat();
  }

  /** Sums share a statement, unless the question cuts time: then each date is its own grouping. */
  private byDate({ spec }: Reading, measures: readonly Summed[]): Summed[][] {
    const cutsTime = [...spec.by, ...filterTimes(spec, this.catalogue)].some(
      (code) => this.catalogue.dimension(code).kind === 'TIME',
    );
    if (!cutsTime) return measures.length > 0 ? [[...measures]] : [];
    return [...Map.groupBy(measures, (measure) => flowDate(measure.basis)).values()];
  }

  private async readSums(reading: Reading, measures: readonly Summed[]): Promise<RawRow[]> {
    const { kind, spec } = reading;
    const date = flowDate(measures[0]?.basis);
    const conditions = measures.map(({ basis }) =>
      all([timingSql(basis, kind, spec), ...(basis.where ? [conditionSql(basis.where, spec)] : [])]),
    );
    const sums = measures.map(
      ({ basis }, i) =>
        sql`SUM(CASE WHEN ${conditions[i] ?? raw('1 = 0')} THEN ${amountSql(basis, kind)} ELSE 0 END) AS ${name(`m${i}`)}`,
    );
    const { select, group, where } = this.frame(reading, date);
    const rows = await this.database.query<DbRow>(
      sql`SELECT ${join([...select, ...sums], ', ')} FROM ${knownRecords(kind, spec)} WHERE ${all([...where, any(conditions)])} GROUP BY ${group}`,
    );
    return rows.map((row) =>
      this.rawRow(reading, row, (measure) => {
        const i = measures.findIndex((one) => one.name === measure.name);
        return i < 0 ? null : Number(row[`m${i}`]);
      }),
    );
  }

  private async readKeys(reading: Reading, measure: BasicMeasure): Promise<RawRow[]> {
    const basis = measure.basis as DistinctBasis;
    const { kind, spec } = reading;
    const { select, where } = this.frame(reading, flowDate(basis));
    const key = column(basis.field);
    const conditions = [timingSql(basis, kind, spec), sql`${key} IS NOT NULL`];
    if (basis.where) conditions.push(conditionSql(basis.where, spec));
    const rows = await this.database.query<DbRow>(
      sql`SELECT DISTINCT ${join([...select, sql`${key} AS "key"`], ', ')} FROM ${knownRecords(kind, spec)} WHERE ${all([...where, ...conditions])}`,
    );
    const groups = Map.groupBy(rows, (row) =>
      JSON.stringify([row['place'], ...fieldDimensions(reading.spec, this.catalogue).map((_, i) => row[`d${i}`])]),
    );
    return [...groups.values()].map((group) =>
      this.rawRow(reading, group[0] ?? {}, (one) =>
        one.name === measure.name ? distinctCell(group.map((row) => String(row['key']))) : null,
      ),
    );
  }

  private frame({ spec, scopes, kind }: Reading, date: string | null): { select: Sql[]; group: Sql; where: Sql[] } {
    const context = { catalogue: this.catalogue, kind, date, places: this.places };
    const dimensions = fieldDimensions(spec, this.catalogue).map((code) => dimensionSql(code, context));
    const select = [sql`"place"`, ...dimensions.map((value, i) => sql`${value} AS ${name(`d${i}`)}`)];
    const where = [COUNTED_STATES, this.places.under(scopes)];
    if (spec.where !== null) where.push(filterSql(spec.where, context));
    return { select, group: groupByPosition(select.length), where };
  }

  private rawRow(reading: Reading, row: DbRow, cell: (measure: BasicMeasure) => Cell | null): RawRow {
    const codes = fieldDimensions(reading.spec, this.catalogue);
    const values = codes.map((code, i) => [code, row[`d${i}`] === null ? null : String(row[`d${i}`])] as const);
    return {
      place: String(row['place']),
      values: Object.fromEntries(values),
      cells: reading.measures.map(cell),
    };
  }
}

/** GROUP BY 1, 2, …: the grouped columns stand first in the select list. */
function groupByPosition(columns: number): Sql {
  return raw(Array.from({ length: columns }, (_, i) => i + 1).join(', '));
}

export function fieldDimensions(spec: Spec, catalogue: Catalogue): readonly string[] {
  return spec.by.filter((code) => catalogue.dimension(code).kind !== 'PLACE');
}

function filterTimes(spec: Spec, catalogue: Catalogue): readonly string[] {
  const used = new Set(filterDimensions(spec.where));
  return [...catalogue.dimensions.values()]
    .filter((dimension) => dimension.kind === 'TIME' && used.has(dimension.code))
    .map((dimension) => dimension.code);
}

function flowDate(basis: SummedBasis | DistinctBasis | undefined): string | null {
  return basis !== undefined && 'flow' in basis.timing ? basis.timing.flow : null;
}

/** What one record adds. PostgreSQL multiplies two 32-bit integers in 32 bits, which a product of two does not fit. */
function amountSql(basis: SummedBasis, kind: KindDefinition): Sql {
  if (basis.field === undefined) return raw('1');
  const amount = sql`COALESCE(${column(basis.field)}, 0)`;
  if (basis.times === undefined) return amount;
  const wide = kind.fields[basis.field]?.type === 'integer' ? sql`CAST(${amount} AS BIGINT)` : amount;
  return sql`${wide} * COALESCE(${column(basis.times)}, 0)`;
}
