import { addDays, type WorkflowDefinition } from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { levelNames } from './level-names.js';

const source = 'Changning implementation opinion (2021): 走访、排查、调研';

/** What follows from a visit: nothing, or something that is done by a day. */
export function visitFollowUp(level: 'STREET' | 'COMMITTEE'): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const by = [OFFICER_OF[level]];
  return {
    field: 'visitStatus',
    initial: 'RECORDED',
    managed: ['followUpDue', 'warningId'],
    actions: {
      [`followUp${prefix}Visit`]: {
        zh: '转入跟进',
        en: 'Follow the visit up',
        from: ['RECORDED'],
        to: 'FOLLOWING_UP',
        by,
        takes: { followUpDue: 'optional', warningId: 'optional' },
        sets: (input) => ({
          followUpDue: input.after['followUpDue'] ?? addDays(input.today, input.parameter('visit.followUp.days')),
        }),
        source,
      },
      [`close${prefix}Visit`]: {
        zh: '办结走访',
        en: 'Close the visit',
        from: ['RECORDED', 'FOLLOWING_UP'],
        to: 'CLOSED',
        by,
        stamps: ['closedAt'],
        source,
      },
    },
  };
}
