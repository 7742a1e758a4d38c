import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, OneNXError, type KindDefinition } from '@onenx/schema';
import type { Bound } from './bound.js';
import { decodeCursor } from './cursor.js';
import type { RecordOrder } from './order.js';

/** Which page of a list is asked for, as the GraphQL Cursor Connections Specification has it. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A number of records between two cursors, from the start or from the end. */
export interface PageRange {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: Bound | undefined;
  readonly before: Bound | undefined;
}

/** Both cursors may be given, but not both numbers. @throws ARGUMENT_INVALID, CURSOR_INVALID */
export function readRange(args: PageArguments, order: readonly RecordOrder[], kind: KindDefinition): PageRange {
  const cursor = (text: string | null | undefined, side: Bound['side']): Bound | undefined =>
    typeof text === 'string' ? { values: decodeCursor(order, text, kind), side, inclusive: false } : undefined;
  return { ...readSize(args), after: cursor(args.after, 'AFTER'), before: cursor(args.before, 'BEFORE') };
}

function readSize({ first, last }: PageArguments): Pick<PageRange, 'size' | 'fromEnd'> {
  if (typeof last !== 'number') return { size: checked('first', first ?? DEFAULT_PAGE_SIZE), fromEnd: false };
  if (typeof first !== 'number') return { size: checked('last', last), fromEnd: true };
  throw new OneNXError('ARGUMENT_INVALID', {
    argument: 'last',
    found: `${last}, beside "first" ${first}`,
    expected: 'one of the two',
  });
}

function checked(argument: string, size: number): number {
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new OneNXError('ARGUMENT_INVALID', { argument, found: size, expected: `0 to ${MAX_PAGE_SIZE}` });
}
