import type { Rule } from '@onenx/schema';
import type { RuleText } from './common-rules.js';

interface Reference {
  /** The field that holds the number. */
  readonly field: string;
  readonly kind: string;
  /** The field of that kind which it names. */
  readonly theirs: string;
}

/** A number of another record that the same node keeps; an empty field is for `present` to refuse. */
export function refersTo({ field, kind, theirs }: Reference, text: RuleText): Rule {
  return {
    ...text,
    needs: { named: { kind, match: { [theirs]: field } } },
    check: ({ after, related }) => {
      const found = after[field];
      if (typeof found !== 'string' || (related['named'] ?? []).length > 0) return null;
      return { field, found, expected: `${kind}.${theirs}` };
    },
  };
}
