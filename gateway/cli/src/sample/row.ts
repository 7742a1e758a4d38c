import { stringify } from 'csv-stringify/sync';
import type { DivisionCode, FieldValue, KindDefinition, RecordValues } from '@onenx/schema';
import { addDays, earlier, type Day } from './calendar.js';
import type { Random } from './random.js';

/** One record of an import file; fields that are left out are empty. */
export interface SampleRow {
  readonly place: DivisionCode;
  readonly values: RecordValues;
  readonly updatedAt: Day;
}

/** The records of a kind, in the order in which they are written. */
export interface SampleTable {
  readonly kind: KindDefinition;
  readonly rows: readonly SampleRow[];
}

/** When something of `day` was written down: some days later, but not after `today`. */
export function writtenAfter(day: Day, today: Day, random: Random): Day {
  return earlier(addDays(day, random.integer(0, 20)), today);
}

/** The import file of a kind: `place`, the kind's fields, `updatedAt`, `externalId`, `synthetic`. */
export function tableCsv({ kind, rows }: SampleTable): string {
  const fields = Object.keys(kind.fields);
  const lines = rows.map((row, index) => {
    const stray = Object.keys(row.values).find((name) => kind.fields[name] === undefined);
    if (stray !== undefined) throw new Error(`${kind.name} has no field ${stray}`);
    const externalId = `${kind.code}-${String(index + 1).padStart(5, '0')}`;
    const values = fields.map((field) => cellText(row.values[field] ?? null));
    return [row.place, ...values, row.updatedAt, externalId, 'true'];
  });
  return csvText(['place', ...fields, 'updatedAt', 'externalId', 'synthetic'], lines);
}

/** UTF-8 text with a header line and plain line feeds. */
export function csvText(header: readonly string[], lines: readonly (readonly string[])[]): string {
  return stringify([header, ...lines], { record_delimiter: '\n' });
}

function cellText(value: FieldValue): string {
  return value === null ? '' : String(value);
}
