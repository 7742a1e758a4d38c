import { OneNXError } from '@onenx/schema';
import type { RecordOrder } from './order.js';

/** A cursor is the keyset with its directions: the same order, or it is refused. */
export function encodeCursor(order: readonly RecordOrder[], record: Readonly<Record<string, unknown>>): string {
  const values = order.map(({ field }) => record[field] ?? null);
  return Buffer.from(JSON.stringify([signature(order), ...values])).toString('base64url');
}

/** @throws CURSOR_INVALID */
export function decodeCursor(order: readonly RecordOrder[], cursor: string): unknown[] {
  const decoded = parse(cursor);
  const [mark, ...values] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
  const scalar = values.every((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value));
  if (mark !== signature(order) || values.length !== order.length || !scalar) throw new OneNXError('CURSOR_INVALID');
  return values;
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
