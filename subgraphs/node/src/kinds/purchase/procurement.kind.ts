import {
  defineKind,
  procurementMethod,
  procurementStatus,
  purchaseArrangement,
  serviceField,
  supplierKind,
  type BasicMeasure,
  type KindDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { fixedOnce } from './fixed-rule.js';
import { procurementWork } from './procurement-work.js';
import { PURCHASE, S2, S3 } from './sources.js';

/** One purchase, for one to three years; a contract a year follows from it. Money is in integer fen. */
export function procurementKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Procurement`;
  return defineKind({
    name,
    plural: `${suffix}Procurements`,
    code: `${letter}PRC`,
    zh: `${zh}采购`,
    en: `Procurement of the ${suffix}`,
    level,
    interfaces: [],
    key: ['procurementNo'],
    fields: {
      procurementNo: { type: 'text', zh: '采购编号', en: 'Procurement number', maxLength: 60 },
      title: { type: 'text', zh: '采购内容', en: 'Title', maxLength: 200 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', optional: true, maxLength: 60 },
      procurementStatus: { type: procurementStatus, zh: '采购状态', en: 'Status', dimension: 'procurementStatus' },
      catalogueItemCode: {
        type: 'text',
        zh: '目录条目代码',
        en: 'Catalogue item',
        optional: true,
        maxLength: 60,
        dimension: 'catalogueItem',
      },
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
      arrangement: {
        type: purchaseArrangement,
        zh: '购买安排',
        en: 'Arrangement',
        optional: true,
        dimension: 'arrangement',
      },
      years: { type: 'integer', zh: '采购年限', en: 'Years', min: 1, max: 100 },
      budget: { type: 'fen', zh: '采购预算(分)', en: 'Budget (fen)', min: 0 },
      plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
      announcedAt: { type: 'date', zh: '公告日期', en: 'Announced on', optional: true },
      supplierUscc: { type: 'creditCode', zh: '承接方统一社会信用代码', en: "Supplier's credit code", optional: true },
      supplierName: { type: 'text', zh: '承接方名称', en: "Supplier's name", optional: true, maxLength: 200 },
      supplierKind: {
        type: supplierKind,
        zh: '承接主体',
        en: 'Sort of supplier',
        optional: true,
        dimension: 'supplierKind',
      },
      awardedAmount: { type: 'fen', zh: '成交金额(分)', en: 'Amount awarded (fen)', optional: true, min: 0 },
      awardedAt: { type: 'date', zh: '成交日期', en: 'Awarded on', optional: true },
      endReason: { type: 'text', zh: '流标或取消原因', en: 'Why it came to nothing', optional: true, maxLength: 500 },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'plannedAt', to: 'endedAt' },
    check: endsAfter('plannedAt', 'endedAt'),
    noun: 'procurement',
    rules: [
      fixedOnce(
        { state: 'procurementStatus', open: ['PLANNED', 'ANNOUNCED'], fields: ['years', 'budget', 'projectNo'] },
        {
          code: `${level}_PROCUREMENT_FIXED`,
          zh: '采购成交后年限、预算和项目不得更改',
          en: 'The years, budget and project of a procurement stay once it is awarded',
          source: 'OneNX: contracts rest on what was awarded',
        },
      ),
    ],
    workflow: procurementWork(buyer),
    measures: measuresOf(buyer, name),
  });
}

function measuresOf({ level, suffix, zh }: Buyer, name: string): BasicMeasure[] {
  const { stock, flow } = measuresOver(name, level, `${S3}; ${PURCHASE}`);
  const on = 'awardedAt';
  return [
    stock(`procurements.open.${suffix}`, [`${zh}进行中采购数`, `Procurements of the ${suffix} under way`, '个']),
    flow(`procurements.awarded.${suffix}`, [`${zh}成交采购数`, `Procurements awarded by the ${suffix}`, '个'], { on }),
    flow(`procurements.amount.${suffix}`, [`${zh}采购成交金额`, `Amount awarded by the ${suffix}`, '分'], {
      on,
      field: 'awardedAmount',
    }),
    flow(
      `procurements.multiYear.${suffix}`,
      [`${zh}多年期采购成交数`, `Procurements of the ${suffix} awarded for several years`, '个'],
      { on, where: { not: { field: 'years', in: [1] } }, source: `OneNX data model 5.3 (36); ${S3}` },
    ),
    flow(
      `procurements.toSocialOrgs.${suffix}`,
      [`${zh}由社会组织成交的采购数`, `Procurements of the ${suffix} awarded to social organizations`, '个'],
      { on, where: { field: 'supplierKind', in: ['SOCIAL_ORGANIZATION'] } },
    ),
    flow(`procurements.failed.${suffix}`, [`${zh}流标采购数`, `Procurements of the ${suffix} that failed`, '个'], {
      on: 'endedAt',
      where: { field: 'procurementStatus', in: ['FAILED'] },
      source: S2,
    }),
  ];
}
