import { acceptedOnce, atLeast, present } from '@onenx/node/kinds';
import type { Rule } from '@onenx/schema';

const source = 'Pudong practice for filing (祝桥镇群众活动团队备案); 沪民社管发〔2024〕1号';

/** What a team must have to be filed. */
export const filingRules: readonly Rule[] = [
  atLeast('members', 'team.members.least', {
    code: 'TEAM_MEMBERS',
    zh: '备案团队应有足够的固定成员',
    en: 'A filed team has a least number of fixed members',
    source,
  }),
  present('leader', { code: 'TEAM_LEADER', zh: '备案团队应有负责人', en: 'A filed team has a leader', source }),
  present('meetingPlace', {
    code: 'TEAM_PLACE',
    zh: '备案团队应有相对固定的活动地点',
    en: 'A filed team has a fixed place to meet',
    source,
  }),
  present('meetingTime', {
    code: 'TEAM_TIME',
    zh: '备案团队应有相对固定的活动时间',
    en: 'A filed team has a fixed time to meet',
    source,
  }),
  acceptedOnce('ActivityTeam'),
];

/** What a street asks for beside when a filing is renewed. */
export const renewalRules: readonly Rule[] = [
  present('activityContent', {
    code: 'TEAM_CONTENT',
    zh: '续期备案的团队应写明具体活动内容',
    en: 'A team whose filing is renewed says what it does',
    source,
  }),
];

/** A filing expires when its last day is over. */
export const filingOver: Rule = {
  code: 'TEAM_FILING_OVER',
  zh: '备案有效期届满后方可记为到期',
  en: 'A filing has expired once its last day is over',
  source: '沪民社管发〔2024〕1号',
  check: ({ after, today }) => {
    const found = after['filingValidTo'];
    if (typeof found === 'string' && found < today) return null;
    return { field: 'filingValidTo', found: String(found ?? '-'), expected: `< ${today}` };
  },
};
