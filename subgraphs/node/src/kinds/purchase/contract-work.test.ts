import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { buyerOf } from './buyer.js';
import { contractKind } from './contract.kind.js';
import { contractWork } from './contract-work.js';
import { broken, brokenBy } from '../rule-input.test-kit.js';

const work = contractWork(buyerOf('DISTRICT'));
const draft = { contractNo: 'C2', procurementNo: 'B1', projectNo: 'P1', yearIndex: 2, years: 3 };
const first = { contractNo: 'C1', procurementNo: 'B1', projectNo: 'P1', yearIndex: 1, contractStatus: 'COMPLETED' };
const passed = { projectNo: 'P1', contractYear: 1, result: 'GOOD', evaluatedAt: '2026-03-01' };

function atSigning(code: string, after: RecordValues, related: Record<string, RecordValues[]> = {}) {
  return brokenBy(work, 'signDistrictContract', [`DISTRICT_CONTRACT_${code}`, { after, related }]);
}

describe('a contract of a second year is signed', () => {
  test.each<[string, RecordValues[], RecordValues[], boolean]>([
    ['after the first year was contracted and its evaluation passed', [first], [passed], true],
    ['where the evaluation names no year, which is the first', [first], [{ ...passed, contractYear: null }], true],
    ['not without a first year', [], [passed], false],
    [
      'not when the first year was ended before its time',
      [{ ...first, contractStatus: 'TERMINATED' }],
      [passed],
      false,
    ],
    ['not when the first year is of another project', [{ ...first, projectNo: 'P2' }], [passed], false],
    ['not when its evaluation failed', [first], [{ ...passed, result: 'FAILED' }], false],
    ['not when its evaluation is planned', [first], [{ ...passed, evaluatedAt: null, result: null }], false],
    ['not when its evaluation was replaced', [first], [{ ...passed, replacedAt: '2026-04-01' }], false],
    ['not when another year was evaluated', [first], [{ ...passed, contractYear: 2 }], false],
  ])('%s', (_, siblings, evaluations, signed) => {
    expect(atSigning('RENEWAL', draft, { siblings, evaluations }) === null).toBe(signed);
  });

  test('for the first year nothing is asked', () => {
    expect(atSigning('RENEWAL', { ...draft, yearIndex: 1 })).toBeNull();
  });
});

test.each([
  [1, 1, null, null],
  [3, 3, null, null],
  [4, 4, '≤ 3', null],
  [1, 2, null, '≤ 1'],
])('a purchase of %i years whose contract is of year %i', (years, yearIndex, tooLong, tooLate) => {
  const after = { ...draft, years, yearIndex };
  expect(atSigning('YEARS', after)?.expected ?? null).toBe(tooLong);
  expect(atSigning('YEAR_INDEX', after)?.expected ?? null).toBe(tooLate);
});

test.each([
  ['2026-12-31', true],
  ['2027-01-01', true],
  ['2027-01-02', false],
])('a contract from 1 January 2026 until %s is within a year: %s', (endsAt, within) => {
  expect(atSigning('TERM', { ...draft, startsAt: '2026-01-01', endsAt }) === null).toBe(within);
});

test.each<[RecordValues[], unknown]>([
  [[{ procurementStatus: 'AWARDED', years: 3 }], null],
  [[{ procurementStatus: 'AWARDED', years: 1 }], '≤ 1'],
  [[{ procurementStatus: 'ANNOUNCED', years: 3 }], 'AWARDED'],
  [[], 'AWARDED'],
])('a contract rests on %j', (procurements, expected) => {
  expect(atSigning('AWARDED', draft, { procurements })?.expected ?? null).toBe(expected);
});

test('what was signed is not changed by saving; a draft is', () => {
  const { rules = [] } = contractKind('DISTRICT');
  const change = (contractStatus: string) => {
    const before = { ...draft, contractStatus, amount: 100 };
    return broken(rules, 'DISTRICT_CONTRACT_FIXED', { before, after: { ...before, amount: 101 } });
  };
  expect(change('DRAFTED')).toBeNull();
  expect(change('SIGNED')).toEqual({ field: 'amount', found: '101', expected: '100' });
});
