import { addYears, type Day, type RecordValues } from '@onenx/schema';
import { CREDIT } from '../../sources.js';
import { dayOf, earliest, idsOf, isCurrent, type Found, type VitalInput, type VitalRule } from '../vital-rule.js';

function listed({ related, today }: VitalInput, list: 'ABNORMAL' | 'SERIOUS'): RecordValues[] {
  return related.listings.filter(
    (one) => one['creditKind'] === list && isCurrent(one, { from: 'listedAt', to: 'removedAt' }, today),
  );
}

function onList(list: 'ABNORMAL' | 'SERIOUS', { zh, en }: { zh: string; en: string }): VitalRule['check'] {
  return (input) => {
    const found = listed(input, list);
    const first = earliest(found, 'listedAt');
    if (first === undefined) return null;
    const since = dayOf(first, 'listedAt');
    return { zh: `自${String(since)}起${zh}`, en: `${en} since ${String(since)}`, records: idsOf(found), since };
  };
}

/** The day that the listing itself was given, which a relapse moves; else the years from its entry. */
function seriousFrom(listing: RecordValues, parameter: VitalInput['parameter']): Day {
  return (
    dayOf(listing, 'seriousFrom') ??
    addYears(String(listing['listedAt']), parameter('creditListing.abnormal.seriousAfterYears'))
  );
}

function abnormalTooLong(input: VitalInput): Found | null {
  const overdue = listed(input, 'ABNORMAL')
    .map((listing) => ({ ...listing, seriousFrom: seriousFrom(listing, input.parameter) }))
    .filter((listing) => listing.seriousFrom <= input.today);
  const first = earliest(overdue, 'seriousFrom');
  if (first === undefined) return null;
  const since = dayOf(first, 'seriousFrom');
  return {
    zh: `列入活动异常名录期满,自${String(since)}起应转入严重违法失信名单`,
    en: `On the list of abnormal activity for so long that it has been serious since ${String(since)}`,
    records: idsOf(overdue),
    since,
  };
}

/** The two credit lists: being on one is told, what should follow from it is warned of. */
export const listingRules: readonly VitalRule[] = [
  {
    code: 'LISTED_ABNORMAL',
    zh: '在活动异常名录内',
    en: 'It is on the list of abnormal activity',
    source: CREDIT,
    sign: 'COMPLIANCE',
    severity: 'BLUE',
    check: onList('ABNORMAL', { zh: '在活动异常名录内', en: 'On the list of abnormal activity' }),
  },
  {
    code: 'LISTED_ABNORMAL_TOO_LONG',
    zh: '列入活动异常名录满规定年限的,应列入严重违法失信名单',
    en: 'What has been abnormal for the years is listed as serious',
    source: CREDIT,
    sign: 'COMPLIANCE',
    severity: 'ORANGE',
    check: abnormalTooLong,
  },
  {
    code: 'LISTED_SERIOUS',
    zh: '在严重违法失信名单内',
    en: 'It is on the list of serious breaches',
    source: CREDIT,
    sign: 'COMPLIANCE',
    severity: 'RED',
    check: onList('SERIOUS', { zh: '在严重违法失信名单内', en: 'On the list of serious breaches' }),
  },
];
