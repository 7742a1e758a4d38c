import { readFileSync } from 'node:fs';
import type { Broken, RecordValues, Rule, RuleInput, WorkflowDefinition } from '@onenx/schema';

const FILE = new URL('../../node/data/legal-parameters.csv', import.meta.url);

/** The parameters that come with the software; of a name with several rows the last. */
const shipped = new Map(
  readFileSync(FILE, 'utf8')
    .split('\n')
    .map((line) => line.split(',', 3))
    .map(([name = '', , value]) => [name, Number(value)]),
);

/** A shipped legal parameter. @throws Error where none has the name: a mistake of the rule. */
export function parameter(name: string): number {
  const value = shipped.get(name);
  if (value === undefined) throw new Error(`no parameter ${name}`);
  return value;
}

type Asked = Partial<RuleInput> & { readonly after: RecordValues };

/** What a rule or a workflow's `sets` is asked with. */
export function ruleInput(asked: Asked): RuleInput {
  return { before: null, today: '2026-06-30', related: {}, parameter, ...asked };
}

/** What breaks the rule of a code; null when it is kept. @throws Error where there is no such rule. */
export function broken(rules: readonly Rule[], code: string, asked: Asked): Broken | null {
  const rule = rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule.check(ruleInput(asked));
}

/** What an action sets beside what it takes and stamps. */
export function setBy({ actions }: WorkflowDefinition, action: string, asked: Asked): RecordValues {
  const sets = actions[action]?.sets;
  if (sets === undefined) throw new Error(`${action} sets nothing`);
  return sets(ruleInput(asked));
}
