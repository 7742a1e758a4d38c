import type { Rule } from '@onenx/schema';
import type { RuleText } from '../rules/common-rules.js';

interface Fixed {
  /** The field of the work's state. */
  readonly state: string;
  /** The states in which the fields may still be changed. */
  readonly open: readonly string[];
  readonly fields: readonly string[];
}

/** Fields that are not changed by saving once the work on the record has gone on. */
export function fixedOnce({ state, open, fields }: Fixed, text: RuleText): Rule {
  return {
    ...text,
    check: ({ before, after }) => {
      if (before === null || open.includes(String(before[state]))) return null;
      const field = fields.find((name) => (before[name] ?? null) !== (after[name] ?? null));
      if (field === undefined) return null;
      return { field, found: String(after[field] ?? '-'), expected: String(before[field] ?? '-') };
    },
  };
}
