import type { Rule } from '@onenx/schema';
import { annualReportDue } from './due-day.js';

/** The last day for a report is the law's, not the clerk's. */
export const annualReportRules: readonly Rule[] = [
  {
    code: 'ANNUAL_REPORT_DUE',
    zh: '年报截止日期应为法定日期',
    en: 'An annual report is due on the day that the law names',
    source: '社会团体登记管理条例 §28; 民办非企业单位登记管理暂行条例 §23; 基金会管理条例 §36',
    check: (input) => {
      const { after } = input;
      const found = String(after['dueAt']);
      const expected = annualReportDue(Number(after['reportYear']), after['legalForm'], input);
      return expected === null || found === expected ? null : { field: 'dueAt', found, expected };
    },
  },
];
