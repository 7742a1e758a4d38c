import {
  defineKind,
  shareStatus,
  type KindDefinition,
  type RecordValues,
  type RuleInput,
  type WorkflowDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { projectSigned, shareFixed, SHARING, sharedWhole, withinWhole } from './project-share-rules.js';
import { sameNumber } from './related.js';
import { partOf } from './shares.js';

/** What one place has of the money of a project over several; the project itself stays one. Money is in integer fen. */
export function projectShareKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}ProjectShare`;
  const { flow } = measuresOver(name, level, SHARING);
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
      signedAt: { type: 'date', zh: '项目签约日期', en: 'The project was signed on', optional: true },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'statedAt', to: 'endedAt' },
    check: endsAfter('statedAt', 'endedAt'),
    noun: 'share',
    rules: [withinWhole(buyer), shareFixed(buyer)],
    workflow: fixing(buyer),
    measures: [
      flow(
        `contracts.sharedAmount.${suffix}`,
        [`${zh}跨地点项目分摊金额`, `Shares of projects over several places, ${suffix}`, '分'],
        {
          on: 'signedAt',
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
    managed: ['amount', 'signedAt'],
    actions: {
      [`fix${buyer.prefix}ProjectShare`]: {
        zh: '确定分摊金额',
        en: 'Fix what the place has of the contract amount',
        from: ['STATED'],
        to: 'FIXED',
        by: buyer.by,
        stamps: ['fixedAt'],
        needs,
        sets: partOfProject,
        rules: [sharedWhole(buyer), projectSigned(buyer)],
        source: SHARING,
      },
    },
  };
}

/** The part is counted by the day of signing, as the whole is. */
function partOfProject({ after, related }: RuleInput): RecordValues {
  const { shares = [], projects: [project] = [] } = related;
  const whole = Number(project?.['contractAmount'] ?? 0);
  return { amount: partOf(whole, shares, after['place']), signedAt: project?.['signedAt'] ?? null };
}
