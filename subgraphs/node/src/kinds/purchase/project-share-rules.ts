import type { Rule } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { fixedOnce } from './fixed-rule.js';
import { others, sameNumber } from './related.js';
import { hundredths, stated, WHOLE } from './shares.js';

/** Where sharing comes from. */
export const SHARING =
  'OneNX data model 5.1: money of a project over several places is shared by stated percentages, 100 in all';

export function withinWhole(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_PROJECT_SHARE_AT_MOST`,
    zh: '各地点分摊比例合计不得超过100%',
    en: 'The shares of a project are not more than 100 percent together',
    source: SHARING,
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
    source: SHARING,
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

export function projectSigned(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_PROJECT_SHARE_SIGNED`,
    zh: '项目签约后方可确定分摊金额',
    en: 'Shares are fixed once the project has its contract amount',
    source: SHARING,
    needs: { projects: sameNumber(buyer, 'Project', 'projectNo') },
    check: ({ after, related }) => {
      const signed = (related['projects'] ?? []).some((one) => (one['signedAt'] ?? null) !== null);
      return signed ? null : { field: 'projectNo', found: String(after['projectNo']), expected: 'CONTRACTED' };
    },
  };
}

export function shareFixed({ level }: Buyer): Rule {
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
