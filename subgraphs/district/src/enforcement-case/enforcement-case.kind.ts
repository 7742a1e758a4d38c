import { endsAfter, measuresOver } from '@onenx/node/kinds';
import {
  defineKind,
  enforcementKind,
  enforcementOutcome,
  enforcementStatus,
  visitFinding,
  type Condition,
} from '@onenx/schema';
import { S3, ZOMBIES } from '../sources.js';
import { enforcement } from './enforcement.js';

const { stock, flow } = measuresOver('EnforcementCase', 'DISTRICT', `OneNX data model 5.3 (23); ${S3}`);
const illegal: Condition = { field: 'caseKind', in: ['ILLEGAL'] };
const zombie: Condition = { field: 'caseKind', in: ['ZOMBIE'] };

/** A case against an illegal body, one in name only, or a violation. 取缔 is one outcome of it. */
export const enforcementCase = defineKind({
  name: 'EnforcementCase',
  plural: 'enforcementCases',
  code: 'ENF',
  zh: '执法案件',
  en: 'Enforcement case',
  level: 'DISTRICT',
  interfaces: [],
  key: ['caseNo'],
  fields: {
    caseNo: { type: 'text', zh: '案件编号', en: 'Case number', maxLength: 60 },
    caseKind: { type: enforcementKind, zh: '案件种类', en: 'Kind', dimension: 'caseKind' },
    subjectName: { type: 'text', zh: '对象名称', en: 'Name of the body', maxLength: 200 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码(已登记的)', en: 'Credit code, if registered', optional: true },
    finding: { type: visitFinding, zh: '发现情形', en: 'What was found', optional: true },
    warningId: { type: 'id', zh: '来源预警', en: 'The warning that it comes from', optional: true },
    caseStatus: { type: enforcementStatus, zh: '案件状态', en: 'Status', dimension: 'caseStatus' },
    foundAt: { type: 'date', zh: '发现日期', en: 'Found on' },
    investigatedAt: { type: 'date', zh: '立案日期', en: 'Investigation opened on', optional: true },
    decidedAt: { type: 'date', zh: '决定日期', en: 'Decided on', optional: true },
    outcome: { type: enforcementOutcome, zh: '处置结果', en: 'Outcome', optional: true, dimension: 'caseOutcome' },
    basis: { type: 'text', zh: '处置依据', en: 'Clause', optional: true, maxLength: 300 },
    closedAt: { type: 'date', zh: '结案日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'foundAt', to: 'closedAt' },
  check: endsAfter('foundAt', 'closedAt'),
  noun: 'case',
  workflow: enforcement,
  measures: [
    flow('illegal.found', ['发现非法社会组织数', 'Illegal organizations found', '个'], {
      on: 'foundAt',
      where: illegal,
    }),
    flow('illegal.closed', ['结案的非法社会组织数', 'Cases of illegal organizations closed', '个'], {
      on: 'closedAt',
      where: illegal,
    }),
    flow('illegal.banned', ['取缔非法社会组织数', 'Illegal organizations banned', '个'], {
      on: 'decidedAt',
      where: { and: [illegal, { field: 'outcome', in: ['BANNED'] }] },
    }),
    flow('zombie.disposed', ['处置僵尸型社会组织数', 'Organizations in name only disposed of', '家'], {
      on: 'closedAt',
      where: zombie,
      source: ZOMBIES,
    }),
    stock('enforcement.open', ['在办执法案件数', 'Cases open', '件']),
  ],
});
