import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Ningbo and other cases (2013–2019): 一委一居一中心';
const by = ['COMMITTEE_WORKER'] as const;

/** A post is filled, vacated and filled again, until it is abolished. */
export const filling: WorkflowDefinition = {
  field: 'postStatus',
  initial: 'OPEN',
  managed: ['holder', 'crossPosted', 'certified'],
  actions: {
    fillCommitteePost: {
      zh: '任职',
      en: 'Fill the post',
      from: ['OPEN'],
      to: 'FILLED',
      by,
      takes: { holder: 'optional', crossPosted: 'required', certified: 'optional' },
      stamps: ['filledAt'],
      source,
    },
    vacateCommitteePost: {
      zh: '离任',
      en: 'Vacate the post',
      from: ['FILLED'],
      to: 'OPEN',
      by,
      stamps: ['vacatedAt'],
      sets: () => ({ holder: null, crossPosted: null, certified: null }),
      source,
    },
    abolishCommitteePost: {
      zh: '撤销岗位',
      en: 'Abolish the post',
      from: ['OPEN'],
      to: 'ABOLISHED',
      by,
      stamps: ['abolishedAt'],
      source,
    },
  },
};
