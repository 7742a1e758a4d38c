import { endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, emergencyPlanKind } from '@onenx/schema';
import { planReview } from './plan-review.js';

const measure = measuresOver('EmergencyPlan', 'COMMITTEE', 'Changning implementation opinion (2021): 应急预案');

/** What a community does in an emergency, looked over from time to time. */
export const emergencyPlan = defineKind({
  name: 'EmergencyPlan',
  plural: 'emergencyPlans',
  code: 'EPLN',
  zh: '应急预案',
  en: 'Emergency plan',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['planNo'],
  fields: {
    planNo: { type: 'text', zh: '预案编号', en: 'Plan number', maxLength: 60 },
    title: { type: 'text', zh: '名称', en: 'Title', maxLength: 200 },
    planKind: { type: emergencyPlanKind, zh: '预案类别', en: 'Sort of emergency', dimension: 'emergencyPlanKind' },
    adoptedAt: { type: 'date', zh: '制定日期', en: 'Adopted on' },
    revisedAt: { type: 'date', zh: '修订日期', en: 'Looked over on', optional: true },
    reviewDue: { type: 'date', zh: '下次修订期限', en: 'To be looked over by', optional: true },
    ...endingFields,
  },
  validity: { from: 'adoptedAt', to: 'endedAt' },
  check: endsAfter('adoptedAt', 'endedAt'),
  workflow: planReview,
  measures: [
    measure.stock('emergencyPlans', ['应急预案数', 'Emergency plans', '份']),
    measure.stock(
      'emergencyPlans.reviewOverdue',
      ['逾期未修订的应急预案数', 'Emergency plans not looked over in time', '份'],
      {
        where: { field: 'reviewDue', passed: true },
      },
    ),
  ],
});
