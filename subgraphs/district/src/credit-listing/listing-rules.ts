import { addWorkingDays, addYears, type RecordValues, type Rule } from '@onenx/schema';
import { notLater } from '@onenx/node/kinds';
import { CREDIT } from '../sources.js';

const SERIOUS_REASONS: ReadonlySet<unknown> = new Set([
  'ABNORMAL_TOO_LONG',
  'FAKED_CHANGE',
  'ORDERED_TO_STOP',
  'LARGE_FINE',
  'REPEATED_PENALTY',
  'JUDGMENT_DEFAULTER',
  'LICENCE_REVOKED',
]);

/** Each list has reasons of its own. */
export const listingRules: readonly Rule[] = [
  {
    code: 'CREDIT_REASON',
    zh: '列入事由应属于该名录',
    en: 'The reason is one of this list',
    source: CREDIT,
    check: ({ after }) => {
      const expected = SERIOUS_REASONS.has(after['creditReason']) ? 'SERIOUS' : 'ABNORMAL';
      const found = String(after['creditKind']);
      return found === expected ? null : { field: 'creditReason', found, expected };
    },
  },
];

const listings = { listings: { kind: 'CreditListing', match: { uscc: 'uscc' } } } as const;
const penalties = { penalties: { kind: 'Penalty', match: { uscc: 'uscc' } } } as const;
const isFine = ({ penaltyKind, penaltyStatus }: RecordValues): boolean =>
  penaltyKind === 'FINE' && penaltyStatus !== 'ANNULLED';

/** What an entry rests on, as far as the register itself can tell. */
export const entryRules: readonly Rule[] = [
  notLater(
    'listedAt',
    (input) => addWorkingDays(String(input.after['foundAt']), input.parameter('creditListing.entry.workingDays')),
    {
      code: 'CREDIT_ENTRY_DAYS',
      zh: '信用信息应自认定之日起规定工作日内记录',
      en: 'Credit information is entered within working days of being found',
      source: CREDIT,
      severity: 'WARNING',
    },
  ),
  {
    code: 'CREDIT_ABNORMAL_YEARS',
    zh: '以异常名录期满为由列入严重名单的,应已在异常名录满规定年限',
    en: 'Serious for having been abnormal too long only after the years on that list',
    source: CREDIT,
    needs: listings,
    check: ({ after, today, related }) => {
      if (after['creditReason'] !== 'ABNORMAL_TOO_LONG') return null;
      const ripe = (related['listings'] ?? []).some(
        ({ creditKind, creditStatus, seriousFrom }) =>
          creditKind === 'ABNORMAL' &&
          creditStatus === 'LISTED' &&
          typeof seriousFrom === 'string' &&
          seriousFrom <= today,
      );
      return ripe ? null : { field: 'creditReason', found: 'ABNORMAL_TOO_LONG', expected: `seriousFrom ≤ ${today}` };
    },
  },
  {
    code: 'CREDIT_LARGE_FINE',
    zh: '以较大数额罚款为由列入严重名单的,罚款应达到规定数额',
    en: 'Serious for a large fine only from the amount on that makes it large',
    source: CREDIT,
    needs: penalties,
    check: (input) => {
      const { after, related } = input;
      if (after['creditReason'] !== 'LARGE_FINE') return null;
      const least = input.parameter('creditListing.largeFine.fen');
      const found = Math.max(0, ...(related['penalties'] ?? []).filter(isFine).map(({ fine }) => Number(fine ?? 0)));
      return found >= least ? null : { field: 'creditReason', found, expected: `≥ ${least}` };
    },
  },
];

/** Out after putting it right or after the term; of the serious list only after clean years. */
export const removalRules: readonly Rule[] = [
  {
    code: 'CREDIT_REMOVAL_TERM',
    zh: '移出异常名录应已整改或期满;移出严重名单应期满',
    en: 'Removed once put right or after the term; from the serious list after the term alone',
    source: CREDIT,
    check: ({ after, today }) => {
      if (after['creditKind'] === 'ABNORMAL' && typeof after['fixedAt'] === 'string') return null;
      const expected = String(after['removableFrom']);
      return today >= expected ? null : { field: 'removedAt', found: today, expected: `≥ ${expected}` };
    },
  },
  {
    code: 'CREDIT_CLEAN_YEARS',
    zh: '移出严重名单应在规定年限内未再受到处罚',
    en: 'Removed from the serious list after years without a penalty',
    source: CREDIT,
    needs: penalties,
    check: (input) => {
      const { after, today, related } = input;
      if (after['creditKind'] !== 'SERIOUS') return null;
      const since = addYears(today, -input.parameter('creditListing.serious.years'));
      const found = (related['penalties'] ?? [])
        .filter(({ penaltyStatus }) => penaltyStatus !== 'ANNULLED')
        .map(({ decidedAt }) => String(decidedAt))
        .find((decided) => decided > since);
      return found === undefined ? null : { field: 'removedAt', found, expected: `≤ ${since}` };
    },
  },
  {
    code: 'CREDIT_REMOVAL_DAYS',
    zh: '整改完成后应在规定工作日内移出',
    en: 'Removed within working days of being put right',
    source: CREDIT,
    severity: 'WARNING',
    check: (input) => {
      const { after, today } = input;
      const { fixedAt } = after;
      if (typeof fixedAt !== 'string') return null;
      const expected = addWorkingDays(fixedAt, input.parameter('creditListing.entry.workingDays'));
      return today <= expected ? null : { field: 'removedAt', found: today, expected: `≤ ${expected}` };
    },
  },
];
