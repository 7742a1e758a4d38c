import { describe, expect, test } from '@jest/globals';
import type { Condition } from '@onenx/schema';
import { measuresOver } from './measures-over.js';

const measure = measuresOver('Need', 'COMMITTEE', 'a document');
const words = ['需求', 'Needs', '条'] as const;
const overdue: Condition = {
  and: [
    { not: { field: 'answeredAt', passed: true } },
    {
      or: [
        { field: 'answerBy', passed: true },
        { field: 'raisedAt', notAfter: 'answerBy' },
      ],
    },
    { field: 'priority', in: ['HIGH', 'LOW'] },
    { field: 'projectId', isNull: true },
    { field: 'offeringId', isNull: false },
  ],
};

describe('measures over a kind', () => {
  test('are a stock, a flow by a day, or distinct values of either', () => {
    const stock = measure.stock('a', words, { where: overdue, sensitive: true });
    expect(stock).toMatchObject({ name: 'a', zh: '需求', en: 'Needs', unit: '条', kind: 'STOCK', sensitive: true });
    expect(stock.basis).toEqual({ kind: 'Need', op: 'sum', timing: { stock: true }, where: overdue });
    const flow = measure.flow('b', words, { on: 'raisedAt', field: 'answerDays', source: 'another' });
    expect(flow).toMatchObject({ kind: 'ADDITIVE', source: 'another', ownerLevel: 'COMMITTEE' });
    expect(flow.basis).toEqual({ kind: 'Need', op: 'sum', field: 'answerDays', timing: { flow: 'raisedAt' } });
    const basis = { kind: 'Need', op: 'distinct', field: 'claimantUscc' };
    expect(measure.distinct('c', words, { field: 'claimantUscc' }).basis).toEqual({
      ...basis,
      timing: { stock: true },
    });
    const claimed = measure.distinct('d', words, { field: 'claimantUscc', on: 'claimedAt' });
    expect(claimed).toMatchObject({ kind: 'DISTINCT', basis: { ...basis, timing: { flow: 'claimedAt' } } });
  });

  test.each([
    [measure.stock('a', words), 'count of Need valid on the day'],
    [measure.flow('a', words, { on: 'raisedAt', field: 'answerDays' }), 'Σ answerDays of Need by raisedAt'],
    [measure.distinct('a', words, { field: 'claimantUscc' }), 'distinct claimantUscc of Need valid on the day'],
    [
      measure.stock('a', words, { where: overdue }),
      'count of Need valid on the day where not (answeredAt before the day of the question) and (answerBy before the day of the question or raisedAt ≤ answerBy) and priority is HIGH or LOW and projectId is empty and offeringId is not empty',
    ],
  ])('say what they count', ({ formula }, expected) => {
    expect(formula).toBe(expected);
  });
});
