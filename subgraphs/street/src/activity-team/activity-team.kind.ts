import { endsAfter } from '@onenx/node/kinds';
import { defineKind, organizationCategory, teamStatus } from '@onenx/schema';

/** A residents' activity team filed at its street. Filing: 沪民社管发〔2024〕1号. */
export const activityTeam = defineKind({
  name: 'ActivityTeam',
  plural: 'activityTeams',
  code: 'T',
  zh: '群众活动团队',
  en: 'Filed activity team',
  level: 'STREET',
  interfaces: ['Organization'],
  key: ['teamNo'],
  fields: {
    teamNo: { type: 'text', zh: '备案编号', en: 'Filing number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    category: {
      type: organizationCategory,
      zh: '类别(四个领域)',
      en: 'Category (four fields of 2021)',
      dimension: 'category',
    },
    status: { type: teamStatus, zh: '备案状态', en: 'Filing status', dimension: 'teamStatus' },
    members: { type: 'integer', zh: '成员人数', en: 'Members', optional: true, min: 0, max: 100_000 },
    leader: { type: 'text', zh: '负责人', en: 'Leader', optional: true, personal: true, maxLength: 50 },
    meetingPlace: { type: 'text', zh: '活动地点', en: 'Where it meets', optional: true, maxLength: 200 },
    meetingTime: { type: 'text', zh: '活动时间', en: 'When it meets', optional: true, maxLength: 200 },
    promotedToUscc: {
      type: 'creditCode',
      zh: '转为注册后的统一社会信用代码',
      en: 'Credit code after promotion',
      optional: true,
    },
    filedAt: { type: 'date', zh: '备案日期', en: 'Filed on' },
    endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'filedAt', to: 'endedAt' },
  constants: { tier: 'FILED_TEAM' },
  check: endsAfter('filedAt', 'endedAt'),
  measures: [
    {
      name: 'teams.filed',
      zh: '备案群众活动团队数',
      en: 'Filed activity teams',
      kind: 'STOCK',
      unit: '个',
      formula: 'count of ActivityTeam from filedAt until endedAt',
      source: 'Changning consultative report (about 2014)',
      ownerLevel: 'STREET',
      basis: { kind: 'ActivityTeam', op: 'sum', timing: { stock: true } },
    },
    {
      name: 'teams.members',
      zh: '备案团队成员人次',
      en: 'Members of filed teams (a person in two teams counts twice)',
      kind: 'STOCK',
      unit: '人次',
      formula: 'Σ members of ActivityTeam from filedAt until endedAt',
      source: 'Changning implementation opinion (2021)',
      ownerLevel: 'STREET',
      basis: { kind: 'ActivityTeam', op: 'sum', field: 'members', timing: { stock: true } },
    },
  ],
});
