import { describe, expect, test } from '@jest/globals';
import type { Broken, RecordValues } from '@onenx/schema';
import fc from 'fast-check';
import { buyerOf } from './buyer.js';
import { paymentWork } from './payment-work.js';
import { brokenBy, setBy } from '../rule-input.test-kit.js';

const work = paymentWork(buyerOf('STREET'));
const last = { paymentNo: 'Z9', projectNo: 'P1', contractNo: 'C1', amount: 10, isFinal: true, paidAt: '2026-06-30' };
const evaluation = { result: 'PASSED', evaluatedAt: '2026-05-01' };
const audit = { auditStatus: 'PASSED' };
const later = { contractNo: 'C1', yearIndex: 2, years: 3, amount: 10 };

type Related = Record<string, RecordValues[]>;

describe('the last payment', () => {
  test.each<[string, Related, string | null]>([
    ['waits for both', {}, 'StreetPerformance, StreetAudit: PASSED'],
    ['waits for the audit', { evaluations: [evaluation] }, 'StreetAudit: PASSED'],
    ['waits for the evaluation', { audits: [audit] }, 'StreetPerformance: PASSED'],
    ['is released by both', { evaluations: [evaluation], audits: [audit] }, null],
    [
      'is not released by an audit that failed',
      { evaluations: [evaluation], audits: [{ auditStatus: 'FAILED' }] },
      'StreetAudit: PASSED',
    ],
    [
      'is not released by an evaluation that failed',
      { evaluations: [{ ...evaluation, result: 'FAILED' }], audits: [audit] },
      'StreetPerformance: PASSED',
    ],
    [
      'of a second year is not released by the first',
      { contracts: [later], evaluations: [evaluation], audits: [audit] },
      'StreetPerformance, StreetAudit: PASSED',
    ],
    [
      'of a second year is released by its own',
      {
        contracts: [later],
        evaluations: [{ ...evaluation, contractYear: 2 }],
        audits: [{ ...audit, contractNo: 'C1' }],
      },
      null,
    ],
  ])('%s', (_, related, expected) => {
    const rule = brokenBy(work, 'payStreetPayment', ['STREET_FINAL_PAYMENT', { after: last, related }]);
    expect(rule?.expected ?? null).toBe(expected);
    // The flag says the same of the evaluation alone, so that it is found where a rule was not asked.
    const { paidBeforeEvaluation } = setBy(work, 'payStreetPayment', { after: last, related });
    expect(paidBeforeEvaluation).toBe(expected?.includes('Performance') ?? false);
  });

  test('is the only one that waits', () => {
    const after = { ...last, isFinal: false };
    expect(brokenBy(work, 'payStreetPayment', ['STREET_FINAL_PAYMENT', { after }])).toBeNull();
    expect(setBy(work, 'payStreetPayment', { after })).toEqual({ endedAt: last.paidAt, paidBeforeEvaluation: false });
  });
});

test('payments stay within the contract, and the one that reaches it is the last', () => {
  const statuses = fc.constantFrom('PLANNED', 'APPROVED', 'PAID', 'CANCELLED');
  const payments = fc.array(fc.record({ amount: fc.nat(50), paymentStatus: statuses }), { maxLength: 6 });
  fc.assert(
    fc.property(payments, fc.nat(120), fc.nat(50), fc.boolean(), (made, contract, amount, isFinal) => {
      const after = { ...last, amount, isFinal };
      // The record at hand is among them, as it was before.
      const all = [
        ...made.map((one, i) => ({ ...one, paymentNo: `Z${i}` })),
        { ...last, amount, paymentStatus: 'APPROVED' },
      ];
      const related = { contracts: [{ amount: contract }], contractPayments: all };
      const found = brokenBy(work, 'payStreetPayment', ['STREET_PAYMENT_WITHIN_CONTRACT', { after, related }]);
      let sum = amount;
      for (const one of made) if (one.paymentStatus === 'PAID' || one.paymentStatus === 'APPROVED') sum += one.amount;
      const field = sum > contract ? 'amount' : sum === contract && !isFinal ? 'isFinal' : null;
      expect(found?.field ?? null).toBe(field);
    }),
  );
});

test('a payment without a contract is bound by its project, and one for neither is refused', () => {
  const after = { paymentNo: 'P2', projectNo: 'X1', contractNo: null, amount: 60, isFinal: false };
  const earlier = [{ paymentNo: 'P1', amount: 50, paymentStatus: 'PAID' }];
  const asked = (related: Related): Broken | null =>
    brokenBy(work, 'approveStreetPayment', ['STREET_PAYMENT_WITHIN_CONTRACT', { after, related }]);
  expect(asked({ projects: [{ contractAmount: 120 }], projectPayments: earlier })).toBeNull();
  expect(asked({ projects: [{ contractAmount: 100 }], projectPayments: earlier })).toMatchObject({ field: 'amount' });
  expect(asked({ projects: [{ contractAmount: null }] })).toMatchObject({ field: 'contractNo' });
  expect(asked({})).toMatchObject({ field: 'contractNo', found: 'X1' });
});
