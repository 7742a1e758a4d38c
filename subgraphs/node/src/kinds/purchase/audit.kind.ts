import { auditStatus, defineKind, type KindDefinition, type WorkflowDefinition } from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { S2 } from './sources.js';

/** The financial audit of a project, or of the contract of one of its years. Money is in integer fen. */
export function auditKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Audit`;
  const { stock, flow } = measuresOver(name, level, `${S2}: 财务审计; OneNX data model 5.3 (39)`);
  return defineKind({
    name,
    plural: `${suffix}Audits`,
    code: `${letter}AUD`,
    zh: `${zh}项目财务审计`,
    en: `Financial audit of a project of the ${suffix}`,
    level,
    interfaces: [],
    key: ['auditNo'],
    fields: {
      auditNo: { type: 'text', zh: '审计编号', en: 'Audit number', maxLength: 60 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      contractNo: { type: 'text', zh: '合同编号', en: 'Contract number', optional: true, maxLength: 60 },
      auditStatus: { type: auditStatus, zh: '审计状态', en: 'Status', dimension: 'auditStatus' },
      auditor: { type: 'text', zh: '审计机构', en: 'Auditor', optional: true, maxLength: 200 },
      plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
      disallowed: { type: 'fen', zh: '核减金额(分)', en: 'Amount disallowed (fen)', optional: true, min: 0 },
      findings: { type: 'text', zh: '审计意见', en: 'Findings', optional: true, maxLength: 500 },
      reportHash: { type: 'text', zh: '审计报告摘要值', en: 'Digest of the report', optional: true, maxLength: 128 },
      failedAt: { type: 'date', zh: '未通过日期', en: 'Not passed on', optional: true },
      passedAt: { type: 'date', zh: '通过日期', en: 'Passed on', optional: true },
    },
    validity: { from: 'plannedAt', to: 'passedAt' },
    check: endsAfter('plannedAt', 'passedAt'),
    noun: 'audit',
    workflow: auditing(buyer),
    measures: [
      stock(`audits.open.${suffix}`, [`${zh}未通过或未完成审计数`, `Audits of the ${suffix} not passed yet`, '项']),
      flow(`audits.passed.${suffix}`, [`${zh}通过审计数`, `Audits of the ${suffix} passed`, '项'], { on: 'passedAt' }),
      flow(`audits.disallowed.${suffix}`, [`${zh}审计核减金额`, `Amount disallowed by audits, ${suffix}`, '分'], {
        on: 'passedAt',
        field: 'disallowed',
      }),
    ],
  });
}

/** An audit passes, at once or after what it found was put right. */
function auditing({ prefix, by }: Buyer): WorkflowDefinition {
  const source = `${S2}: 后期绩效评估和财务审计`;
  const report = { auditor: 'optional', disallowed: 'optional', reportHash: 'optional' } as const;
  return {
    field: 'auditStatus',
    initial: 'PLANNED',
    managed: ['disallowed', 'findings', 'reportHash'],
    actions: {
      [`fail${prefix}Audit`]: {
        zh: '审计未通过',
        en: 'Do not pass the audit',
        from: ['PLANNED', 'FAILED'],
        to: 'FAILED',
        by,
        takes: { ...report, findings: 'required', failedAt: 'optional' },
        stamps: ['failedAt'],
        source,
      },
      [`pass${prefix}Audit`]: {
        zh: '审计通过',
        en: 'Pass the audit',
        from: ['PLANNED', 'FAILED'],
        to: 'PASSED',
        by,
        takes: { ...report, findings: 'optional', passedAt: 'optional' },
        stamps: ['passedAt'],
        source,
      },
    },
  };
}
