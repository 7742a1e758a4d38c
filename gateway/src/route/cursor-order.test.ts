import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compareCursors } from './cursor-order.js';

const value = fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('𠀀', '￿', '中', 'a')), {
  nil: null,
});

function cursor(direction: string, name: string | null, id: number): string {
  return Buffer.from(JSON.stringify([`name:${direction},id:ASC`, name, id])).toString('base64url');
}

/** As the databases do: by code point, nulls last whatever the direction. */
function slowCompare(a: string | null, b: string | null, direction: string): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const points = (text: string): number[] => Array.from(text, (one) => one.codePointAt(0) ?? 0);
  const [x, y] = [points(a), points(b)];
  const i = x.findIndex((point, at) => point !== y[at]);
  const ascending = i < 0 ? x.length - y.length : (x[i] ?? 0) - (y[i] ?? -1);
  return direction === 'ASC' ? ascending : -ascending;
}

test('cursors compare as the databases order, by code point and with nulls last', () => {
  fc.assert(
    fc.property(value, value, fc.constantFrom('ASC', 'DESC'), fc.nat(9), fc.nat(9), (a, b, direction, i, j) => {
      const expected = slowCompare(a, b, direction) || i - j;
      expect(Math.sign(compareCursors(cursor(direction, a, i), cursor(direction, b, j)))).toBe(Math.sign(expected));
    }),
  );
});
