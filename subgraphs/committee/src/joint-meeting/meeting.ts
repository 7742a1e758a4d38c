import type { WorkflowDefinition } from '@onenx/schema';
import { itemsRule } from './items-rule.js';

const source = 'Changning consultative report (about 2014): 四位一体';
const by = ['COMMITTEE_WORKER'] as const;

/** Planned, held with what was raised, followed until all is closed. */
export const meeting: WorkflowDefinition = {
  field: 'meetingStatus',
  initial: 'PLANNED',
  managed: ['itemsRaised', 'itemsClosed'],
  actions: {
    holdJointMeeting: {
      zh: '召开会议',
      en: 'Hold the meeting',
      from: ['PLANNED'],
      to: 'HELD',
      by,
      takes: {
        heldAt: 'optional',
        committeePresent: 'required',
        ownersPresent: 'required',
        propertyPresent: 'required',
        policePresent: 'required',
        itemsRaised: 'required',
      },
      stamps: ['heldAt'],
      sets: () => ({ itemsClosed: 0 }),
      source,
    },
    countJointMeetingItems: {
      zh: '登记办结事项',
      en: 'Record how many items are closed',
      from: ['HELD'],
      by,
      takes: { itemsClosed: 'required' },
      source,
    },
    settleJointMeeting: {
      zh: '议题全部办结',
      en: 'Settle the meeting: all items are closed',
      from: ['HELD'],
      to: 'SETTLED',
      by,
      stamps: ['settledAt'],
      rules: [itemsRule],
      source,
    },
  },
};
