import type { WorkflowDefinition } from '@onenx/schema';
import { withinBudget } from './micro-venture-rules.js';
import { S3 } from './sources.js';

const by = ['STREET_OFFICER'] as const;

/** An application is granted or refused; what is granted is paid, and recovered where it was not used as agreed. */
export const granting: WorkflowDefinition = {
  field: 'grantStatus',
  initial: 'APPLIED',
  managed: ['amount', 'endReason', 'endedAt'],
  actions: {
    approveMicroGrant: {
      zh: '批准资助',
      en: 'Grant it',
      from: ['APPLIED'],
      to: 'APPROVED',
      by,
      takes: { amount: 'required' },
      stamps: ['grantedAt'],
      rules: [withinBudget],
      source: S3,
    },
    refuseMicroGrant: {
      zh: '不予资助',
      en: 'Refuse it',
      from: ['APPLIED'],
      to: 'REFUSED',
      by,
      takes: { endReason: 'required' },
      sets: ({ today }) => ({ endedAt: today }),
      source: S3,
    },
    payMicroGrant: {
      zh: '拨付资助',
      en: 'Pay it',
      from: ['APPROVED'],
      to: 'PAID',
      by,
      takes: { paidAt: 'optional' },
      stamps: ['paidAt'],
      source: S3,
    },
    recoverMicroGrant: {
      zh: '收回资助',
      en: 'Recover it',
      from: ['APPROVED', 'PAID'],
      to: 'RECOVERED',
      by,
      takes: { endReason: 'required' },
      sets: ({ today }) => ({ endedAt: today }),
      source: 'OneNX: what was not used as agreed is given back',
    },
  },
};
