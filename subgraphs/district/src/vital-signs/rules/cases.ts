import type { RecordValues } from '@onenx/schema';
import { dayOf, earliest, idsOf, isCurrent, type VitalRule } from '../vital-rule.js';

/** Finds the enforcement cases of a sort that are open. */
export function casesOpen(isOfSort: (one: RecordValues) => boolean): VitalRule['check'] {
  return ({ related, today }) => {
    const open = related.cases.filter(
      (one) => isOfSort(one) && isCurrent(one, { from: 'foundAt', to: 'closedAt' }, today),
    );
    const first = earliest(open, 'foundAt');
    if (first === undefined) return null;
    return {
      zh: `有${open.length}件执法案件在办`,
      en: `${open.length} enforcement cases are open`,
      records: idsOf(open),
      since: dayOf(first, 'foundAt'),
    };
  };
}
