import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBroken } from '@onenx/node/testing';
import { allAnswered, appliedInTime, withinBudget } from './micro-venture-rules.js';

const round = (ventureStatus: string, more = {}) => ({ roundNo: 'R1', ventureStatus, budget: 10, ...more });
const grantStatus = fc.constantFrom('APPLIED', 'APPROVED', 'PAID', 'REFUSED', 'RECOVERED');
const grants = fc.array(fc.record({ grantStatus, amount: fc.option(fc.nat(6)) }), { maxLength: 5 });

describe('a micro-venture round', () => {
  test('takes new applications while it is open, until its last day', () => {
    const broken = (appliedAt: string, status = 'OPEN', before: object | null = null) =>
      isBroken(appliedInTime, {
        before: before as null,
        after: { roundNo: 'R1', appliedAt },
        related: { round: [round(status, { applyUntil: '2026-03-31' })] },
      });
    expect(broken('2026-03-31')).toBe(false);
    expect(broken('2026-04-01')).toBe(true);
    expect(['PREPARED', 'SELECTED', 'CLOSED'].filter((status) => !broken('2026-03-01', status))).toEqual([]);
    expect(broken('2026-04-01', 'CLOSED', {})).toBe(false);
    expect(isBroken(appliedInTime, { after: { roundNo: 'R2' }, related: { round: [] } })).toBe(true);
  });

  test('never grants more than its budget, whatever was granted before', () => {
    fc.assert(
      fc.property(grants, fc.nat(12), (earlier, amount) => {
        const others = earlier.map((one, i) => ({ grantNo: `G${i}`, ...one }));
        const spent = others.filter((one) => ['APPROVED', 'PAID'].includes(one.grantStatus));
        const total = spent.reduce((sum, one) => sum + (one.amount ?? 0), amount);
        const itself = { grantNo: 'G', grantStatus: 'APPROVED', amount: 9 };
        const related = { round: [round('SELECTED')], grants: [...others, itself] };
        expect(isBroken(withinBudget, { after: { grantNo: 'G', roundNo: 'R1', amount }, related })).toBe(total > 10);
      }),
    );
  });

  test('grants nothing before it has selected', () => {
    const states = ['PREPARED', 'OPEN', 'SELECTED', 'CLOSED'];
    const after = { grantNo: 'G', roundNo: 'R1', amount: 1 };
    expect(states.filter((one) => !isBroken(withinBudget, { after, related: { round: [round(one)] } }))).toEqual([
      'SELECTED',
    ]);
  });

  test('closes when nothing waits for an answer or for money', () => {
    fc.assert(
      fc.property(grants, (all) => {
        const waits = all.some((one) => one.grantStatus === 'APPLIED' || one.grantStatus === 'APPROVED');
        const related = { grants: all.map((one, i) => ({ grantNo: `G${i}`, ...one })) };
        expect(isBroken(allAnswered, { after: round('CLOSED'), related })).toBe(waits);
      }),
    );
  });
});
