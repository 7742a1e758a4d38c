import { expect, test } from '@jest/globals';
import { broken } from '@onenx/node/testing';
import { annualReportRules } from './reporting-rules.js';

test.each([
  ['ASSOCIATION', '2026-05-31'],
  ['SERVICE_ORG', '2026-05-31'],
  ['FOUNDATION', '2026-03-31'],
])('the report of a %s on 2025 is due on %s and on no other day', (legalForm, day) => {
  const due = (dueAt: string) =>
    broken(annualReportRules, 'ANNUAL_REPORT_DUE', { after: { legalForm, reportYear: 2025, dueAt } });
  expect(due(day)).toBeNull();
  expect(due('2026-05-30')).toEqual({ field: 'dueAt', found: '2026-05-30', expected: day });
});
