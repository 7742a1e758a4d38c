import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Jizhou case (2014): 心声诉求—事务落实—困难救助';
const by = ['COMMITTEE_WORKER'] as const;

/** Received, assigned with a day by which it is done and closed; asked afterwards, the resident says whether that did. */
export const appealHandling: WorkflowDefinition = {
  field: 'appealStatus',
  initial: 'RECEIVED',
  managed: ['assignedTo', 'dueAt', 'satisfied', 'closeReason'],
  actions: {
    assignAppeal: {
      zh: '交办',
      en: 'Assign the appeal',
      from: ['RECEIVED', 'ASSIGNED'],
      to: 'ASSIGNED',
      by,
      takes: { assignedTo: 'required', dueAt: 'required' },
      source,
    },
    closeAppeal: {
      zh: '办结',
      en: 'Close the appeal',
      from: ['ASSIGNED'],
      to: 'CLOSED',
      by,
      takes: { satisfied: 'optional', closedAt: 'optional' },
      stamps: ['closedAt'],
      source,
    },
    refuseAppeal: {
      zh: '不予受理',
      en: 'Refuse the appeal',
      from: ['RECEIVED'],
      to: 'REFUSED',
      by,
      takes: { closeReason: 'required' },
      stamps: ['closedAt'],
      source,
    },
    rateAppeal: {
      zh: '登记回访满意度',
      en: 'Record whether the resident was satisfied',
      from: ['CLOSED'],
      by,
      takes: { satisfied: 'required' },
      source,
    },
  },
};
