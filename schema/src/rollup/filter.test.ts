import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { evaluateFilter, filterDimensions, parseFilter, type DimensionFilter, type Verdict } from './filter.js';

const leaf = fc.oneof(
  fc.record({ dimension: fc.constantFrom('a', 'b', 'c'), in: fc.constant(['x']) }),
  fc.record({ dimension: fc.constantFrom('a', 'b', 'c'), isNull: fc.boolean() }),
);
const { filter: filters } = fc.letrec<{ filter: DimensionFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ not: tie('filter') }),
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
  ),
}));
const verdicts = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });

function judge(filter: DimensionFilter, says: Readonly<Record<string, Verdict>>): Verdict {
  return evaluateFilter(filter, (part) => says[part.dimension]);
}

describe('a filter', () => {
  test('whose tests all say something is the logic of two values', () => {
    const plain = (filter: DimensionFilter, says: Readonly<Record<string, boolean>>): boolean => {
      if ('and' in filter) return filter.and.every((part) => plain(part, says));
      if ('or' in filter) return filter.or.some((part) => plain(part, says));
      return 'not' in filter ? !plain(filter.not, says) : says[filter.dimension] === true;
    };
    fc.assert(fc.property(filters, verdicts, (filter, says) => expect(judge(filter, says)).toBe(plain(filter, says))));
  });

  test('decides with a test that cannot say only what both of its answers would decide', () => {
    fc.assert(
      fc.property(filters, verdicts, (filter, says) => {
        const open = judge(filter, { ...says, a: undefined });
        const closed = [true, false].map((a) => judge(filter, { ...says, a }));
        if (open !== undefined) expect(closed).toEqual([open, open]);
      }),
    );
    expect(
      judge(
        {
          or: [
            { dimension: 'a', in: [] },
            { dimension: 'b', in: [] },
          ],
        },
        { b: true },
      ),
    ).toBe(true);
    expect(
      judge(
        {
          and: [
            { dimension: 'a', in: [] },
            { dimension: 'b', in: [] },
          ],
        },
        { b: true },
      ),
    ).toBeUndefined();
    expect(judge({ not: { dimension: 'a', in: [] } }, {})).toBeUndefined();
  });

  test('comes back from JSON as it was, its codes sorted', () => {
    fc.assert(
      fc.property(filters, (filter) => expect(parseFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter)),
    );
    expect(parseFilter({ dimension: 'street', in: ['2', '1'] })).toEqual({ dimension: 'street', in: ['1', '2'] });
  });

  test('names every dimension it tests', () => {
    expect(
      filterDimensions({ and: [{ not: { dimension: 'a', in: [] } }, { or: [{ dimension: 'b', isNull: true }] }] }),
    ).toEqual(['a', 'b']);
    expect(filterDimensions(null)).toEqual([]);
  });

  test.each([
    [null],
    ['x'],
    [{}],
    [{ dimension: 'a' }],
    [{ dimension: 1, in: [] }],
    [{ dimension: 'a', in: 'x' }],
    [{ and: 'x' }],
    [{ not: null }],
  ])('%j is refused', (value) => {
    expect(() => parseFilter(value)).toThrow(expect.objectContaining({ code: 'SPEC_MALFORMED' }));
  });

  test('nested without end is refused', () => {
    let deep: unknown = { dimension: 'a', isNull: true };
    for (let depth = 0; depth < 11; depth++) deep = { not: deep };
    expect(() => parseFilter(deep)).toThrow(expect.objectContaining({ code: 'SPEC_MALFORMED' }));
  });
});
