import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, eligibleStatus, type WorkflowDefinition } from '@onenx/schema';
import { S2 } from '../sources.js';
import { eligibilityRules, SOURCE } from './eligibility-rules.js';

const { stock, flow } = measuresOver('EligibleSupplier', 'DISTRICT', SOURCE);
const by = ['DISTRICT_SUPERVISOR'] as const;

const listing: WorkflowDefinition = {
  field: 'eligibleStatus',
  initial: 'PROPOSED',
  managed: ['endReason'],
  actions: {
    listEligibleSupplier: {
      zh: '列入推荐目录',
      en: 'Put it on the list',
      from: ['PROPOSED'],
      to: 'LISTED',
      by,
      takes: { listedAt: 'optional' },
      stamps: ['listedAt'],
      rules: eligibilityRules,
      source: SOURCE,
    },
    confirmEligibleSupplier: {
      zh: '复核',
      en: 'Look again whether it still belongs there',
      from: ['LISTED'],
      by,
      takes: { confirmedAt: 'optional' },
      stamps: ['confirmedAt'],
      rules: eligibilityRules,
      source: SOURCE,
    },
    removeEligibleSupplier: {
      zh: '移出推荐目录',
      en: 'Take it off the list, or drop the proposal',
      from: ['PROPOSED', 'LISTED'],
      to: 'REMOVED',
      by,
      takes: { endReason: 'required' },
      stamps: ['endedAt'],
      source: SOURCE,
    },
  },
};

/** An organization on the list of those that may take over functions and purchases (推荐目录, 可承接组织名录). */
export const eligibleSupplier = defineKind({
  name: 'EligibleSupplier',
  plural: 'eligibleSuppliers',
  code: 'ELIG',
  zh: '可承接组织推荐目录',
  en: 'Eligible supplier',
  level: 'DISTRICT',
  interfaces: [],
  key: ['listNo'],
  fields: {
    listNo: { type: 'text', zh: '目录编号', en: 'List number', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    eligibleStatus: { type: eligibleStatus, zh: '推荐状态', en: 'Status', dimension: 'eligibleStatus' },
    proposedAt: { type: 'date', zh: '提出日期', en: 'Proposed on' },
    listedAt: { type: 'date', zh: '列入日期', en: 'Listed on', optional: true },
    confirmedAt: { type: 'date', zh: '复核日期', en: 'Looked at again on', optional: true },
    endReason: { type: 'text', zh: '移出原因', en: 'Why it was taken off', optional: true, maxLength: 500 },
    endedAt: { type: 'date', zh: '移出日期', en: 'Taken off on', optional: true },
  },
  validity: { from: 'listedAt', to: 'endedAt' },
  check: endsAfter('listedAt', 'endedAt'),
  noun: 'supplier',
  workflow: listing,
  measures: [
    stock('eligibleSuppliers', ['推荐目录内组织数', 'Organizations on the list of eligible suppliers', '家']),
    flow('eligibleSuppliers.listed', ['期内列入推荐目录数', 'Put on the list in the period', '家'], { on: 'listedAt' }),
    flow('eligibleSuppliers.removed', ['期内移出推荐目录数', 'Taken off the list in the period', '家'], {
      on: 'endedAt',
      where: { field: 'listedAt', isNull: false },
      source: S2,
    }),
  ],
});
