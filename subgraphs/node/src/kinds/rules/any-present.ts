import type { Rule } from '@onenx/schema';
import type { RuleText } from './common-rules.js';

/** At least one of some fields is not empty. */
export function anyPresent(fields: readonly [string, ...string[]], text: RuleText): Rule {
  return {
    ...text,
    check: ({ after }) => {
      const given = fields.some((field) => (after[field] ?? '') !== '');
      return given ? null : { field: fields[0], found: '-', expected: fields.join(', ') };
    },
  };
}
