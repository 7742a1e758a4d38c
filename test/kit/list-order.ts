import * as fc from 'fast-check';
import { compareValues, FIELDS } from './list-kind.js';
import type { Values } from './store.js';

export type Order = readonly { field: string; direction: 'ASC' | 'DESC' }[];

export const orders: fc.Arbitrary<Order> = fc.array(
  fc.record({
    field: fc.constantFrom(...FIELDS, 'place', 'id', 'updatedAt'),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  }),
  { maxLength: 3 },
);

/** Nulls last in either direction, then by id. */
export function sorted(records: readonly Values[], orderBy: Order): Values[] {
  const order = [...orderBy, { field: 'id', direction: 'ASC' }];
  const moment = (record: Values): Values => ({ updatedAt: '', ...record });
  return records.toSorted((a, b) => {
    for (const { field, direction } of order) {
      const [x, y] = [moment(a)[field] ?? null, moment(b)[field] ?? null];
      if (x === null || y === null) {
        if (x === y) continue;
        return x === null ? 1 : -1;
      }
      const compared = compareValues(x, y);
      if (compared !== 0) return direction === 'ASC' ? compared : -compared;
    }
    return 0;
  });
}
