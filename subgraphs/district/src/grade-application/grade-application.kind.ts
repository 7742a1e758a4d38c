import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, grade, gradeStage } from '@onenx/schema';
import { GRADING } from '../sources.js';
import { grading } from './grading.js';
import { gradingRules } from './grading-rules.js';

const { stock, flow } = measuresOver('GradeApplication', 'DISTRICT', `OneNX data model 5.3 (16); ${GRADING}`);

/** One grading of an organization, step by step; the grade that comes of it is a `GradeAssessment`. */
export const gradeApplication = defineKind({
  name: 'GradeApplication',
  plural: 'gradeApplications',
  code: 'GAPP',
  zh: '等级评估申报',
  en: 'Application for a grade',
  level: 'DISTRICT',
  interfaces: [],
  key: ['applicationNo'],
  fields: {
    applicationNo: { type: 'text', zh: '申报编号', en: 'Application number', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    gradeStage: { type: gradeStage, zh: '评估步骤', en: 'Step', dimension: 'gradeStage' },
    declaredGrade: { type: grade, zh: '申报等级', en: 'Grade applied for' },
    declaredAt: { type: 'date', zh: '申报日期', en: 'Declared on' },
    coachedAt: { type: 'date', zh: '指导培训日期', en: 'Coached on', optional: true },
    assessedAt: { type: 'date', zh: '专家评估日期', en: 'Assessed on', optional: true },
    score: { type: 'number', zh: '得分', en: 'Score', optional: true, min: 0, max: 1000 },
    scheme: { type: 'text', zh: '评分标准', en: 'Scoring scheme', optional: true, maxLength: 100 },
    decidedAt: { type: 'date', zh: '等级评定日期', en: 'Decided on', optional: true },
    grade: { type: grade, zh: '评定等级', en: 'Grade decided', optional: true, dimension: 'grade' },
    publishedAt: { type: 'date', zh: '公示日期', en: 'Published on', optional: true },
    refusalReason: { type: 'text', zh: '不予评估原因', en: 'Why it was refused', optional: true, maxLength: 200 },
    endedAt: { type: 'date', zh: '办结日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'declaredAt', to: 'endedAt' },
  check: endsAfter('declaredAt', 'endedAt'),
  noun: 'application',
  rules: gradingRules,
  workflow: grading,
  measures: [
    flow('grade.declared', ['等级评估申报数', 'Applications for a grade', '家'], { on: 'declaredAt' }),
    stock('grade.inProgress', ['评估中的申报数', 'Applications in progress', '家']),
    flow('grade.published', ['公示的等级数', 'Grades published', '家'], { on: 'publishedAt' }),
  ],
});
