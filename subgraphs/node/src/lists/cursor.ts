import { isVocabulary, OneNXError, type FieldType, type KindDefinition } from '@onenx/schema';
import type { RecordOrder } from './order.js';

/** A cursor is the keyset with its directions: the same order, or it is refused. */
export function encodeCursor(order: readonly RecordOrder[], record: Readonly<Record<string, unknown>>): string {
  const values = order.map(({ field }) => record[field] ?? null);
  return Buffer.from(JSON.stringify([signature(order), ...values])).toString('base64url');
}

/** The values at which a page begins or ends, each of the type of its field. @throws CURSOR_INVALID */
export function decodeCursor(order: readonly RecordOrder[], cursor: string, kind: KindDefinition): unknown[] {
  const decoded = parse(cursor);
  const [mark, ...values] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
  const fits = mark === signature(order) && values.length === order.length;
  if (!fits || !order.every(({ field }, i) => isValueOf(kind, field, values[i])))
    throw new OneNXError('CURSOR_INVALID');
  return values;
}

/** Whether a database takes the value for the field: a forged cursor is refused here, and is no fault of a statement. */
function isValueOf(kind: KindDefinition, field: string, value: unknown): boolean {
  const definition = kind.fields[field];
  if (value === null) return definition?.optional === true;
  const type: FieldType = definition === undefined || isVocabulary(definition.type) ? 'text' : definition.type;
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;
    case 'fen':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    default:
      return typeof value === 'string' && !value.includes('\0');
  }
}

function signature(order: readonly RecordOrder[]): string {
  return order.map(({ field, direction }) => `${field}:${direction}`).join();
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new OneNXError('CURSOR_INVALID', {}, { cause });
  }
}
