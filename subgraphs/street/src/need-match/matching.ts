import type { WorkflowDefinition } from '@onenx/schema';

const by = ['STREET_OFFICER'] as const;
const source = 'Changning implementation opinion (2021): 供需对接';

/** A need is brought together with an offering; both agree, or they do not. */
export const matching: WorkflowDefinition = {
  field: 'needMatchStatus',
  initial: 'OPEN',
  managed: ['offeringId', 'contractId', 'endReason'],
  actions: {
    recordNeedMatch: {
      zh: '对接服务项目',
      en: 'Bring the need together with an offering',
      from: ['OPEN'],
      to: 'MATCHED',
      by,
      takes: { offeringId: 'required' },
      stamps: ['matchedAt'],
      source,
    },
    agreeNeedMatch: {
      zh: '达成对接',
      en: 'Record that both agreed',
      from: ['MATCHED'],
      to: 'AGREED',
      by,
      takes: { contractId: 'optional' },
      stamps: ['agreedAt', 'endedAt'],
      source,
    },
    refuseNeedMatch: {
      zh: '未达成对接',
      en: 'Record that they did not agree',
      from: ['MATCHED'],
      to: 'REFUSED',
      by,
      takes: { endReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
    withdrawNeedMatch: {
      zh: '撤回对接',
      en: 'Give the matching up',
      from: ['OPEN'],
      to: 'WITHDRAWN',
      by,
      takes: { endReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
  },
};
