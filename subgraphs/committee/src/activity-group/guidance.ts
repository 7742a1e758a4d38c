import { atLeast, present } from '@onenx/node/kinds';
import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): three tiers';
const by = ['COMMITTEE_WORKER'] as const;
const filing = 'Pudong practice for filing (祝桥镇群众活动团队备案)';

/** A group is handed over to its street as a team or to registration, or it ends. */
export const guidance: WorkflowDefinition = {
  field: 'status',
  initial: 'RECORDED',
  managed: ['transferId', 'promotedToUscc', 'endReason'],
  actions: {
    promoteActivityGroup: {
      zh: '转为备案团队',
      en: 'Hand the group over to its street as a team',
      from: ['RECORDED'],
      to: 'PROMOTED',
      by,
      takes: { transferId: 'required', endedAt: 'optional' },
      stamps: ['endedAt'],
      rules: [
        atLeast('members', 'team.members.least', {
          code: 'GROUP_PROMOTION_MEMBERS',
          zh: '转为备案团队的小组应有足够的固定成员',
          en: 'A group that becomes a filed team has a least number of fixed members',
          source: filing,
        }),
        present('leader', {
          code: 'GROUP_PROMOTION_LEADER',
          zh: '转为备案团队的小组应有负责人',
          en: 'A group that becomes a filed team has a leader',
          source: filing,
        }),
      ],
      source,
    },
    registerActivityGroup: {
      zh: '转为注册社会组织',
      en: 'Hand the group over to registration',
      from: ['RECORDED'],
      to: 'REGISTERED',
      by,
      takes: { transferId: 'required', promotedToUscc: 'optional', promotedAt: 'optional' },
      stamps: ['promotedAt'],
      sets: ({ after }) => ({ endedAt: after['promotedAt'] ?? null }),
      source,
    },
    endActivityGroup: {
      zh: '终止小组',
      en: 'End the group',
      from: ['RECORDED'],
      to: 'ENDED',
      by,
      takes: { endReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
  },
};
