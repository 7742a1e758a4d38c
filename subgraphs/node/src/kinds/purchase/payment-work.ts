import type { RecordValues, Rule, RuleInput, WorkflowDefinition } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { others, sameNumber, total } from './related.js';
import { releaseNeeds, releaseOf } from './release.js';
import { S2 } from './sources.js';

const source = `${S2}: 绩效评估和财务审计结果作为支付依据`;

/** A payment is planned, approved and paid, or given up. */
export function paymentWork(buyer: Buyer): WorkflowDefinition {
  const { prefix, by } = buyer;
  return {
    field: 'paymentStatus',
    initial: 'PLANNED',
    managed: ['paidBeforeEvaluation', 'endedAt'],
    actions: {
      [`approve${prefix}Payment`]: {
        zh: '审批付款',
        en: 'Approve the payment',
        from: ['PLANNED'],
        to: 'APPROVED',
        by,
        takes: { approvedAt: 'optional' },
        stamps: ['approvedAt'],
        rules: [withinContract(buyer)],
        source,
      },
      [`pay${prefix}Payment`]: {
        zh: '支付',
        en: 'Pay',
        from: ['APPROVED'],
        to: 'PAID',
        by,
        takes: { paidAt: 'optional' },
        stamps: ['paidAt'],
        needs: releaseNeeds(buyer),
        sets: paid,
        rules: [finalPayment(buyer), withinContract(buyer)],
        source,
      },
      [`cancel${prefix}Payment`]: {
        zh: '取消付款',
        en: 'Give the payment up',
        from: ['PLANNED', 'APPROVED'],
        to: 'CANCELLED',
        by,
        stamps: ['endedAt'],
        source: 'OneNX: a planned payment may be given up',
      },
    },
  };
}

/** The flag is written when it is paid, so that a later evaluation does not hide it. */
function paid(input: RuleInput): RecordValues {
  const { paidAt, isFinal } = input.after;
  return { endedAt: paidAt ?? null, paidBeforeEvaluation: isFinal === true && !releaseOf(input).evaluated };
}

function finalPayment(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_FINAL_PAYMENT`,
    zh: '末笔付款应在绩效评价和财务审计均通过之后',
    en: 'The last payment waits for a passed evaluation and a passed audit',
    source,
    needs: releaseNeeds(buyer),
    check: (input) => {
      if (input.after['isFinal'] !== true) return null;
      const { evaluated, audited } = releaseOf(input);
      const missing = [
        ...(evaluated ? [] : [`${buyer.prefix}Performance`]),
        ...(audited ? [] : [`${buyer.prefix}Audit`]),
      ];
      return missing.length === 0
        ? null
        : { field: 'isFinal', found: 'true', expected: `${missing.join(', ')}: PASSED` };
    },
  };
}

/**
 * Payments add up to the contract at most, and the one that reaches it is the last: so the last cannot be passed by. What has
 * no contract of its own is bound by the project's contract amount; a payment for neither is refused.
 */
function withinContract(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_PAYMENT_WITHIN_CONTRACT`,
    zh: '累计付款不得超过合同金额,付清合同的一笔为末笔付款',
    en: 'Payments stay within the contract, and the one that pays it up is the last',
    source: 'OneNX: otherwise the last payment would not be told from the others',
    needs: {
      contracts: sameNumber(buyer, 'Contract', 'contractNo'),
      contractPayments: sameNumber(buyer, 'Payment', 'contractNo'),
      projects: sameNumber(buyer, 'Project', 'projectNo'),
      projectPayments: sameNumber(buyer, 'Payment', 'projectNo'),
    },
    check: ({ after, related }) => {
      const { limit, payments } = bound(related);
      if (limit === undefined) {
        const found = String(after['contractNo'] ?? after['projectNo']);
        return {
          field: 'contractNo',
          found,
          expected: 'a contract, or a project with a contract amount, of this node',
        };
      }
      const counted = others(payments, 'paymentNo', after).filter(({ paymentStatus }) =>
        ['APPROVED', 'PAID'].includes(String(paymentStatus)),
      );
      const found = total([...counted, after], 'amount');
      if (found > limit) return { field: 'amount', found, expected: `≤ ${limit}` };
      return found === limit && after['isFinal'] !== true
        ? { field: 'isFinal', found: 'false', expected: 'true' }
        : null;
    },
  };
}

/** What payments may add up to, and the payments that count towards it. */
function bound({ contracts = [], contractPayments = [], projects = [], projectPayments = [] }: RuleInput['related']) {
  const [contract] = contracts;
  if (contract !== undefined) return { limit: Number(contract['amount']), payments: contractPayments };
  const amount = projects[0]?.['contractAmount'];
  return { limit: typeof amount === 'number' ? amount : undefined, payments: projectPayments };
}
