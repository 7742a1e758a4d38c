/** A cursor of a level's list: the values of the fields by which it is ordered, and each field's direction. */
interface Keyset {
  readonly directions: readonly ('ASC' | 'DESC')[];
  readonly values: readonly unknown[];
}

/** Compares two cursors of one list as the databases of its nodes do: by code point, nulls last in either direction. */
export function compareCursors(a: string, b: string): number {
  const [x, y] = [readKeyset(a), readKeyset(b)];
  if (x === undefined || y === undefined) return compareText(a, b);
  for (const [i, direction] of x.directions.entries()) {
    const compared = compareValues(x.values[i], y.values[i], direction);
    if (compared !== 0) return compared;
  }
  return 0;
}

function readKeyset(cursor: string): Keyset | undefined {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(decoded)) return undefined;
    const [signature, ...values] = decoded as unknown[];
    if (typeof signature !== 'string') return undefined;
    return { directions: signature.split(',').map((field) => (field.endsWith(':DESC') ? 'DESC' : 'ASC')), values };
  } catch {
    return undefined;
  }
}

function compareValues(a: unknown, b: unknown, direction: 'ASC' | 'DESC'): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  const ascending = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
  return direction === 'ASC' ? ascending : -ascending;
}

/** UTF-8 keeps the order of code points; JavaScript's own comparison does not, past U+FFFF. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
