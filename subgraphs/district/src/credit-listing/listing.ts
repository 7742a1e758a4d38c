import { addMonths, addYears, type RecordValues, type RuleInput, type WorkflowDefinition } from '@onenx/schema';
import { CREDIT } from '../sources.js';
import { entryRules, listingRules, removalRules } from './listing-rules.js';

const by = ['DISTRICT_SUPERVISOR'] as const;

/** The days that run from the entry: for removal without a fault to put right, and for becoming serious. */
function terms(input: RuleInput): RecordValues {
  const listed = String(input.after['listedAt']);
  if (input.after['creditKind'] === 'SERIOUS') {
    return { removableFrom: addYears(listed, input.parameter('creditListing.serious.years')), seriousFrom: null };
  }
  return {
    removableFrom: addMonths(listed, input.parameter('creditListing.abnormal.months')),
    seriousFrom: addYears(listed, input.parameter('creditListing.abnormal.seriousAfterYears')),
  };
}

/** Proposed, entered (a relapse starts the terms anew), removed; or dropped before it was entered. */
export const listing: WorkflowDefinition = {
  field: 'creditStatus',
  initial: 'PROPOSED',
  managed: ['removableFrom', 'seriousFrom', 'removalReason', 'fixedAt'],
  actions: {
    enterCreditListing: {
      zh: '列入名录',
      en: 'Enter on the list',
      from: ['PROPOSED'],
      to: 'LISTED',
      by,
      takes: { listedAt: 'optional' },
      stamps: ['listedAt'],
      sets: terms,
      rules: entryRules,
      source: CREDIT,
    },
    restartCreditListing: {
      zh: '再次出现列入情形重新计期',
      en: 'Start the terms anew after a relapse',
      from: ['LISTED'],
      by,
      takes: { creditReason: 'required' },
      rules: listingRules,
      sets: (input) => ({ ...terms({ ...input, after: { ...input.after, listedAt: input.today } }), fixedAt: null }),
      source: CREDIT,
    },
    removeCreditListing: {
      zh: '移出名录',
      en: 'Remove from the list',
      from: ['LISTED'],
      to: 'REMOVED',
      by,
      takes: { removalReason: 'required', fixedAt: 'optional', removedAt: 'optional' },
      stamps: ['removedAt'],
      rules: removalRules,
      source: CREDIT,
    },
    dropCreditListing: {
      zh: '不予列入',
      en: 'Drop the proposal',
      from: ['PROPOSED'],
      to: 'DROPPED',
      by,
      takes: { removalReason: 'required' },
      source: CREDIT,
    },
  },
};
