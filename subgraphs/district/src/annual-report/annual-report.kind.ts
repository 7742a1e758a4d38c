import { measuresOver, notMoreThan } from '@onenx/node/kinds';
import { annualReportResult, annualReportStatus, defineKind, legalForm } from '@onenx/schema';
import { ASSOCIATIONS } from '../sources.js';
import { reporting } from './reporting.js';
import { annualReportRules } from './reporting-rules.js';

const { stock, flow } = measuresOver('AnnualReport', 'DISTRICT', `OneNX data model 5.3 (18); ${ASSOCIATIONS} §28`);
const on = 'dueAt';

/** The annual report that an organization owes for a year; the record is made when it falls due, not when it comes. */
export const annualReport = defineKind({
  name: 'AnnualReport',
  plural: 'annualReports',
  code: 'ANNR',
  zh: '年检年报',
  en: 'Annual report',
  level: 'DISTRICT',
  interfaces: [],
  key: ['uscc', 'reportYear'],
  fields: {
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    legalForm: { type: legalForm, zh: '法人形式', en: 'Legal form', dimension: 'legalForm' },
    reportYear: { type: 'integer', zh: '报告年度', en: 'Year reported on', min: 1950, max: 2200 },
    reportStatus: { type: annualReportStatus, zh: '年报状态', en: 'Status', dimension: 'reportStatus' },
    dueFrom: { type: 'date', zh: '开始报送日期', en: 'Due from' },
    dueAt: { type: 'date', zh: '报送截止日期', en: 'Last day to report' },
    submittedAt: { type: 'date', zh: '报送日期', en: 'Submitted on', optional: true },
    result: {
      type: annualReportResult,
      zh: '年检结论',
      en: 'Result',
      optional: true,
      dimension: 'annualReportResult',
    },
    income: { type: 'fen', zh: '年度收入(分)', en: 'Income of the year (fen)', optional: true, min: 0 },
    expenditure: { type: 'fen', zh: '年度支出(分)', en: 'Expenditure of the year (fen)', optional: true, min: 0 },
    activities: { type: 'integer', zh: '年度活动次数', en: 'Activities in the year', optional: true, min: 0 },
    employees: { type: 'integer', zh: '从业人员数', en: 'Employees', optional: true, min: 0 },
    socialWorkers: { type: 'integer', zh: '其中持证社工数', en: 'Certified social workers', optional: true, min: 0 },
    concludedAt: { type: 'date', zh: '结论日期', en: 'Concluded on', optional: true },
  },
  validity: { from: 'dueFrom', to: 'concludedAt' },
  check: notMoreThan('employees', ['socialWorkers']),
  noun: 'report',
  rules: annualReportRules,
  workflow: reporting,
  measures: [
    stock('annualReports.open', ['未出结论的年报数', 'Annual reports without a conclusion', '份']),
    flow('annualReports.expected', ['应报年报数', 'Annual reports due in the period', '份'], { on }),
    flow('annualReports.submitted', ['应报年报中已报数', 'Of those due, submitted', '份'], {
      on,
      where: { field: 'submittedAt', isNull: false },
    }),
    flow('annualReports.onTime', ['应报年报中按时报送数', 'Of those due, submitted in time', '份'], {
      on,
      where: { field: 'submittedAt', notAfter: 'dueAt' },
    }),
    flow('annualReports.missing', ['逾期未报年报数', 'Of those due, overdue and not submitted', '份'], {
      on,
      where: {
        and: [
          { field: 'submittedAt', isNull: true },
          { field: 'dueAt', passed: true },
        ],
      },
    }),
    flow('annualReports.failed', ['年检不合格数', 'Annual checks failed', '份'], {
      on: 'concludedAt',
      where: { field: 'result', in: ['FAILED'] },
    }),
  ],
});
