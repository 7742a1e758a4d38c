import {
  defineKind,
  fundPurpose,
  grantStatus,
  type BasicMeasure,
  type Condition,
  type KindDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { grantFixed, grantWork } from './grant-work.js';
import { S2, S3 } from './sources.js';

/** Support of an organization out of a fund of a budget year. Money is in integer fen. */
export function grantKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Grant`;
  return defineKind({
    name,
    plural: `${suffix}Grants`,
    code: `${letter}GRT`,
    zh: `${zh}扶持资金`,
    en: `Grant of the ${suffix}`,
    level,
    interfaces: [],
    key: ['grantNo'],
    fields: {
      grantNo: { type: 'text', zh: '扶持编号', en: 'Grant number', maxLength: 60 },
      fundNo: { type: 'text', zh: '资金编号', en: 'Fund number', maxLength: 60 },
      budgetYear: { type: 'integer', zh: '预算年度', en: 'Budget year', min: 1950, max: 2200 },
      grantStatus: { type: grantStatus, zh: '扶持状态', en: 'Status', dimension: 'grantStatus' },
      fundPurpose: { type: fundPurpose, zh: '资金用途', en: 'Purpose', dimension: 'fundPurpose' },
      recipientUscc: {
        type: 'creditCode',
        zh: '受扶持组织统一社会信用代码',
        en: "Recipient's credit code",
        optional: true,
      },
      recipientName: { type: 'text', zh: '受扶持组织名称', en: 'Recipient', maxLength: 200 },
      amount: { type: 'fen', zh: '扶持金额(分)', en: 'Amount (fen)', min: 0 },
      appliedAt: { type: 'date', zh: '申请日期', en: 'Applied on' },
      grantedAt: { type: 'date', zh: '批准日期', en: 'Granted on', optional: true },
      paidAt: { type: 'date', zh: '拨付日期', en: 'Paid on', optional: true },
      endReason: {
        type: 'text',
        zh: '未批准或收回原因',
        en: 'Why refused or recovered',
        optional: true,
        maxLength: 500,
      },
      endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'appliedAt', to: 'endedAt' },
    check: endsAfter('appliedAt', 'endedAt'),
    noun: 'grant',
    rules: [grantFixed(buyer)],
    workflow: grantWork(buyer),
    measures: measuresOf(buyer, name),
  });
}

function measuresOf({ level, suffix, zh }: Buyer, name: string): BasicMeasure[] {
  const { flow, distinct } = measuresOver(name, level, `${S3}: 社会组织发展专项扶持资金; ${S2}`);
  const where: Condition = { field: 'grantStatus', in: ['APPROVED', 'PAID'] };
  const on = 'grantedAt';
  return [
    flow(`grants.count.${suffix}`, [`${zh}扶持项数`, `Grants of the ${suffix}`, '项'], { on, where }),
    flow(`grants.amount.${suffix}`, [`${zh}扶持金额`, `Amount granted by the ${suffix}`, '分'], {
      on,
      where,
      field: 'amount',
    }),
    distinct(
      `grants.orgs.${suffix}`,
      [`${zh}受扶持组织数(去重)`, `Organizations with a grant of the ${suffix}`, '家'],
      {
        on,
        where,
        field: 'recipientUscc',
      },
    ),
  ];
}
