import { present } from '@onenx/node/kinds';
import type { Rule } from '@onenx/schema';

/** What a group should have; it is told, for a committee records groups as they are. */
export const groupRules: readonly Rule[] = [
  present('leader', {
    code: 'GROUP_LEADER',
    zh: '活动小组宜有负责人',
    en: 'An activity group should have a leader',
    source: 'Minhang study (2015): 自选领袖',
    severity: 'WARNING',
  }),
  present('members', {
    code: 'GROUP_MEMBERS',
    zh: '活动小组宜登记成员人数',
    en: "An activity group's members should be counted",
    source: 'Changning implementation opinion (2021): 社区活动小组',
    severity: 'WARNING',
  }),
];
