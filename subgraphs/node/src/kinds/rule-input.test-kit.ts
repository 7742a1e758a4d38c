import type { Broken, RecordValues, Rule, RuleInput, WorkflowDefinition } from '@onenx/schema';
import { shippedParameters } from '../parameters/shipped-parameters.js';

const TODAY = '2026-06-30';
const PLACE = '310105000000';

/** A shipped legal parameter as it is in force in Changning. @throws PARAMETER_UNKNOWN: a mistake of the rule */
export function parameter(name: string): number {
  return shippedParameters().value(name, PLACE, TODAY);
}

interface Asked extends Partial<RuleInput> {
  readonly after: RecordValues;
  /** Legal parameters of the test's own, by name, in place of the shipped ones. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** What a rule or a workflow's `sets` is asked with. */
export function ruleInput({ parameters, ...asked }: Asked): RuleInput {
  const own = (name: string): number => {
    const value = parameters?.[name];
    if (value === undefined) throw new Error(`no parameter ${name}`);
    return value;
  };
  return { before: null, today: TODAY, related: {}, parameter: parameters ? own : parameter, ...asked };
}

/** What breaks the rule of a code; null when it is kept. @throws Error where there is no such rule */
export function broken(rules: readonly Rule[], code: string, asked: Asked): Broken | null {
  const rule = rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule.check(ruleInput(asked));
}

/** What breaks the rule of a code among those of an action. @throws Error where there is no such rule */
export function brokenBy(
  { actions }: WorkflowDefinition,
  action: string,
  [code, asked]: [string, Asked],
): Broken | null {
  return broken(actions[action]?.rules ?? [], code, asked);
}

/** What an action sets beside what it takes and stamps. @throws Error where it sets nothing */
export function setBy({ actions }: WorkflowDefinition, action: string, asked: Asked): RecordValues {
  const sets = actions[action]?.sets;
  if (sets === undefined) throw new Error(`${action} sets nothing`);
  return sets(ruleInput(asked));
}

export function isBroken(rule: Rule, asked: Asked): boolean {
  return rule.check(ruleInput(asked)) !== null;
}
