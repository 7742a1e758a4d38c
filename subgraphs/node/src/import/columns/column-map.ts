import { OneNXError } from '@onenx/schema';
import type { ColumnMap } from './header.js';

const EXPECTED = 'columns: {theirs: ours or null}, values: {ours: {theirs: ours}}';

/** Reads a map of columns and codes out of parsed JSON or YAML. @throws ARGUMENT_INVALID */
export function columnMapOf(given: unknown, argument: string): ColumnMap {
  const refuse = (found: string): never => {
    throw new OneNXError('ARGUMENT_INVALID', { argument, found, expected: EXPECTED });
  };
  if (!isObject(given) || !('columns' in given || 'values' in given)) return refuse('another shape');
  const unknown = Object.keys(given).find((key) => key !== 'columns' && key !== 'values');
  if (unknown !== undefined) return refuse(unknown);
  const { columns = {}, values = {} } = given;
  if (!isObject(columns) || !isObject(values)) return refuse('another shape');
  const odd = Object.entries(columns).find(([, ours]) => ours !== null && typeof ours !== 'string');
  if (odd !== undefined) return refuse(odd[0]);
  const mapped = Object.entries(values).map(([name, codes]) => {
    if (!isObject(codes) || Object.values(codes).some((code) => isObject(code) || code === null)) return refuse(name);
    return [name, Object.fromEntries(Object.entries(codes).map(([theirs, ours]) => [theirs, String(ours)]))] as const;
  });
  return { columns: columns as Record<string, string | null>, values: Object.fromEntries(mapped) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
