import { addDays, addMonths, type Rule } from '@onenx/schema';

/** A tally is of one month, from its first day to its last, so that months add up to years. */
export const wholeMonth: Rule = {
  code: 'ONE_WINDOW_MONTH',
  zh: '月报期间应为一个完整的自然月',
  en: 'A tally is of one whole month',
  source: 'OneNX: tallies by item and month',
  check: ({ after }) => {
    const from = String(after['periodFrom']);
    const found = `${from}/${String(after['periodTo'])}`;
    const first = `${from.slice(0, 7)}-01`;
    const expected = `${first}/${addDays(addMonths(first, 1), -1)}`;
    return found === expected ? null : { field: 'periodTo', found, expected };
  },
};
