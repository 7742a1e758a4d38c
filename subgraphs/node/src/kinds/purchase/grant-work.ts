import type { Rule, WorkflowDefinition } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { fixedOnce } from './fixed-rule.js';
import { others, total } from './related.js';
import { S2, S3 } from './sources.js';

const source = `${S3}: 社会组织发展专项扶持资金; ${S2}`;

/** A grant is applied for, approved and paid, or refused; one that was misused is recovered. */
export function grantWork(buyer: Buyer): WorkflowDefinition {
  const { prefix, by } = buyer;
  return {
    field: 'grantStatus',
    initial: 'APPLIED',
    managed: ['endReason'],
    actions: {
      [`approve${prefix}Grant`]: {
        zh: '批准扶持',
        en: 'Approve the grant',
        from: ['APPLIED'],
        to: 'APPROVED',
        by,
        takes: { grantedAt: 'optional' },
        stamps: ['grantedAt'],
        rules: [withinFund(buyer)],
        source,
      },
      [`refuse${prefix}Grant`]: {
        zh: '不予扶持',
        en: 'Refuse the grant',
        from: ['APPLIED'],
        to: 'REFUSED',
        by,
        takes: { endReason: 'required' },
        stamps: ['endedAt'],
        source,
      },
      [`pay${prefix}Grant`]: {
        zh: '拨付',
        en: 'Pay the grant',
        from: ['APPROVED'],
        to: 'PAID',
        by,
        takes: { paidAt: 'optional' },
        stamps: ['paidAt'],
        source,
      },
      [`recover${prefix}Grant`]: {
        zh: '收回扶持资金',
        en: 'Recover the grant',
        from: ['APPROVED', 'PAID'],
        to: 'RECOVERED',
        by,
        takes: { endReason: 'required' },
        stamps: ['endedAt'],
        source: 'OneNX: money that is not used as granted is taken back',
      },
    },
  };
}

export function grantFixed({ level }: Buyer): Rule {
  return fixedOnce(
    { state: 'grantStatus', open: ['APPLIED'], fields: ['amount', 'fundNo', 'budgetYear', 'recipientUscc'] },
    {
      code: `${level}_GRANT_FIXED`,
      zh: '已决定的扶持,其金额、资金和对象不得更改',
      en: 'The amount, fund and recipient of a grant that was decided stay',
      source: 'OneNX: what was decided is recovered and applied for anew, not changed',
    },
  );
}

function withinFund({ level, prefix }: Buyer): Rule {
  const match = { fundNo: 'fundNo', budgetYear: 'budgetYear' };
  return {
    code: `${level}_GRANT_WITHIN_FUND`,
    zh: '扶持应出自已批复的资金,累计不超过其预算',
    en: 'Grants come out of an approved fund and stay within its budget',
    source: `${S2}: 年度预算`,
    needs: { funds: { kind: `${prefix}Fund`, match }, grants: { kind: `${prefix}Grant`, match } },
    check: ({ after, related }) => {
      const fund = (related['funds'] ?? []).find(({ fundStatus }) => fundStatus === 'APPROVED');
      if (fund === undefined) return { field: 'fundNo', found: String(after['fundNo']), expected: 'APPROVED' };
      const counted = others(related['grants'] ?? [], 'grantNo', after).filter(({ grantStatus }) =>
        ['APPROVED', 'PAID'].includes(String(grantStatus)),
      );
      const found = total([...counted, after], 'amount');
      const budget = Number(fund['budget']);
      return found <= budget ? null : { field: 'amount', found, expected: `≤ ${budget}` };
    },
  };
}
