import {
  defineKind,
  fundSource,
  procurementMethod,
  projectCategory,
  projectStage,
  serviceField,
  type BasicMeasure,
  type KindDefinition,
} from '@onenx/schema';
import { endsAfter } from './ends-after.js';

const S0 = 'Changning consultative report (about 2014)';
const S3 = 'Changning implementation opinion (2021)';

/** A purchased project in its buyer's node: the district's or a street's. Money is in integer fen. */
export function purchasedProjectKind(level: 'DISTRICT' | 'STREET'): KindDefinition {
  const [prefix, zh] = level === 'DISTRICT' ? (['District', '区'] as const) : (['Street', '街镇'] as const);
  const name = `${prefix}Project`;
  return defineKind({
    name,
    plural: `${prefix.toLowerCase()}Projects`,
    code: level === 'DISTRICT' ? 'DP' : 'SP',
    zh: `${zh}项目`,
    en: `Purchased project of the ${prefix.toLowerCase()}`,
    level,
    interfaces: ['Project'],
    key: ['projectNo'],
    fields: {
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      title: { type: 'text', zh: '项目名称', en: 'Title', maxLength: 200 },
      projectCategory: { type: projectCategory, zh: '项目类别', en: 'Category', dimension: 'projectCategory' },
      stage: { type: projectStage, zh: '项目阶段', en: 'Stage', dimension: 'stage' },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      procurementMethod: {
        type: procurementMethod,
        zh: '采购方式',
        en: 'Procurement method',
        optional: true,
        dimension: 'procurementMethod',
      },
      fundSource: { type: fundSource, zh: '资金来源', en: 'Fund source', dimension: 'fundSource' },
      supplierUscc: { type: 'creditCode', zh: '承接方统一社会信用代码', en: "Supplier's credit code", optional: true },
      supplierName: { type: 'text', zh: '承接方名称', en: "Supplier's name", optional: true, maxLength: 200 },
      toSocialOrganization: { type: 'boolean', zh: '由社会组织承接', en: 'To a social organization' },
      contractAmount: { type: 'fen', zh: '合同金额(分)', en: 'Contract amount (fen)', optional: true, min: 0 },
      signedAt: { type: 'date', zh: '签约日期', en: 'Signed on', optional: true },
      startedAt: { type: 'date', zh: '开始日期', en: 'Started on' },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'startedAt', to: 'endedAt' },
    check: endsAfter('startedAt', 'endedAt'),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: 'DISTRICT' | 'STREET', kind: string): BasicMeasure[] {
  const suffix = level.toLowerCase();
  const where = level === 'DISTRICT' ? '区' : '街镇';
  const signed = { flow: 'signedAt' };
  return [
    {
      name: `projects.signed.${suffix}`,
      zh: `${where}签约购买项目数`,
      en: `Purchased projects signed by the ${suffix}`,
      kind: 'ADDITIVE',
      unit: '个',
      formula: `count of ${kind} by signedAt`,
      source: S0,
      ownerLevel: level,
      basis: { kind, op: 'sum', timing: signed },
    },
    {
      name: `projects.running.${suffix}`,
      zh: `${where}在建项目数`,
      en: `Projects of the ${suffix} running`,
      kind: 'STOCK',
      unit: '个',
      formula: `count of ${kind} from startedAt until endedAt`,
      source: S3,
      ownerLevel: level,
      basis: { kind, op: 'sum', timing: { stock: true } },
    },
    {
      name: `contracts.amount.${suffix}`,
      zh: `${where}购买服务合同金额`,
      en: `Contract amount of the ${suffix}`,
      kind: 'ADDITIVE',
      unit: '分',
      formula: `Σ contractAmount of ${kind} by signedAt`,
      source: S0,
      ownerLevel: level,
      basis: { kind, op: 'sum', field: 'contractAmount', timing: signed },
    },
    {
      name: `contracts.toSocialOrgs.${suffix}`,
      zh: `${where}由社会组织承接的合同金额`,
      en: `Contract amount of the ${suffix} to social organizations`,
      kind: 'ADDITIVE',
      unit: '分',
      formula: `Σ contractAmount of ${kind} with toSocialOrganization by signedAt`,
      source: S3,
      ownerLevel: level,
      basis: {
        kind,
        op: 'sum',
        field: 'contractAmount',
        timing: signed,
        where: { field: 'toSocialOrganization', in: [true] },
      },
    },
    {
      name: `projects.suppliers.${suffix}`,
      zh: `${where}承接机构数(去重)`,
      en: `Distinct suppliers of the ${suffix}`,
      kind: 'DISTINCT',
      unit: '家',
      formula: `distinct supplierUscc of ${kind} by signedAt`,
      source: S3,
      ownerLevel: level,
      basis: { kind, op: 'distinct', field: 'supplierUscc', timing: signed },
    },
  ];
}
