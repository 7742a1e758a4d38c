import type { BasicMeasure, Basis, Catalogue, Cell, RawRow, Spec } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { join, list, name, raw, sql, type Sql } from '../database/sql.js';
import { all, any, COUNTED_STATES, dimensionSql, filterSql } from './conditions.js';
import { knownRecords } from './known-records.js';
import { fieldDimensions, type Reading } from './part-reader.js';
import type { StoredPlaces } from './places.js';

type ObservedBasis = Extract<Basis, { op: 'observed' }>;
type Observed = BasicMeasure & { basis: ObservedBasis };
type DbRow = Record<string, unknown>;

/**
 * Reads observations: a stock is the last one of each place up to the day, within its greatest age; a flow is the sum of
 * the observations whose days lie in the period. One statement for all measures of a question.
 */
export class ObservationReader {
  constructor(
    private readonly database: NodeDatabase,
    private readonly catalogue: Catalogue,
    private readonly places: StoredPlaces,
  ) {}

  async read(reading: Reading): Promise<RawRow[]> {
    const measures = reading.measures as readonly Observed[];
    const found = await this.database.query<DbRow>(this.statement(reading, measures));
    const rows = await this.withoutSuperseded(found, reading, measures);
    const dimensions = fieldDimensions(reading.spec, this.catalogue);
    return rows.map((row) => ({
      place: String(row['place']),
      values: Object.fromEntries(
        dimensions.map((code, i) => [code, row[`d${i}`] === null ? null : String(row[`d${i}`])]),
      ),
      cells: measures.map(({ basis }) => cellOf(row, basis)),
    }));
  }

  /**
   * A stock of a place that has ended counts until one of the places that it became has sent its own: then it would count
   * twice. Who has sent is asked whatever the scope, so that a part and the whole agree; only when a place has ended.
   */
  private async withoutSuperseded(
    rows: readonly DbRow[],
    { kind, spec }: Reading,
    measures: readonly Observed[],
  ): Promise<readonly DbRow[]> {
    const stocks = measures.filter(({ basis }) => 'stock' in basis.timing);
    const isStock = new Set(stocks.map(({ basis }) => basis.observed));
    const heirsOf = (row: DbRow): readonly string[] =>
      isStock.has(String(row['measure'])) ? this.places.heirs(String(row['place'])) : [];
    const heirs = [...new Set(rows.flatMap(heirsOf))];
    if (heirs.length === 0) return rows;
    const sent = await this.database.query<DbRow>(
      sql`SELECT DISTINCT "place", "measure" FROM ${knownRecords(kind, spec)}
        WHERE ${all([COUNTED_STATES, sql`"place" IN (${list(heirs)})`, any(stocks.map(({ basis }) => inAge(basis, spec)))])}`,
    );
    const hasSent = new Set(sent.map(({ place, measure }) => `${String(place)} ${String(measure)}`));
    return rows.filter((row) => !heirsOf(row).some((heir) => hasSent.has(`${heir} ${String(row['measure'])}`)));
  }

  private statement(reading: Reading, measures: readonly Observed[]): Sql {
    const { spec, kind, scopes } = reading;
    const context = { catalogue: this.catalogue, kind, date: 'periodTo', places: this.places };
    const dimensions = fieldDimensions(spec, this.catalogue).map(
      (code, i) => sql`${dimensionSql(code, context)} AS ${name(`d${i}`)}`,
    );
    const grouped = [sql`"place"`, sql`"measure"`, ...dimensions];
    const names = [...new Set(measures.map(({ basis }) => basis.observed))];
    const candidates = [COUNTED_STATES, this.places.under(scopes), sql`"measure" IN (${list(names)})`, lastDay(spec)];
    if (spec.where !== null) candidates.push(filterSql(spec.where, context));
    return sql`SELECT ${join(grouped, ', ')}, SUM("numerator") AS "n", COUNT("numerator") AS "nc", SUM("denominator") AS "d", COUNT("denominator") AS "dc"
      FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY "place", "measure", "period_to" <= ${spec.at} ORDER BY "period_to" DESC, "period_from" DESC, "id" DESC) AS "latest"
        FROM ${knownRecords(kind, spec)} WHERE ${all(candidates)}) AS o
      WHERE ${any(measures.map(({ basis }) => counts(basis, spec)))}
      GROUP BY ${raw(grouped.map((_, i) => i + 1).join(', '))}`;
  }
}

/** Observations past both the day of stocks and the end of the period can answer nothing. */
function lastDay(spec: Spec): Sql {
  const last = spec.to !== null && spec.to > spec.at ? spec.to : spec.at;
  return sql`"period_to" <= ${last}`;
}

function counts({ observed, timing }: ObservedBasis, spec: Spec): Sql {
  if ('flow' in timing) {
    return sql`("measure" = ${observed} AND "period_from" >= ${spec.from} AND "period_to" <= ${spec.to})`;
  }
  return sql`("latest" = 1 AND ${inAge({ observed, timing }, spec)})`;
}

/** That a stock was observed up to the day, and is not too old on it. */
function inAge({ observed, timing }: Pick<ObservedBasis, 'observed' | 'timing'>, spec: Spec): Sql {
  const oldest = daysBefore(spec.at, 'stock' in timing ? timing.maxAgeDays : 0);
  return sql`("measure" = ${observed} AND "period_to" <= ${spec.at} AND "period_to" > ${oldest})`;
}

function cellOf(row: DbRow, { observed, side }: ObservedBasis): Cell | null {
  if (row['measure'] !== observed) return null;
  const [sum, count] = side === 'numerator' ? [row['n'], row['nc']] : [row['d'], row['dc']];
  return Number(count) > 0 ? { sum: Number(sum), from: [String(row['place'])] } : { sum: 0, from: [] };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
