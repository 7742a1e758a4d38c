import { endingBy } from '@onenx/node/kinds';
import { addMonths, type WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): 应急预案';
const ending = endingBy({
  action: 'withdrawEmergencyPlan',
  zh: '废止预案',
  en: 'Withdraw the plan',
  by: ['COMMITTEE_WORKER'],
  source,
});

/** A plan is looked over in time, and withdrawn when another takes its place. */
export const planReview: WorkflowDefinition = {
  ...ending,
  managed: ['reviewDue'],
  actions: {
    reviseEmergencyPlan: {
      zh: '修订预案',
      en: 'Look the plan over',
      from: ['ACTIVE'],
      by: ['COMMITTEE_WORKER'],
      takes: { revisedAt: 'optional' },
      stamps: ['revisedAt'],
      sets: (input) => ({
        reviewDue: addMonths(String(input.after['revisedAt']), input.parameter('emergencyPlan.review.months')),
      }),
      source,
    },
    ...ending.actions,
  },
};
