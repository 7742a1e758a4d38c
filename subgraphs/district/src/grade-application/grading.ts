import type { WorkflowDefinition } from '@onenx/schema';
import { GRADING, S3 } from '../sources.js';
import { gradingRules } from './grading-rules.js';

const by = ['DISTRICT_SUPERVISOR'] as const;
const source = `${S3}: 自我申报→指导培训→专家评估→等级评定→公示表彰; ${GRADING}`;

/**
 * The five steps; before a grade is decided the application may be refused. Who was fit to apply and no longer is when the
 * grade is decided gets none.
 */
export const grading: WorkflowDefinition = {
  field: 'gradeStage',
  initial: 'DECLARED',
  managed: ['score', 'scheme', 'grade', 'refusalReason'],
  actions: {
    coachGradeApplicant: {
      zh: '完成指导培训',
      en: 'Note that the applicant was coached',
      from: ['DECLARED'],
      to: 'COACHED',
      by: [...by, 'STREET_OFFICER'],
      stamps: ['coachedAt'],
      source,
    },
    assessGradeApplication: {
      zh: '登记专家评估',
      en: 'Note what the experts found',
      from: ['COACHED'],
      to: 'ASSESSED',
      by,
      takes: { score: 'required', scheme: 'required', assessedAt: 'optional' },
      stamps: ['assessedAt'],
      source,
    },
    decideGrade: {
      zh: '评定等级',
      en: 'Decide the grade',
      from: ['ASSESSED'],
      to: 'DECIDED',
      by,
      takes: { grade: 'required', decidedAt: 'optional' },
      stamps: ['decidedAt'],
      rules: gradingRules,
      source,
    },
    publishGrade: {
      zh: '公示表彰',
      en: 'Publish the grade',
      from: ['DECIDED'],
      to: 'PUBLISHED',
      by,
      stamps: ['publishedAt', 'endedAt'],
      source,
    },
    refuseGradeApplication: {
      zh: '不予评估',
      en: 'Refuse the application',
      from: ['DECLARED', 'COACHED', 'ASSESSED'],
      to: 'REFUSED',
      by,
      takes: { refusalReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
  },
};
