import { recordId, type FieldValue, type KindDefinition, type RecordValues } from '@onenx/schema';
import { fieldsOf, snakeCase } from '../../database/columns.js';

/** A record as its table has it, and the id that its present key would give it. */
export interface StoredRecord {
  readonly id: string;
  readonly natural: string;
  readonly values: RecordValues;
}

/** Names of our own definitions as quoted columns. */
export function quotedList(fields: readonly string[]): string {
  return fields.map((field) => `"${snakeCase(field)}"`).join(', ');
}

/** The record of given values. Throws where its place cannot hold a record of the kind, which a stored one never is. */
export function recordOf(kind: KindDefinition, id: string, values: RecordValues): StoredRecord {
  const natural = recordId(kind, String(values['place']), values);
  if (natural === null) throw new Error(`${id} is not in a place of level ${kind.level}`);
  return { id, natural, values };
}

/** Reads a row of the database: SQLite has no booleans, and PostgreSQL gives 64-bit integers as text. */
export function decoderOf(kind: KindDefinition): (row: Record<string, unknown>) => StoredRecord {
  const columns = fieldsOf(kind).map((field) => ({ field, column: snakeCase(field), decode: decode(kind, field) }));
  return (row) => {
    const values: Record<string, FieldValue> = {};
    for (const { field, column, decode } of columns) values[field] = decode(row[column] ?? null);
    return recordOf(kind, String(values['id']), values);
  };
}

function decode(kind: KindDefinition, field: string): (value: unknown) => FieldValue {
  const type = field === 'synthetic' ? 'boolean' : kind.fields[field]?.type;
  if (type === 'boolean') return (value) => (value === null ? null : Boolean(value));
  if (type === 'fen' || type === 'number') return (value) => (value === null ? null : Number(value));
  return (value) => value as FieldValue;
}
