import { endsAfter } from '@onenx/node/kinds';
import { defineKind, grade, type BasicMeasure } from '@onenx/schema';
import { awardRules } from './award-rules.js';

const RULE = '社会组织评估管理办法: 1A to 5A, valid five years';
const common = { unit: '家', ownerLevel: 'DISTRICT', source: RULE } as const;
const stock = { kind: 'GradeAssessment', op: 'sum', timing: { stock: true } } as const;

const measures: readonly BasicMeasure[] = [
  {
    ...common,
    name: 'grade.valid',
    zh: '等级在有效期内的组织数',
    en: 'Organizations with a valid grade',
    kind: 'STOCK',
    formula: 'count of GradeAssessment from awardedAt until validTo',
    basis: stock,
  },
  {
    ...common,
    name: 'grade.ge3A',
    zh: '3A及以上组织数',
    en: 'Organizations graded 3A or above',
    kind: 'STOCK',
    formula: 'count of valid GradeAssessment with grade 3A, 4A, 5A',
    basis: { ...stock, where: { field: 'grade', in: ['A3', 'A4', 'A5'] } },
  },
  {
    ...common,
    name: 'grade.ge4A',
    zh: '4A及以上组织数',
    en: 'Organizations graded 4A or above',
    kind: 'STOCK',
    formula: 'count of valid GradeAssessment with grade 4A, 5A',
    basis: { ...stock, where: { field: 'grade', in: ['A4', 'A5'] } },
  },
  {
    ...common,
    name: 'grade.expiring',
    zh: '期内到期的等级数',
    en: 'Grades expiring in the period',
    kind: 'ADDITIVE',
    formula: 'count of GradeAssessment by validTo',
    basis: { ...stock, timing: { flow: 'validTo' } },
  },
];

/** A grade awarded to a registered organization. Its place is the organization's seat. */
export const gradeAssessment = defineKind({
  name: 'GradeAssessment',
  plural: 'gradeAssessments',
  code: 'GRADE',
  zh: '等级评估',
  en: 'Grade assessment',
  level: 'DISTRICT',
  interfaces: ['Evaluation'],
  key: ['uscc', 'awardedAt'],
  fields: {
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    grade: { type: grade, zh: '等级', en: 'Grade', dimension: 'grade' },
    score: { type: 'number', zh: '得分', en: 'Score', optional: true, min: 0, max: 1000 },
    scheme: { type: 'text', zh: '评分标准', en: 'Scoring scheme', optional: true, maxLength: 100 },
    applicationNo: {
      type: 'text',
      zh: '申报编号',
      en: 'Number of the application',
      optional: true,
      maxLength: 60,
    },
    awardedAt: { type: 'date', zh: '授予日期', en: 'Awarded on' },
    validTo: { type: 'date', zh: '有效期至', en: 'Valid until (the first day without it)' },
  },
  validity: { from: 'awardedAt', to: 'validTo' },
  check: endsAfter('awardedAt', 'validTo'),
  noun: 'assessment',
  rules: awardRules,
  measures,
});
