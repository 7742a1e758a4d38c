import type { Rule, WorkflowDefinition } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { citesCatalogue, methodStated, yearsWithin } from './purchase-terms.js';
import { isFailed } from './release.js';
import { PURCHASE, S2 } from './sources.js';

/** A planned purchase is announced and awarded, comes to nothing, or is given up. */
export function procurementWork(buyer: Buyer): WorkflowDefinition {
  const { prefix, by } = buyer;
  return {
    field: 'procurementStatus',
    initial: 'PLANNED',
    managed: ['supplierUscc', 'supplierName', 'supplierKind', 'awardedAmount', 'endReason', 'endedAt'],
    actions: {
      [`announce${prefix}Procurement`]: {
        zh: '发布采购公告',
        en: 'Announce the procurement',
        from: ['PLANNED'],
        to: 'ANNOUNCED',
        by,
        takes: { announcedAt: 'optional' },
        stamps: ['announcedAt'],
        rules: [
          methodStated(buyer, 'PROCUREMENT'),
          yearsWithin(buyer, 'PROCUREMENT'),
          ...citesCatalogue(buyer, 'PROCUREMENT'),
        ],
        source: `${S2}: 前期公布`,
      },
      [`award${prefix}Procurement`]: {
        zh: '确定成交供应商',
        en: 'Award the procurement',
        from: ['ANNOUNCED'],
        to: 'AWARDED',
        by,
        takes: {
          supplierName: 'required',
          supplierKind: 'required',
          awardedAmount: 'required',
          supplierUscc: 'optional',
          awardedAt: 'optional',
        },
        stamps: ['awardedAt'],
        sets: ({ after }) => ({ endedAt: after['awardedAt'] ?? null }),
        rules: [withinBudget(buyer), supplierEvaluated(buyer), ...supplierListed(buyer)],
        source: PURCHASE,
      },
      [`fail${prefix}Procurement`]: {
        zh: '记录流标',
        en: 'Record that nobody was awarded',
        from: ['ANNOUNCED'],
        to: 'FAILED',
        by,
        takes: { endReason: 'required' },
        stamps: ['endedAt'],
        source: '政府采购法 §36 [GK]',
      },
      [`cancel${prefix}Procurement`]: {
        zh: '取消采购',
        en: 'Cancel the procurement',
        from: ['PLANNED', 'ANNOUNCED'],
        to: 'CANCELLED',
        by,
        takes: { endReason: 'required' },
        stamps: ['endedAt'],
        source: 'OneNX: a plan may be given up',
      },
    },
  };
}

function withinBudget({ level }: Buyer): Rule {
  return {
    code: `${level}_AWARD_WITHIN_BUDGET`,
    zh: '成交金额不得超过采购预算',
    en: 'What is awarded is within the budget of the procurement',
    source: `${S2}: 年度预算、制度性支出`,
    check: ({ after }) => {
      const found = Number(after['awardedAmount']);
      const budget = Number(after['budget']);
      return found <= budget ? null : { field: 'awardedAmount', found, expected: `≤ ${budget}` };
    },
  };
}

/** Earlier results are a ground for later awards: told, not refused. */
function supplierEvaluated({ level, prefix }: Buyer): Rule {
  return {
    code: `${level}_AWARD_EARLIER_RESULTS`,
    zh: '承接方此前有项目绩效评价不合格',
    en: 'The supplier has not failed an earlier evaluation',
    source: `${S2}: 评估结果作为今后招标依据`,
    severity: 'WARNING',
    needs: { evaluations: { kind: `${prefix}Performance`, match: { supplierUscc: 'supplierUscc' } } },
    check: ({ related }) => {
      const failed = (related['evaluations'] ?? []).find(isFailed);
      if (failed === undefined) return null;
      return { field: 'supplierUscc', found: String(failed['evaluationNo']), expected: 'result: PASSED' };
    },
  };
}

/** The list of eligible suppliers is the district's. */
function supplierListed({ level }: Buyer): readonly Rule[] {
  if (level !== 'DISTRICT') return [];
  return [
    {
      code: `${level}_AWARD_ELIGIBLE`,
      zh: '承接方宜在社会组织推荐目录内',
      en: 'A social organization that supplies is on the list of eligible suppliers',
      source: `${S2}: 可承接组织名录`,
      severity: 'WARNING',
      needs: { listed: { kind: 'EligibleSupplier', match: { uscc: 'supplierUscc' } } },
      check: ({ after, related }) => {
        if (after['supplierKind'] !== 'SOCIAL_ORGANIZATION') return null;
        const listed = (related['listed'] ?? []).some(({ eligibleStatus }) => eligibleStatus === 'LISTED');
        return listed
          ? null
          : { field: 'supplierUscc', found: String(after['supplierUscc'] ?? '-'), expected: 'EligibleSupplier' };
      },
    },
  ];
}
