import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { broken } from '@onenx/node/testing';
import { eligibilityRules } from './eligibility-rules.js';

function keeps(code: string, related: Record<string, RecordValues[]>): boolean {
  return broken(eligibilityRules, code, { after: { uscc: '52310105MJ5968538L' }, related }) === null;
}

describe('on 30 June 2026 an eligible supplier', () => {
  test.each<[RecordValues, boolean]>([
    [{ status: 'ACTIVE', registeredAt: '2024-06-30' }, true],
    [{ status: 'ACTIVE', registeredAt: '2024-07-01' }, false],
    [{ status: 'SUSPENDED', registeredAt: '2010-01-01' }, false],
    [{ status: 'ACTIVE', registeredAt: null }, false],
  ])('registered as %j has been so for two years: %s', (organization, kept) => {
    expect(keeps('ELIGIBLE_REGISTERED', { organizations: [organization] })).toBe(kept);
  });

  test('stands in the register', () => {
    expect(keeps('ELIGIBLE_REGISTERED', {})).toBe(false);
  });

  test.each<[RecordValues, boolean]>([
    [{ grade: 'A3', awardedAt: '2022-01-01', validTo: '2027-01-01' }, true],
    [{ grade: 'A5', awardedAt: '2021-07-01', validTo: '2026-07-01' }, true],
    [{ grade: 'A5', awardedAt: '2021-06-30', validTo: '2026-06-30' }, false],
    [{ grade: 'A2', awardedAt: '2022-01-01', validTo: '2027-01-01' }, false],
    [{ grade: 'A4', awardedAt: '2026-07-01', validTo: '2031-07-01' }, false],
  ])('with the grade %j has a valid one of 3A: %s', (grade, kept) => {
    expect(keeps('ELIGIBLE_GRADE', { grades: [grade] })).toBe(kept);
  });

  test.each<[Record<number, string | null>, boolean]>([
    [{ 2023: 'FAILED', 2024: 'PASSED', 2025: 'PASSED' }, true],
    [{ 2023: 'PASSED', 2024: 'PASSED', 2025: 'BASIC' }, false],
    [{ 2023: 'PASSED', 2024: 'PASSED', 2025: null }, true],
    [{ 2025: 'PASSED' }, false],
  ])('with the checks %j passed the last two: %s', (results, kept) => {
    const reports = Object.entries(results).map(([year, result]) => ({ reportYear: Number(year), result }));
    expect(keeps('ELIGIBLE_CHECKS', { reports })).toBe(kept);
  });
});
