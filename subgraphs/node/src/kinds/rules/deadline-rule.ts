import type { Rule, RuleInput } from '@onenx/schema';
import type { RuleText } from './common-rules.js';

/** A day that is not later than one that follows from the record; null: there is no deadline. */
export function notLater(field: string, due: (input: RuleInput) => string | null, text: RuleText): Rule {
  return {
    ...text,
    check: (input) => {
      const found = input.after[field];
      const expected = due(input);
      if (typeof found !== 'string' || expected === null || found <= expected) return null;
      return { field, found, expected: `≤ ${expected}` };
    },
  };
}
