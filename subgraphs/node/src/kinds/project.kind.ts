import {
  defineKind,
  fundSource,
  procurementMethod,
  projectCategory,
  projectStage,
  purchaseArrangement,
  serviceField,
  type KindDefinition,
} from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { buyerOf, type BuyerLevel } from './purchase/buyer.js';
import { projectLife } from './purchase/project-life.js';
import { projectMeasures } from './purchase/project-measures.js';

/** A purchased project in its buyer's node: the district's or a street's. Money is in integer fen. */
export function purchasedProjectKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Project`;
  return defineKind({
    name,
    plural: `${suffix}Projects`,
    code: `${letter}P`,
    zh: `${zh}项目`,
    en: `Purchased project of the ${suffix}`,
    level,
    interfaces: ['Project'],
    key: ['projectNo'],
    fields: {
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      title: { type: 'text', zh: '项目名称', en: 'Title', maxLength: 200 },
      projectCategory: { type: projectCategory, zh: '项目类别', en: 'Category', dimension: 'projectCategory' },
      stage: { type: projectStage, zh: '项目阶段', en: 'Stage', dimension: 'stage' },
      stageSince: { type: 'date', zh: '进入本阶段日期', en: 'In this stage since', optional: true },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      needId: { type: 'id', zh: '来源需求', en: 'The need that it answers', optional: true },
      catalogueItemCode: {
        type: 'text',
        zh: '目录条目代码',
        en: 'Catalogue item',
        optional: true,
        maxLength: 60,
        dimension: 'catalogueItem',
      },
      procurementMethod: {
        type: procurementMethod,
        zh: '采购方式',
        en: 'Procurement method',
        optional: true,
        dimension: 'procurementMethod',
      },
      arrangement: {
        type: purchaseArrangement,
        zh: '购买安排',
        en: 'Arrangement',
        optional: true,
        dimension: 'arrangement',
      },
      fundSource: { type: fundSource, zh: '资金来源', en: 'Fund source', dimension: 'fundSource' },
      ventureRoundNo: { type: 'text', zh: '公益创投届次编号', en: 'Venture round', optional: true, maxLength: 60 },
      supplierUscc: { type: 'creditCode', zh: '承接方统一社会信用代码', en: "Supplier's credit code", optional: true },
      supplierName: { type: 'text', zh: '承接方名称', en: "Supplier's name", optional: true, maxLength: 200 },
      toSocialOrganization: { type: 'boolean', zh: '由社会组织承接', en: 'To a social organization' },
      contractAmount: { type: 'fen', zh: '合同金额(分)', en: 'Contract amount (fen)', optional: true, min: 0 },
      approvedAt: { type: 'date', zh: '立项日期', en: 'Approved on', optional: true },
      signedAt: { type: 'date', zh: '签约日期', en: 'Signed on', optional: true },
      daysToContract: { type: 'integer', zh: '立项至签约天数', en: 'Days from approval to signing', optional: true },
      startedAt: { type: 'date', zh: '开始日期', en: 'Started on' },
      plannedEndAt: { type: 'date', zh: '计划结束日期', en: 'Planned to end on', optional: true },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
      endReason: { type: 'text', zh: '终止原因', en: 'Why it ended before its time', optional: true, maxLength: 500 },
      closedAt: { type: 'date', zh: '结项日期', en: 'Closed on', optional: true },
    },
    validity: { from: 'startedAt', to: 'endedAt' },
    check: endsAfter('startedAt', 'endedAt'),
    workflow: projectLife(buyer),
    measures: projectMeasures(buyer, name),
  });
}
