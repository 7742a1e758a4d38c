import type { WorkflowDefinition } from '@onenx/schema';

const source = 'OneNX data model 5.1: draft, submitted, approved; OneNX data model, correction 12';

/** Expected, submitted by the place, approved above or given back; one that turned out needless is waived. */
export const fulfilment: WorkflowDefinition = {
  field: 'dutyStatus',
  initial: 'EXPECTED',
  managed: ['returnReason', 'submissionId'],
  actions: {
    submitReport: {
      zh: '报送',
      en: 'Submit the report',
      from: ['EXPECTED', 'RETURNED'],
      to: 'SUBMITTED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER', 'DISTRICT_SUPERVISOR'],
      takes: { submissionId: 'optional' },
      stamps: ['submittedAt'],
      source,
    },
    returnReport: {
      zh: '退回报送',
      en: 'Give it back',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      by: ['STREET_OFFICER', 'DISTRICT_SUPERVISOR'],
      takes: { returnReason: 'required' },
      sets: () => ({ submittedAt: null }),
      source,
    },
    approveReport: {
      zh: '审核通过',
      en: 'Approve it',
      from: ['SUBMITTED'],
      to: 'APPROVED',
      by: ['STREET_OFFICER', 'DISTRICT_SUPERVISOR'],
      stamps: ['endedAt'],
      source,
    },
    waiveReportingDuty: {
      zh: '免予报送',
      en: 'Waive the duty',
      from: ['EXPECTED', 'RETURNED'],
      to: 'WAIVED',
      by: ['DISTRICT_SUPERVISOR'],
      takes: { returnReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
  },
};
