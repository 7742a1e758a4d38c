import type { Rule, WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): 摸底调研';

const counted: Rule = {
  code: 'CENSUS_COUNTED',
  zh: '报送前应填写注册社会组织、备案团队和活动小组数',
  en: 'A return says how many organizations, teams and groups there are, 0 where there are none',
  source: 'OneNX: what is not counted is not 0',
  check: ({ after }) => {
    const field = ['organizations', 'teams', 'groups'].find((one) => typeof after[one] !== 'number');
    return field === undefined ? null : { field, found: '-', expected: '≥ 0' };
  },
};

/** Filled in and submitted by the committee; approved by the street, or sent back. The day of the first report stays. */
export const returning: WorkflowDefinition = {
  field: 'returnStatus',
  initial: 'PREPARING',
  managed: ['returnReason'],
  actions: {
    submitCensusReturn: {
      zh: '报送',
      en: 'Submit the return',
      from: ['PREPARING'],
      to: 'SUBMITTED',
      by: ['COMMITTEE_WORKER'],
      stamps: ['submittedAt'],
      rules: [counted],
      source,
    },
    resubmitCensusReturn: {
      zh: '重新报送',
      en: 'Submit the return again',
      from: ['RETURNED'],
      to: 'SUBMITTED',
      by: ['COMMITTEE_WORKER'],
      rules: [counted],
      source,
    },
    returnCensusReturn: {
      zh: '退回',
      en: 'Send the return back',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      by: ['STREET_OFFICER'],
      takes: { returnReason: 'required' },
      source,
    },
    approveCensusReturn: {
      zh: '审核通过',
      en: 'Approve the return',
      from: ['SUBMITTED'],
      to: 'APPROVED',
      by: ['STREET_OFFICER'],
      stamps: ['approvedAt'],
      source,
    },
  },
};
