import { addDays, daysBetween, type RuleInput, type WorkflowDefinition } from '@onenx/schema';
import { matchRule, mergeRule } from './need-rules.js';

const source = 'Changning implementation opinion (2021): 需求清单、供需对接';
const by = ['COMMITTEE_WORKER'] as const;

/** When a need that is on the list since `raisedAt` is to be answered. */
function answerBy(input: RuleInput): string {
  return addDays(String(input.after['raisedAt']), input.parameter('need.answer.days'));
}

/** A need is put on the list, claimed or matched with a project, answered and closed; or merged, or not taken up. */
export const answering: WorkflowDefinition = {
  field: 'needStatus',
  initial: 'RAISED',
  managed: ['answerBy', 'mergedInto', 'claimantUscc', 'projectId', 'offeringId', 'answerDays', 'closeReason'],
  actions: {
    acceptNeed: {
      zh: '列入需求清单',
      en: 'Put the need on the list',
      from: ['RAISED'],
      to: 'ACCEPTED',
      by,
      sets: (input) => ({ answerBy: answerBy(input) }),
      source,
    },
    mergeNeed: {
      zh: '合并需求',
      en: 'Merge the need into another',
      from: ['RAISED', 'ACCEPTED'],
      to: 'MERGED',
      by,
      takes: { mergedInto: 'required' },
      stamps: ['closedAt'],
      rules: [mergeRule],
      source,
    },
    declineNeed: {
      zh: '不予采纳',
      en: 'Do not take the need up',
      from: ['RAISED', 'ACCEPTED'],
      to: 'DECLINED',
      by,
      takes: { closeReason: 'required' },
      stamps: ['closedAt'],
      source,
    },
    claimNeed: {
      zh: '认领需求',
      en: 'Claim the need',
      from: ['ACCEPTED'],
      to: 'CLAIMED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER'],
      takes: { claimantUscc: 'optional', supplyMode: 'optional' },
      stamps: ['claimedAt'],
      source: 'Jizhou case (2014): 认领服务事项、认建捐建社区',
    },
    matchNeed: {
      zh: '对接项目或服务',
      en: 'Match the need with a project or an offering',
      from: ['ACCEPTED', 'CLAIMED'],
      to: 'MATCHED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER'],
      takes: { projectId: 'optional', offeringId: 'optional', supplyMode: 'optional' },
      stamps: ['matchedAt'],
      rules: [matchRule],
      source,
    },
    answerNeed: {
      zh: '回应需求',
      en: 'Answer the need',
      from: ['ACCEPTED', 'CLAIMED', 'MATCHED'],
      to: 'ANSWERED',
      by,
      takes: { answeredAt: 'optional' },
      stamps: ['answeredAt'],
      sets: ({ after }) => ({ answerDays: daysBetween(String(after['raisedAt']), String(after['answeredAt'])) }),
      source,
    },
    reopenNeed: {
      zh: '重新办理',
      en: 'Open the need again: the answer did not do',
      from: ['ANSWERED'],
      to: 'ACCEPTED',
      by,
      sets: () => ({ answeredAt: null, answerDays: null }),
      source: 'Changning implementation opinion (2021): 成效让居民评判',
    },
    closeNeed: {
      zh: '办结需求',
      en: 'Close the need',
      from: ['ANSWERED'],
      to: 'CLOSED',
      by,
      takes: { closeReason: 'optional' },
      stamps: ['closedAt'],
      source,
    },
  },
};
