import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): 评估评议';
const by = ['COMMITTEE_WORKER'] as const;

/** Planned, held, its result published. */
export const reviewing: WorkflowDefinition = {
  field: 'reviewStatus',
  initial: 'PLANNED',
  managed: ['reviewers', 'score', 'result'],
  actions: {
    holdPeerReview: {
      zh: '开展评议',
      en: 'Hold the review',
      from: ['PLANNED'],
      to: 'HELD',
      by,
      takes: { heldAt: 'optional', reviewers: 'required', score: 'required', result: 'required' },
      stamps: ['heldAt'],
      source,
    },
    publishPeerReview: {
      zh: '公布结果',
      en: 'Publish the result',
      from: ['HELD'],
      to: 'PUBLISHED',
      by,
      stamps: ['publishedAt'],
      source,
    },
  },
};
