import type { WorkflowDefinition } from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { levelNames } from './level-names.js';

const source = 'Changning implementation opinion (2021): 社区综合服务设施';

/** A site is open, shut for a time, or closed for good. */
export function siteLife(level: 'STREET' | 'COMMITTEE'): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const by = [OFFICER_OF[level]];
  return {
    field: 'siteStatus',
    initial: 'OPEN',
    actions: {
      [`suspend${prefix}ServiceSite`]: {
        zh: '暂停开放',
        en: 'Shut the site for a time',
        from: ['OPEN'],
        to: 'SUSPENDED',
        by,
        source,
      },
      [`reopen${prefix}ServiceSite`]: {
        zh: '恢复开放',
        en: 'Open the site again',
        from: ['SUSPENDED'],
        to: 'OPEN',
        by,
        source,
      },
      [`close${prefix}ServiceSite`]: {
        zh: '关闭设施',
        en: 'Close the site',
        from: ['OPEN', 'SUSPENDED'],
        to: 'CLOSED',
        by,
        stamps: ['closedAt'],
        source,
      },
    },
  };
}
