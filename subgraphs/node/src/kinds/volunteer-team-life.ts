import type { WorkflowDefinition } from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { levelNames } from './level-names.js';

const source = '上海市志愿服务条例';

/** A team is active, rests, or is dissolved. */
export function volunteerTeamLife(level: 'STREET' | 'COMMITTEE'): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const by = [OFFICER_OF[level]];
  return {
    field: 'teamStatus',
    initial: 'ACTIVE',
    actions: {
      [`suspend${prefix}VolunteerTeam`]: {
        zh: '暂停活动',
        en: 'Let the team rest',
        from: ['ACTIVE'],
        to: 'SUSPENDED',
        by,
        source,
      },
      [`resume${prefix}VolunteerTeam`]: {
        zh: '恢复活动',
        en: 'Let the team work again',
        from: ['SUSPENDED'],
        to: 'ACTIVE',
        by,
        source,
      },
      [`dissolve${prefix}VolunteerTeam`]: {
        zh: '解散团队',
        en: 'Dissolve the team',
        from: ['ACTIVE', 'SUSPENDED'],
        to: 'DISSOLVED',
        by,
        stamps: ['dissolvedAt'],
        source,
      },
    },
  };
}
