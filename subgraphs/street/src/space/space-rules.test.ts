import { describe, expect, test } from '@jest/globals';
import { addDays, type Rule } from '@onenx/schema';
import fc from 'fast-check';
import { isBroken } from '@onenx/node/testing';
import { allocationRules, assetFree } from './space-rules.js';

function rule(code: string): Rule {
  const found = allocationRules.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no rule ${code}`);
  return found;
}

const day = (n: number) => addDays('2026-01-01', n);
const span = fc
  .record({ from: fc.nat(12), days: fc.option(fc.nat(6)) })
  .map(({ from, days }) => ({ from, to: days === null ? null : from + days }));
type Span = { readonly from: number; readonly to: number | null };

const values = (allocationNo: string, { from, to }: Span) => ({
  allocationNo,
  allocatedAt: day(from),
  returnedAt: to === null ? null : day(to),
});
/** The days of a span, one by one; the day of the return is free again. An open one lasts past every other. */
const days = ({ from, to }: Span) => Array.from({ length: (to ?? 40) - from }, (_, i) => from + i);

describe('rooms', () => {
  test('are not allocated to two on any one day', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const taken = new Set(days(one));
        const related = { allocations: [values('A1', one)] };
        const broken = isBroken(rule('SPACE_ONE_AT_A_TIME'), { after: values('A2', other), related });
        expect(broken).toBe(days(other).some((n) => taken.has(n)));
      }),
    );
  });

  test('may be allocated beside a request that has none yet, and are not counted against themselves', () => {
    const open = values('A1', { from: 0, to: null });
    const waiting = { allocationNo: 'A2', allocatedAt: null, returnedAt: null };
    expect(isBroken(rule('SPACE_ONE_AT_A_TIME'), { after: open, related: { allocations: [open, waiting] } })).toBe(
      false,
    );
  });

  test('are offered, and not smaller than what is allocated of them', () => {
    const broken = (code: string, spaceStatus: string, areaM2: number) =>
      isBroken(rule(code), {
        after: { assetNo: 'S1', areaM2 },
        related: { asset: [{ assetNo: 'S1', spaceStatus, areaM2: 60 }] },
      });
    expect(broken('SPACE_OFFERED', 'OFFERED', 1)).toBe(false);
    expect(broken('SPACE_OFFERED', 'WITHDRAWN', 1)).toBe(true);
    expect([60, 60.5].map((area) => broken('SPACE_AREA', 'OFFERED', area))).toEqual([false, true]);
    expect(isBroken(rule('SPACE_OFFERED'), { after: { assetNo: 'S2' }, related: { asset: [] } })).toBe(true);
  });

  test.each([
    ['FREE', null, false],
    ['FREE', 0, false],
    ['FREE', 1, true],
    ['DISCOUNT', null, true],
    ['DISCOUNT', 0, true],
    ['DISCOUNT', 1, false],
  ])('on terms %s with a rent of %s are refused: %s', (spaceTerms, monthlyRent, refused) => {
    expect(isBroken(rule('SPACE_RENT'), { after: { spaceTerms, monthlyRent } })).toBe(refused);
  });

  test('are withdrawn once nobody has them', () => {
    const broken = (...states: string[]) =>
      isBroken(assetFree, {
        after: { assetNo: 'S1' },
        related: { allocations: states.map((allocationStatus, i) => ({ allocationNo: `A${i}`, allocationStatus })) },
      });
    expect(broken('RETURNED', 'DROPPED', 'REQUESTED')).toBe(false);
    expect(broken('RETURNED', 'ALLOCATED')).toBe(true);
  });
});
