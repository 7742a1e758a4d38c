import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { censusReturnStatus, defineKind } from '@onenx/schema';
import { returning } from './returning.js';

const SOURCE = 'Changning implementation opinion (2021): 社区社会组织摸底调研';
const measure = measuresOver('CensusReturn', 'COMMITTEE', SOURCE);
const count = { type: 'integer', optional: true, min: 0 } as const;

/** What a community counts in a round of the census of community organizations; the round is the district's. */
export const censusReturn = defineKind({
  name: 'CensusReturn',
  plural: 'censusReturns',
  code: 'CENS',
  zh: '摸底调研报表',
  en: 'Census return',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['roundNo', 'place'],
  fields: {
    roundNo: { type: 'text', zh: '调研批次', en: 'Round', maxLength: 60 },
    openedAt: { type: 'date', zh: '开始填报日期', en: 'Opened on' },
    dueAt: { type: 'date', zh: '报送期限', en: 'Due on' },
    returnStatus: { type: censusReturnStatus, zh: '报送状态', en: 'Status', dimension: 'censusReturnStatus' },
    organizations: { ...count, zh: '注册社会组织数', en: 'Registered organizations' },
    teams: { ...count, zh: '备案团队数', en: 'Filed teams' },
    groups: { ...count, zh: '活动小组数', en: 'Activity groups' },
    informal: { ...count, zh: '未备案的自组织数', en: 'Informal bodies' },
    members: { ...count, zh: '成员人次', en: 'Members' },
    volunteers: { ...count, zh: '参与志愿服务人次', en: 'Volunteers' },
    submittedAt: { type: 'date', zh: '报送日期', en: 'Submitted on', optional: true },
    returnReason: { type: 'text', zh: '退回原因', en: 'Why it was sent back', optional: true, maxLength: 500 },
    approvedAt: { type: 'date', zh: '审核日期', en: 'Approved on', optional: true },
    withdrawnAt: { type: 'date', zh: '撤回日期', en: 'Withdrawn on', optional: true },
  },
  validity: { from: 'openedAt', to: 'withdrawnAt' },
  check: endsAfter('openedAt', 'dueAt'),
  workflow: returning,
  measures: [
    measure.flow('census.expected', ['应报送的摸底调研报表数', 'Census returns due', '份'], { on: 'dueAt' }),
    measure.flow('census.submitted', ['到期应报且已报送的报表数', 'Census returns due that were submitted', '份'], {
      on: 'dueAt',
      where: { field: 'submittedAt', isNull: false },
    }),
    measure.flow('census.inTime', ['按期报送的报表数', 'Census returns submitted in time', '份'], {
      on: 'dueAt',
      where: { field: 'submittedAt', notAfter: 'dueAt' },
    }),
    measure.flow('census.approved', ['到期应报且已审核的报表数', 'Census returns due that were approved', '份'], {
      on: 'dueAt',
      where: { field: 'approvedAt', isNull: false },
    }),
    measure.flow(
      'census.informal',
      ['到期批次摸底的未备案自组织数', 'Informal bodies counted in the rounds due', '个'],
      {
        on: 'dueAt',
        field: 'informal',
        where: { field: 'returnStatus', in: ['APPROVED'] },
      },
    ),
  ],
});
