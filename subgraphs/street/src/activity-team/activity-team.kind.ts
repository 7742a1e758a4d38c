import { endsAfter } from '@onenx/node/kinds';
import { defineKind, organizationCategory, teamStatus } from '@onenx/schema';
import { filing } from './filing.js';
import { filingRules } from './filing-rules.js';
import { measures } from './measures.js';

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
    activityContent: { type: 'text', zh: '活动内容', en: 'What it does', optional: true, maxLength: 200 },
    promotedToUscc: {
      type: 'creditCode',
      zh: '转为注册后的统一社会信用代码',
      en: 'Credit code after promotion',
      optional: true,
    },
    filedAt: { type: 'date', zh: '备案日期', en: 'Filed on' },
    acceptedTransferId: {
      type: 'text',
      zh: '接收的转接编号',
      en: 'Transfer by which it came from an activity group',
      optional: true,
      maxLength: 60,
    },
    renewedAt: { type: 'date', zh: '最近续期日期', en: 'Filing last renewed on', optional: true },
    filingValidTo: { type: 'date', zh: '备案有效期至', en: 'Filing valid to', optional: true },
    transferId: { type: 'text', zh: '转接编号', en: 'Transfer number', optional: true, maxLength: 60 },
    endReason: { type: 'text', zh: '终止原因', en: 'Why it ended', optional: true, maxLength: 200 },
    endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'filedAt', to: 'endedAt' },
  constants: { tier: 'FILED_TEAM' },
  check: endsAfter('filedAt', 'endedAt'),
  noun: 'team',
  rules: filingRules,
  workflow: filing,
  measures,
});
