import type { Rule } from '@onenx/schema';

const PREFIXES: Readonly<Record<string, string>> = { FEDERATION: '51', FOUNDATION: '53' };

/** A federation is an association and a foundation is a foundation; a service centre may take either form or none. */
export const legalForm: Rule = {
  code: 'PLATFORM_LEGAL_FORM',
  zh: '联合会的统一社会信用代码应为51开头, 社区基金会应为53开头',
  en: "A federation's credit code begins with 51, a community foundation's with 53",
  source: 'GB 32100-2015',
  severity: 'WARNING',
  check: ({ after }) => {
    const expected = PREFIXES[String(after['platformKind'])];
    const uscc = after['uscc'];
    if (expected === undefined || typeof uscc !== 'string' || uscc.startsWith(expected)) return null;
    return { field: 'uscc', found: uscc.slice(0, 2), expected };
  },
};
