import type { WorkflowDefinition } from '@onenx/schema';
import { S3 } from './sources.js';
import { allocationRules } from './space-rules.js';

const by = ['STREET_OFFICER'] as const;

/** Who waits for rooms gets some, free or at a low rent, and gives them back. */
export const allocating: WorkflowDefinition = {
  field: 'allocationStatus',
  initial: 'REQUESTED',
  managed: ['assetNo', 'areaM2', 'spaceTerms', 'monthlyRent', 'agreedUntil', 'endReason', 'endedAt'],
  actions: {
    allocateSpace: {
      zh: '安置',
      en: 'Allocate rooms',
      from: ['REQUESTED'],
      to: 'ALLOCATED',
      by,
      takes: {
        assetNo: 'required',
        areaM2: 'required',
        spaceTerms: 'required',
        monthlyRent: 'optional',
        agreedUntil: 'optional',
        allocatedAt: 'optional',
      },
      stamps: ['allocatedAt'],
      rules: allocationRules,
      source: S3,
    },
    extendSpaceAllocation: {
      zh: '延长使用',
      en: 'Agree on a later end',
      from: ['ALLOCATED'],
      by,
      takes: { agreedUntil: 'required' },
      source: S3,
    },
    returnSpace: {
      zh: '退还房屋',
      en: 'Give the rooms back',
      from: ['ALLOCATED'],
      to: 'RETURNED',
      by,
      takes: { returnedAt: 'optional', endReason: 'optional' },
      stamps: ['returnedAt'],
      sets: ({ after }) => ({ endedAt: after['returnedAt'] ?? null }),
      source: S3,
    },
    dropSpaceRequest: {
      zh: '不予安置或撤回申请',
      en: 'Drop the request',
      from: ['REQUESTED'],
      to: 'DROPPED',
      by,
      takes: { endReason: 'required' },
      sets: ({ today }) => ({ endedAt: today }),
      source: S3,
    },
  },
};
