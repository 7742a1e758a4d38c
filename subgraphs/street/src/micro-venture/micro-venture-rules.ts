import type { RelatedRecords, Rule } from '@onenx/schema';
import { S3 } from './sources.js';

const round: RelatedRecords = { kind: 'MicroVentureRound', match: { roundNo: 'roundNo' } };
const grants: RelatedRecords = { kind: 'MicroGrant', match: { roundNo: 'roundNo' } };

/** Somebody applies while the round is open, and by its last day. */
export const appliedInTime: Rule = {
  code: 'MICRO_GRANT_IN_TIME',
  zh: '申请应在微创投征集期内提出',
  en: 'An application is made while the round is open',
  source: S3,
  needs: { round },
  check: ({ before, after, related }) => {
    if (before !== null) return null;
    const found = related['round']?.[0];
    if (found?.['ventureStatus'] !== 'OPEN') {
      return { field: 'roundNo', found: String(after['roundNo']), expected: 'MicroVentureRound: OPEN' };
    }
    const [appliedAt, until] = [String(after['appliedAt']), found['applyUntil']];
    if (typeof until !== 'string' || appliedAt <= until) return null;
    return { field: 'appliedAt', found: appliedAt, expected: `≤ ${until}` };
  },
};

/** Grants are made once the round is decided, and no more than it has. */
export const withinBudget: Rule = {
  code: 'MICRO_GRANT_WITHIN_BUDGET',
  zh: '微创投评选后方可资助, 资助总额不得超过预算',
  en: 'A round grants once it has selected, and no more than its budget',
  source: S3,
  needs: { round, grants },
  check: ({ after, related }) => {
    const found = related['round']?.[0];
    if (found?.['ventureStatus'] !== 'SELECTED') {
      return { field: 'roundNo', found: String(after['roundNo']), expected: 'MicroVentureRound: SELECTED' };
    }
    const others = (related['grants'] ?? []).filter(
      ({ grantNo, grantStatus }) =>
        grantNo !== after['grantNo'] && (grantStatus === 'APPROVED' || grantStatus === 'PAID'),
    );
    const total = others.reduce((sum, { amount }) => sum + Number(amount ?? 0), Number(after['amount'] ?? 0));
    const budget = Number(found['budget']);
    return total <= budget ? null : { field: 'amount', found: total, expected: `≤ ${budget}` };
  },
};

/** A round is closed when every application was answered and what was granted is paid. */
export const allAnswered: Rule = {
  code: 'MICRO_VENTURE_ALL_ANSWERED',
  zh: '全部申请答复且资助拨付后方可结束',
  en: 'A round closes once every application is answered and every grant is paid',
  source: 'OneNX: a round leaves nothing open behind',
  needs: { grants },
  check: ({ related }) => {
    const open = (related['grants'] ?? []).find(
      ({ grantStatus }) => grantStatus === 'APPLIED' || grantStatus === 'APPROVED',
    );
    if (open === undefined) return null;
    return { field: 'ventureStatus', found: String(open['grantNo']), expected: 'PAID, REFUSED, RECOVERED' };
  },
};
