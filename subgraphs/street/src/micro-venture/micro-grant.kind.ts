import { anyPresent, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, grantStatus, projectCategory, serviceField, type Condition } from '@onenx/schema';
import { granting } from './granting.js';
import { appliedInTime } from './micro-venture-rules.js';
import { S3 } from './sources.js';

const { flow, distinct } = measuresOver('MicroGrant', 'STREET', `${S3}; OneNX data model 5.3 (41)`);
const optional = true;
const on = 'grantedAt';
const granted: Condition = { field: 'grantStatus', in: ['APPROVED', 'PAID'] };
const governance: Condition = { and: [granted, { field: 'projectCategory', in: ['GOVERNANCE'] }] };

/** One application to a micro-venture round and what came of it. Money is in integer fen. */
export const microGrant = defineKind({
  name: 'MicroGrant',
  plural: 'microGrants',
  code: 'MVG',
  zh: '微创投资助',
  en: 'Micro-venture grant',
  level: 'STREET',
  interfaces: [],
  key: ['grantNo'],
  fields: {
    grantNo: { type: 'text', zh: '资助编号', en: 'Grant number', maxLength: 60 },
    roundNo: { type: 'text', zh: '轮次编号', en: 'Round number', maxLength: 60 },
    title: { type: 'text', zh: '项目名称', en: 'Title', maxLength: 200 },
    applicantName: { type: 'text', zh: '申请方名称', en: 'Applicant', maxLength: 200 },
    applicantUscc: { type: 'creditCode', zh: '申请方统一社会信用代码', en: "Applicant's credit code", optional },
    applicantId: { type: 'id', zh: '申请的团队或小组', en: 'Team or group that applies', optional },
    projectCategory: { type: projectCategory, zh: '项目类别', en: 'Category', dimension: 'projectCategory' },
    serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', optional, dimension: 'serviceField' },
    grantStatus: { type: grantStatus, zh: '资助状态', en: 'Status', dimension: 'grantStatus' },
    requestedAmount: { type: 'fen', zh: '申请金额(分)', en: 'Amount asked for (fen)', min: 0 },
    amount: { type: 'fen', zh: '资助金额(分)', en: 'Amount granted (fen)', optional, min: 0 },
    appliedAt: { type: 'date', zh: '申请日期', en: 'Applied on' },
    grantedAt: { type: 'date', zh: '批准日期', en: 'Granted on', optional },
    paidAt: { type: 'date', zh: '拨付日期', en: 'Paid on', optional },
    endReason: { type: 'text', zh: '未资助或收回原因', en: 'Why refused or recovered', optional, maxLength: 500 },
    endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional },
  },
  validity: { from: 'appliedAt', to: 'endedAt' },
  check: endsAfter('appliedAt', 'endedAt'),
  noun: 'grant',
  rules: [
    anyPresent(['applicantUscc', 'applicantId'], {
      code: 'MICRO_GRANT_APPLICANT',
      zh: '应写明申请方的统一社会信用代码或团队、小组',
      en: 'An application is by a credit code, a team or a group',
      source: S3,
    }),
    appliedInTime,
  ],
  workflow: granting,
  measures: [
    flow('microGrants.applied', ['微创投申请数', 'Micro-venture applications', '项'], { on: 'appliedAt' }),
    flow('microGrants', ['微创投资助数', 'Micro-venture grants', '项'], { on, where: granted }),
    flow('microGrants.amount', ['微创投资助金额', 'Amount of micro-venture grants', '分'], {
      on,
      field: 'amount',
      where: granted,
    }),
    flow('microGrants.governance', ['社区治理类微创投资助数', 'Micro-venture grants for governance', '项'], {
      on,
      where: governance,
    }),
    flow(
      'microGrants.governanceAmount',
      ['社区治理类微创投资助金额', 'Amount of micro-venture grants for governance', '分'],
      { on, field: 'amount', where: governance },
    ),
    distinct('microGrants.orgs', ['获微创投资助的组织数(去重)', 'Organizations that got a micro-venture grant', '家'], {
      field: 'applicantUscc',
      on,
      where: granted,
    }),
  ],
});
