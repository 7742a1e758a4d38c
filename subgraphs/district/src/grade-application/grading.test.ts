import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { broken } from '@onenx/node/testing';
import { awardRules } from '../grade-assessment/award-rules.js';
import { gradingRules } from './grading-rules.js';

const after = { declaredAt: '2026-03-01', declaredGrade: 'A4', gradeStage: 'DECLARED' };
const report = (reportYear: number, more: RecordValues = {}): RecordValues => ({
  reportYear,
  dueAt: `${reportYear + 1}-05-31`,
  submittedAt: `${reportYear + 1}-05-01`,
  result: 'PASSED',
  ...more,
});
const refuses = (code: string, held: readonly RecordValues[], as: RecordValues = after): boolean =>
  broken(gradingRules, code, { after: as, related: { held } }) !== null;

describe('an application for a grade is refused', () => {
  test.each<[string, readonly RecordValues[]]>([
    ['GRADE_AGE', []],
    ['GRADE_AGE', [{ registeredAt: '2024-03-02' }]],
    ['GRADE_UPGRADE', [{ grade: 'A3', awardedAt: '2024-03-02', validTo: '2029-03-02' }]],
    ['GRADE_ANNUAL_REPORT', []],
    ['GRADE_ANNUAL_REPORT', [report(2024, { submittedAt: null }), report(2023)]],
    ['GRADE_ANNUAL_REPORT', [report(2023), report(2024, { result: 'FAILED' })]],
    ['GRADE_BASIC_TWICE', [report(2024, { result: 'BASIC' }), report(2023, { result: 'BASIC' })]],
    ['GRADE_PENALTY', [{ penaltyStatus: 'DECIDED', decidedAt: '2020-01-01' }]],
    ['GRADE_PENALTY', [{ penaltyStatus: 'PERFORMED', decidedAt: '2025-03-02' }]],
    ['GRADE_INVESTIGATION', [{ caseStatus: 'CLOSED' }, { caseStatus: 'INVESTIGATING' }]],
    ['GRADE_LISTED', [{ creditKind: 'ABNORMAL', creditStatus: 'LISTED' }]],
  ])('for %s with %j, unless it is itself a refusal', (code, held) => {
    expect(refuses(code, held)).toBe(true);
    expect(refuses(code, held, { ...after, gradeStage: 'REFUSED' })).toBe(false);
  });
});

describe('an application for a grade stands', () => {
  test.each<[string, readonly RecordValues[]]>([
    ['GRADE_AGE', [{ registeredAt: '2024-03-01' }]],
    ['GRADE_UPGRADE', []],
    ['GRADE_UPGRADE', [{ grade: 'A3', awardedAt: '2024-03-01', validTo: '2029-03-01' }]],
    // No upgrade: the same grade again, or one that has run out.
    ['GRADE_UPGRADE', [{ grade: 'A4', awardedAt: '2025-03-01', validTo: '2030-03-01' }]],
    ['GRADE_UPGRADE', [{ grade: 'A3', awardedAt: '2025-03-01', validTo: '2026-03-01' }]],
    // The report on 2025 is not due before the end of May.
    ['GRADE_ANNUAL_REPORT', [report(2024), report(2025, { submittedAt: null, result: null })]],
    ['GRADE_BASIC_TWICE', [report(2024, { result: 'BASIC' }), report(2023), report(2022, { result: 'BASIC' })]],
    ['GRADE_PENALTY', [{ penaltyStatus: 'PERFORMED', decidedAt: '2025-03-01' }]],
    ['GRADE_PENALTY', [{ penaltyStatus: 'ANNULLED', decidedAt: '2026-02-01' }]],
    ['GRADE_INVESTIGATION', [{ caseStatus: 'CLOSED' }]],
    ['GRADE_LISTED', [{ creditKind: 'ABNORMAL', creditStatus: 'REMOVED' }]],
  ])('before %s with %j', (code, held) => {
    expect(refuses(code, held)).toBe(false);
  });
});

describe('a grade that is awarded', () => {
  test('holds five years at most', () => {
    const term = (validTo: string) => broken(awardRules, 'GRADE_TERM', { after: { awardedAt: '2026-03-01', validTo } });
    expect([term('2031-03-01') === null, term('2031-03-02') === null]).toEqual([true, false]);
  });

  test('is the one decided on the application of the same organization', () => {
    const award = { uscc: 'a', grade: 'A3' };
    const decided = (application: RecordValues[], before: RecordValues | null = null) =>
      broken(awardRules, 'GRADE_DECIDED', { before, after: award, related: { application } }) === null;
    expect(decided([{ uscc: 'a', grade: 'A3' }])).toBe(true);
    expect(decided([{ uscc: 'a', grade: 'A4' }])).toBe(false);
    expect(decided([{ uscc: 'b', grade: 'A3' }])).toBe(false);
    expect(decided([])).toBe(false);
    expect(decided([], award)).toBe(true);
  });
});
