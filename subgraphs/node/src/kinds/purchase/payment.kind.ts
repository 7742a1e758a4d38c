import { defineKind, paymentStatus, type BasicMeasure, type KindDefinition } from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { fixedOnce } from './fixed-rule.js';
import { paymentWork } from './payment-work.js';
import { S2 } from './sources.js';

/** A payment for a project, or on one of its contracts. Money is in integer fen. */
export function paymentKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Payment`;
  return defineKind({
    name,
    plural: `${suffix}Payments`,
    code: `${letter}PAY`,
    zh: `${zh}项目付款`,
    en: `Payment for a project of the ${suffix}`,
    level,
    interfaces: [],
    key: ['paymentNo'],
    fields: {
      paymentNo: { type: 'text', zh: '付款编号', en: 'Payment number', maxLength: 60 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      contractNo: { type: 'text', zh: '合同编号', en: 'Contract number', optional: true, maxLength: 60 },
      paymentStatus: { type: paymentStatus, zh: '付款状态', en: 'Status', dimension: 'paymentStatus' },
      amount: { type: 'fen', zh: '付款金额(分)', en: 'Amount (fen)', min: 0 },
      isFinal: { type: 'boolean', zh: '末笔付款', en: 'The last payment' },
      plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
      approvedAt: { type: 'date', zh: '审批日期', en: 'Approved on', optional: true },
      paidAt: { type: 'date', zh: '支付日期', en: 'Paid on', optional: true },
      paidBeforeEvaluation: {
        type: 'boolean',
        zh: '末笔付款早于评价合格',
        en: 'Last payment, made without a passed evaluation',
        optional: true,
      },
      endedAt: { type: 'date', zh: '支付或取消日期', en: 'Paid or given up on', optional: true },
    },
    validity: { from: 'plannedAt', to: 'endedAt' },
    check: endsAfter('plannedAt', 'endedAt'),
    noun: 'payment',
    rules: [
      fixedOnce(
        { state: 'paymentStatus', open: ['PLANNED'], fields: ['amount', 'isFinal', 'projectNo', 'contractNo'] },
        {
          code: `${level}_PAYMENT_FIXED`,
          zh: '已审批付款的金额、项目和合同不得更改',
          en: 'The amount, project and contract of an approved payment stay',
          source: 'OneNX: what was approved is given up and planned anew, not changed',
        },
      ),
    ],
    workflow: paymentWork(buyer),
    measures: measuresOf(buyer, name),
  });
}

function measuresOf({ level, suffix, zh }: Buyer, name: string): BasicMeasure[] {
  const { stock, flow } = measuresOver(name, level, `${S2}; OneNX data model 5.3 (35)`);
  const on = 'paidAt';
  return [
    stock(`payments.outstanding.${suffix}`, [`${zh}待付金额`, `Amount planned and not paid, ${suffix}`, '分'], {
      field: 'amount',
    }),
    flow(`payments.paid.${suffix}`, [`${zh}已付金额`, `Amount paid by the ${suffix}`, '分'], { on, field: 'amount' }),
    flow(`payments.final.${suffix}`, [`${zh}末笔付款数`, `Last payments of the ${suffix}`, '笔'], {
      on,
      where: { field: 'isFinal', in: [true] },
    }),
    flow(
      `performance.paidBeforeEvaluation.${suffix}`,
      [`${zh}未经评价合格的末笔付款数`, `Last payments of the ${suffix} without a passed evaluation (must be 0)`, '笔'],
      { on, where: { field: 'paidBeforeEvaluation', in: [true] }, source: `${S2}; OneNX data model 5.3 (38)` },
    ),
  ];
}
