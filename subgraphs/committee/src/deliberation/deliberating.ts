import { addDays, type WorkflowDefinition } from '@onenx/schema';

const source = '上海市居民委员会工作条例 §16: 听证会、协调会、评议会';
const by = ['COMMITTEE_WORKER'] as const;

/** Planned, held, adopted or not; what was adopted is carried out by a day. */
export const deliberating: WorkflowDefinition = {
  field: 'deliberationStatus',
  initial: 'PLANNED',
  managed: ['attended', 'outcome', 'followUpDue'],
  actions: {
    holdDeliberation: {
      zh: '召开会议',
      en: 'Hold the meeting',
      from: ['PLANNED'],
      to: 'HELD',
      by,
      takes: { attended: 'required', heldAt: 'optional' },
      stamps: ['heldAt'],
      source,
    },
    adoptDeliberation: {
      zh: '通过',
      en: 'Adopt what was deliberated',
      from: ['HELD'],
      to: 'ADOPTED',
      by,
      takes: { outcome: 'required', followUpDue: 'optional' },
      sets: (input) => ({
        followUpDue: input.after['followUpDue'] ?? addDays(input.today, input.parameter('deliberation.followUp.days')),
      }),
      source,
    },
    rejectDeliberation: {
      zh: '未通过',
      en: 'Do not adopt it',
      from: ['HELD'],
      to: 'NOT_ADOPTED',
      by,
      takes: { outcome: 'optional' },
      stamps: ['closedAt'],
      source,
    },
    completeDeliberation: {
      zh: '落实完成',
      en: 'Carry out what was adopted',
      from: ['ADOPTED'],
      to: 'COMPLETED',
      by,
      stamps: ['followUpDoneAt', 'closedAt'],
      source: '上海市居民委员会工作条例 §16; docs/coverage.md 85',
    },
    cancelDeliberation: {
      zh: '取消会议',
      en: 'Cancel the meeting',
      from: ['PLANNED'],
      to: 'CANCELLED',
      by,
      stamps: ['closedAt'],
      source,
    },
  },
};
