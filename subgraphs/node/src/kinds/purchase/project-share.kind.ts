import {
  defineKind,
  shareStatus,
  type KindDefinition,
  type Rule,
  type RuleInput,
  type WorkflowDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { fixedOnce } from './fixed-rule.js';
import { others, sameNumber } from './related.js';
import { hundredths, partOf, stated, WHOLE } from './shares.js';

const SOURCE = 'model.md 5.1: money of a project over several places is shared by stated percentages, 100 in all';

/** What one place has of the money of a project over several; the project itself stays one. Money is in integer fen. */
export function projectShareKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}ProjectShare`;
  const { flow } = measuresOver(name, level, SOURCE);
  return defineKind({
    name,
    plural: `${suffix}ProjectShares`,
    code: `${letter}SHR`,
    zh: `${zh}项目跨地点分摊`,
    en: `Share of a place in a project of the ${suffix}`,
    level,
    interfaces: [],
    key: ['projectNo', 'place'],
    fields: {
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      shareStatus: { type: shareStatus, zh: '分摊状态', en: 'Status', dimension: 'shareStatus' },
      percent: { type: 'number', zh: '分摊比例(%)', en: 'Share in percent, two decimals at most', min: 0, max: 100 },
      amount: { type: 'fen', zh: '分摊金额(分)', en: 'Share of the contract amount (fen)', optional: true, min: 0 },
      statedAt: { type: 'date', zh: '填报日期', en: 'Stated on' },
      fixedAt: { type: 'date', zh: '确定日期', en: 'Fixed on', optional: true },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'statedAt', to: 'endedAt' },
    check: endsAfter('statedAt', 'endedAt'),
    noun: 'share',
    rules: [withinWhole(buyer), fixed(buyer)],
    workflow: fixing(buyer),
    measures: [
      flow(
        `contracts.sharedAmount.${suffix}`,
        [`${zh}跨地点项目分摊金额`, `Shares of projects over several places, ${suffix}`, '分'],
        {
          on: 'fixedAt',
          field: 'amount',
        },
      ),
    ],
  });
}

function fixing(buyer: Buyer): WorkflowDefinition {
  const needs = {
    shares: sameNumber(buyer, 'ProjectShare', 'projectNo'),
    projects: sameNumber(buyer, 'Project', 'projectNo'),
  };
  return {
    field: 'shareStatus',
    initial: 'STATED',
    managed: ['amount'],
    actions: {
      [`fix${buyer.prefix}ProjectShare`]: {
        zh: '确定分摊金额',
        en: 'Fix what the place has of the contract amount',
        from: ['STATED'],
        to: 'FIXED',
        by: buyer.by,
        stamps: ['fixedAt'],
        needs,
        sets: (input) => ({
          amount: partOf(contractAmount(input), input.related['shares'] ?? [], input.after['place']),
        }),
        rules: [sharedWhole(buyer), projectSigned(buyer)],
        source: SOURCE,
      },
    },
  };
}

function contractAmount({ related }: RuleInput): number {
  return Number((related['projects'] ?? [])[0]?.['contractAmount'] ?? 0);
}

function withinWhole(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_PROJECT_SHARE_AT_MOST`,
    zh: '各地点分摊比例合计不得超过100%',
    en: 'The shares of a project are not more than 100 percent together',
    source: SOURCE,
    needs: { shares: sameNumber(buyer, 'ProjectShare', 'projectNo') },
    check: ({ after, related }) => {
      const rest = others(related['shares'] ?? [], 'place', after);
      const found = stated(rest) + hundredths(after);
      return found <= WHOLE ? null : { field: 'percent', found: found / 100, expected: '≤ 100' };
    },
  };
}

/** @returns the rule that the shares stated for a project are 100 percent together; none stated is one place. */
export function sharedWhole(buyer: Buyer, code = `${buyer.level}_PROJECT_SHARE_WHOLE`): Rule {
  return {
    code,
    zh: '各地点分摊比例合计应为100%',
    en: 'The shares of a project are 100 percent together',
    source: SOURCE,
    needs: { shares: sameNumber(buyer, 'ProjectShare', 'projectNo') },
    check: ({ related }) => {
      const { shares = [] } = related;
      const found = stated(shares);
      return shares.length === 0 || found === WHOLE
        ? null
        : { field: 'projectNo', found: found / 100, expected: '100' };
    },
  };
}

function projectSigned(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_PROJECT_SHARE_SIGNED`,
    zh: '项目签约后方可确定分摊金额',
    en: 'Shares are fixed once the project has its contract amount',
    source: SOURCE,
    needs: { projects: sameNumber(buyer, 'Project', 'projectNo') },
    check: ({ after, related }) => {
      const signed = (related['projects'] ?? []).some((one) => (one['signedAt'] ?? null) !== null);
      return signed ? null : { field: 'projectNo', found: String(after['projectNo']), expected: 'CONTRACTED' };
    },
  };
}

function fixed({ level }: Buyer): Rule {
  return fixedOnce(
    { state: 'shareStatus', open: ['STATED'], fields: ['percent', 'projectNo'] },
    {
      code: `${level}_PROJECT_SHARE_FIXED`,
      zh: '已确定的分摊比例不得更改',
      en: 'A share that is fixed stays',
      source: 'OneNX: the amounts of the other places rest on it',
    },
  );
}
