import { contractStatus, defineKind, type BasicMeasure, type KindDefinition } from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { firstProblem } from '../not-more-than.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { contractWork } from './contract-work.js';
import { fixedOnce } from './fixed-rule.js';
import { PURCHASE, S3 } from './sources.js';

/** The contract of one year of a purchase, `yearIndex` of `years`. Money is in integer fen. */
export function contractKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Contract`;
  return defineKind({
    name,
    plural: `${suffix}Contracts`,
    code: `${letter}CON`,
    zh: `${zh}购买服务合同`,
    en: `Purchase contract of the ${suffix}`,
    level,
    interfaces: [],
    key: ['contractNo'],
    fields: {
      contractNo: { type: 'text', zh: '合同编号', en: 'Contract number', maxLength: 60 },
      procurementNo: { type: 'text', zh: '采购编号', en: 'Procurement number', maxLength: 60 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      contractStatus: { type: contractStatus, zh: '合同状态', en: 'Status', dimension: 'contractStatus' },
      yearIndex: { type: 'integer', zh: '第几年', en: 'Which year of the purchase', min: 1, max: 100 },
      years: { type: 'integer', zh: '采购年限', en: 'Years of the purchase', min: 1, max: 100 },
      amount: { type: 'fen', zh: '合同金额(分)', en: 'Amount (fen)', min: 0 },
      supplierUscc: { type: 'creditCode', zh: '承接方统一社会信用代码', en: "Supplier's credit code", optional: true },
      supplierName: { type: 'text', zh: '承接方名称', en: "Supplier's name", maxLength: 200 },
      toSocialOrganization: { type: 'boolean', zh: '由社会组织承接', en: 'To a social organization' },
      startsAt: { type: 'date', zh: '履行期起', en: 'Runs from' },
      endsAt: { type: 'date', zh: '履行期止', en: 'Runs until (the first day after it)' },
      signedAt: { type: 'date', zh: '签约日期', en: 'Signed on', optional: true },
      runningFrom: { type: 'date', zh: '开始履行日期', en: 'Begun on', optional: true },
      endReason: { type: 'text', zh: '终止原因', en: 'Why it ended', optional: true, maxLength: 500 },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'signedAt', to: 'endedAt' },
    check: firstProblem(endsAfter('startsAt', 'endsAt'), endsAfter('signedAt', 'endedAt')),
    noun: 'contract',
    rules: [
      fixedOnce(
        {
          state: 'contractStatus',
          open: ['DRAFTED'],
          fields: ['amount', 'yearIndex', 'years', 'procurementNo', 'projectNo', 'supplierUscc', 'supplierName'],
        },
        {
          code: `${level}_CONTRACT_FIXED`,
          zh: '已签订合同的金额、年度、项目和承接方不得更改',
          en: 'The amount, year, project and supplier of a signed contract stay',
          source: 'OneNX: what was signed is ended and signed anew, not changed',
        },
      ),
    ],
    workflow: contractWork(buyer),
    measures: measuresOf(buyer, name),
  });
}

function measuresOf({ level, suffix, zh }: Buyer, name: string): BasicMeasure[] {
  const { stock, flow } = measuresOver(name, level, `${S3}; ${PURCHASE}`);
  const on = 'signedAt';
  return [
    stock(`yearContracts.inForce.${suffix}`, [
      `${zh}在履行分年合同数`,
      `Contracts of a year in force, ${suffix}`,
      '份',
    ]),
    flow(`yearContracts.signed.${suffix}`, [`${zh}签订分年合同数`, `Contracts of a year signed, ${suffix}`, '份'], {
      on,
    }),
    flow(`yearContracts.amount.${suffix}`, [`${zh}分年合同金额`, `Amount of contracts of a year, ${suffix}`, '分'], {
      on,
      field: 'amount',
    }),
    flow(
      `yearContracts.renewed.${suffix}`,
      [`${zh}续签分年合同数`, `Contracts of a second or later year signed, ${suffix}`, '份'],
      { on, where: { not: { field: 'yearIndex', in: [1] } } },
    ),
  ];
}
