import type { RecordValues, RuleInput } from '@onenx/schema';

interface Asked extends Partial<Omit<RuleInput, 'parameter'>> {
  readonly after: RecordValues;
  /** The legal parameters in force, by name; one that is not there is a mistake of the rule. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** What a rule or a workflow's `sets` is asked with. */
export function ruleInput({ parameters = {}, ...asked }: Asked): RuleInput {
  return {
    before: null,
    today: '2025-06-30',
    related: {},
    parameter: (name) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`no parameter ${name}`);
      return value;
    },
    ...asked,
  };
}
