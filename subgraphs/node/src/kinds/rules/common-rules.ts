import type { Rule } from '@onenx/schema';

export type RuleText = Pick<Rule, 'code' | 'zh' | 'en' | 'source' | 'unconfirmed' | 'severity'>;

/** A field that is not empty. What is found is never told: it may be personal. */
export function present(field: string, text: RuleText): Rule {
  return {
    ...text,
    check: ({ after }) => {
      const value = after[field];
      return value === null || value === undefined || value === '' ? { field, found: '-', expected: field } : null;
    },
  };
}

/** A number that is at least a legal parameter; an empty field is for `present` to refuse. */
export function atLeast(field: string, parameter: string, text: RuleText): Rule {
  return compared(field, parameter, { text, keeps: (found, limit) => found >= limit, sign: '≥' });
}

/** A number that is at most a legal parameter. */
export function atMost(field: string, parameter: string, text: RuleText): Rule {
  return compared(field, parameter, { text, keeps: (found, limit) => found <= limit, sign: '≤' });
}

interface Comparison {
  readonly text: RuleText;
  readonly keeps: (found: number, limit: number) => boolean;
  readonly sign: string;
}

function compared(field: string, parameter: string, { text, keeps, sign }: Comparison): Rule {
  return {
    ...text,
    check: (input) => {
      const found = input.after[field];
      if (typeof found !== 'number') return null;
      const limit = input.parameter(parameter);
      return keeps(found, limit) ? null : { field, found, expected: `${sign} ${limit}` };
    },
  };
}

/** A transfer is accepted once: by one record of the kind. */
export function acceptedOnce(kind: string): Rule {
  return {
    code: `${kind.replace(/(?<!^)[A-Z]/g, '_$&').toUpperCase()}_ACCEPTED_ONCE`,
    zh: '一项转接只能由一条记录接收',
    en: 'A transfer is accepted by one record',
    source: 'OneNX: transfers between nodes',
    needs: { accepted: { kind, match: { acceptedTransferId: 'acceptedTransferId' } } },
    check: ({ before, after, related }) => {
      const other = related['accepted']?.find(({ id }) => id !== before?.['id']);
      const field = 'acceptedTransferId';
      return other === undefined ? null : { field, found: String(after[field]), expected: String(other['id']) };
    },
  };
}
