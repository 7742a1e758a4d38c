import {
  defineKind,
  fundPurpose,
  fundSource,
  fundStatus,
  type BasicMeasure,
  type Condition,
  type KindDefinition,
  type WorkflowDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { firstProblem, notMoreThan } from '../not-more-than.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { S1, S2, S3 } from './sources.js';

/** A fund's money of one budget year (a budget line). Money is in integer fen. */
export function fundKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Fund`;
  return defineKind({
    name,
    plural: `${suffix}Funds`,
    code: `${letter}FND`,
    zh: `${zh}资金预算`,
    en: `Fund of the ${suffix} in a budget year`,
    level,
    interfaces: [],
    key: ['fundNo', 'budgetYear'],
    fields: {
      fundNo: { type: 'text', zh: '资金编号', en: 'Fund number', maxLength: 60 },
      budgetYear: { type: 'integer', zh: '预算年度', en: 'Budget year', min: 1950, max: 2200 },
      title: { type: 'text', zh: '资金名称', en: 'Title', maxLength: 200 },
      fundStatus: { type: fundStatus, zh: '资金状态', en: 'Status', dimension: 'fundStatus' },
      fundSource: { type: fundSource, zh: '资金来源', en: 'Source', dimension: 'fundSource' },
      fundPurpose: { type: fundPurpose, zh: '资金用途', en: 'Purpose', dimension: 'fundPurpose' },
      budget: { type: 'fen', zh: '预算金额(分)', en: 'Budget (fen)', min: 0 },
      flexible: { type: 'fen', zh: '其中非刚性支出(分)', en: 'Of it, not bound (fen)', optional: true, min: 0 },
      executed: { type: 'fen', zh: '已执行金额(分)', en: 'Executed (fen)', optional: true, min: 0 },
      startsAt: { type: 'date', zh: '预算期起', en: 'Budget period from' },
      approvedAt: { type: 'date', zh: '批复日期', en: 'Approved on', optional: true },
      executedAt: { type: 'date', zh: '执行数日期', en: 'Executed as of', optional: true },
      closedAt: { type: 'date', zh: '决算日期', en: 'Closed on', optional: true },
    },
    validity: { from: 'startsAt', to: 'closedAt' },
    check: firstProblem(endsAfter('startsAt', 'closedAt'), notMoreThan('budget', ['executed', 'flexible'])),
    noun: 'fund',
    workflow: budgeting(buyer),
    measures: measuresOf(buyer, name),
  });
}

/** A budget is drawn up, approved, executed and perhaps adjusted, and closed. */
function budgeting({ prefix, by }: Buyer): WorkflowDefinition {
  const source = `${S2}: 财政专项资金账户、年度预算`;
  return {
    field: 'fundStatus',
    initial: 'PLANNED',
    managed: ['executed'],
    actions: {
      [`approve${prefix}Fund`]: {
        zh: '批复预算',
        en: 'Approve the budget',
        from: ['PLANNED'],
        to: 'APPROVED',
        by,
        takes: { approvedAt: 'optional' },
        stamps: ['approvedAt'],
        sets: ({ after }) => ({ executed: after['executed'] ?? 0 }),
        source,
      },
      [`execute${prefix}Fund`]: {
        zh: '填报执行数',
        en: 'Say how much of it is executed by now',
        from: ['APPROVED'],
        by,
        takes: { executed: 'required', executedAt: 'optional' },
        stamps: ['executedAt'],
        source,
      },
      [`close${prefix}Fund`]: {
        zh: '决算',
        en: 'Close the budget year',
        from: ['APPROVED'],
        to: 'CLOSED',
        by,
        takes: { executed: 'optional', closedAt: 'optional' },
        stamps: ['closedAt'],
        source,
      },
    },
  };
}

const FISCAL: Condition = { field: 'fundSource', in: ['FISCAL', 'SPECIAL', 'LOTTERY', 'CENTRAL'] };
const SOCIAL: Condition = { field: 'fundSource', in: ['SOCIAL', 'FOUNDATION'] };

function measuresOf({ level, suffix, zh }: Buyer, name: string): BasicMeasure[] {
  const { flow } = measuresOver(name, level, `${S2}; ${S3}; OneNX data model 5.3 (40)`);
  const approved: Condition = { not: { field: 'fundStatus', in: ['PLANNED'] } };
  const of = (field: string, ...more: Condition[]) => ({
    on: 'startsAt',
    field,
    where: more.length === 0 ? approved : { and: [approved, ...more] },
  });
  return [
    flow(`fund.budget.${suffix}`, [`${zh}资金预算`, `Approved budgets of the ${suffix}`, '分'], of('budget')),
    flow(`fund.executed.${suffix}`, [`${zh}资金执行数`, `Executed budgets of the ${suffix}`, '分'], of('executed')),
    flow(`fund.flexible.${suffix}`, [`${zh}非刚性支出预算`, `Budgets of the ${suffix} that are not bound`, '分'], {
      ...of('flexible'),
      source: S1,
    }),
    flow(
      `fund.fiscal.${suffix}`,
      [`${zh}财政性资金`, `Fiscal funds of the ${suffix} (fiscal, special, lottery, central)`, '分'],
      { ...of('budget', FISCAL), source: S1 },
    ),
    flow(
      `fund.social.${suffix}`,
      [`${zh}社会资金`, `Social funds of the ${suffix} (social, community foundations)`, '分'],
      { ...of('budget', SOCIAL), source: S1 },
    ),
  ];
}
