import type { RecordValues, RelatedRecords, RuleInput } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { sameNumber } from './related.js';

/** An evaluation that was made and was not replaced by a later one. */
function isInForce({ result, evaluatedAt, replacedAt }: RecordValues): boolean {
  return (result ?? null) !== null && (evaluatedAt ?? null) !== null && (replacedAt ?? null) === null;
}

export function isPassed(evaluation: RecordValues): boolean {
  return isInForce(evaluation) && evaluation['result'] !== 'FAILED';
}

export function isFailed(evaluation: RecordValues): boolean {
  return isInForce(evaluation) && evaluation['result'] === 'FAILED';
}

/** Whether the work of a year of a contract passed; an evaluation that names no year is of the first. */
export function isYearPassed(evaluations: readonly RecordValues[], year: number): boolean {
  return evaluations.some((evaluation) => isPassed(evaluation) && Number(evaluation['contractYear'] ?? 1) === year);
}

/** What `releaseOf` looks at, for a record that names its project and perhaps its contract. */
export function releaseNeeds(buyer: Buyer): Readonly<Record<string, RelatedRecords>> {
  return {
    evaluations: sameNumber(buyer, 'Performance', 'projectNo'),
    audits: sameNumber(buyer, 'Audit', 'projectNo'),
    contracts: sameNumber(buyer, 'Contract', 'contractNo'),
  };
}

/** Whether the work that is paid for was evaluated and audited; of a contract over several years, its own year. */
export function releaseOf({ related }: Pick<RuleInput, 'related'>): { evaluated: boolean; audited: boolean } {
  const { evaluations = [], audits = [], contracts = [] } = related;
  const contract = contracts[0];
  const year = Number(contract?.['yearIndex'] ?? 1);
  const passed = audits.filter(({ auditStatus }) => auditStatus === 'PASSED');
  return { evaluated: isYearPassed(evaluations, year), audited: passed.some((audit) => concerns(audit, contract)) };
}

/** An audit that names no contract is of the whole project, which is one contract unless that runs over years. */
function concerns(audit: RecordValues, contract: RecordValues | undefined): boolean {
  if (contract === undefined) return true;
  const named = audit['contractNo'] ?? null;
  return named === null ? Number(contract['years'] ?? 1) === 1 : named === contract['contractNo'];
}
