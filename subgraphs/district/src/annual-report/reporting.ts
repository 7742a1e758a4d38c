import type { WorkflowDefinition } from '@onenx/schema';
import { ASSOCIATIONS } from '../sources.js';

const by = ['DISTRICT_SUPERVISOR'] as const;
const source = `${ASSOCIATIONS} §28`;

/** A report falls due, comes in (it may be given back once more), and is concluded. */
export const reporting: WorkflowDefinition = {
  field: 'reportStatus',
  initial: 'DUE',
  managed: ['result'],
  actions: {
    submitAnnualReport: {
      zh: '接收年报',
      en: 'Take in the report',
      from: ['DUE'],
      to: 'SUBMITTED',
      by: [...by, 'INTEGRATOR'],
      takes: {
        submittedAt: 'optional',
        income: 'optional',
        expenditure: 'optional',
        activities: 'optional',
        employees: 'optional',
        socialWorkers: 'optional',
      },
      stamps: ['submittedAt'],
      source,
    },
    returnAnnualReport: {
      zh: '退回年报',
      en: 'Give the report back',
      from: ['SUBMITTED'],
      to: 'DUE',
      by,
      sets: () => ({ submittedAt: null }),
      source,
    },
    concludeAnnualReport: {
      zh: '作出年检结论',
      en: 'Conclude the annual check',
      from: ['SUBMITTED'],
      to: 'CONCLUDED',
      by,
      takes: { result: 'required', concludedAt: 'optional' },
      stamps: ['concludedAt'],
      source,
    },
  },
};
