import type { RecordValues, Rule } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { sameNumber } from './related.js';
import { isPassed } from './release.js';
import { S2 } from './sources.js';

/** A project that ends badly is not held up for ever: a failed evaluation is replaced by a later one that passed. */
export function projectEvaluated(buyer: Buyer): Rule {
  return supported(buyer, { kind: 'Performance', code: 'PROJECT_EVALUATED', has: isPassed, expected: 'PASSED' }, [
    '项目应有合格的绩效评价',
    'A project has a passed evaluation',
  ]);
}

export function projectAudited(buyer: Buyer): Rule {
  const has = ({ auditStatus }: RecordValues): boolean => auditStatus === 'PASSED';
  return supported(buyer, { kind: 'Audit', code: 'PROJECT_AUDITED', has, expected: 'PASSED' }, [
    '项目应通过财务审计',
    'A project has a passed audit',
  ]);
}

export function projectPaid(buyer: Buyer): Rule {
  const has = ({ paymentStatus, isFinal }: RecordValues): boolean => paymentStatus === 'PAID' && isFinal === true;
  return supported(buyer, { kind: 'Payment', code: 'PROJECT_PAID', has, expected: 'PAID' }, [
    '末笔付款支付后项目方可结清',
    'A project is settled when its last payment was made',
  ]);
}

interface Support {
  readonly kind: string;
  readonly code: string;
  readonly has: (record: RecordValues) => boolean;
  readonly expected: string;
}

function supported(buyer: Buyer, { kind, code, has, expected }: Support, [zh, en]: readonly [string, string]): Rule {
  return {
    code: `${buyer.level}_${code}`,
    zh,
    en,
    source: `${S2}: 绩效评估和财务审计结果作为支付依据`,
    needs: { records: sameNumber(buyer, kind, 'projectNo') },
    check: ({ after, related }) =>
      (related['records'] ?? []).some(has)
        ? null
        : { field: 'projectNo', found: String(after['projectNo']), expected: `${buyer.prefix}${kind}: ${expected}` },
  };
}
