import { OneNXError, type LegalParameters, type RecordValues, type Rule, type RuleInput } from '@onenx/schema';
import { pathTo, type Move } from './move.js';
import { brokenRule, MASKED, problemOf, type Problem } from './problem.js';
import type { RelatedOf } from './related.js';

interface Asked {
  readonly before: RecordValues | null;
  readonly after: RecordValues;
  readonly today: string;
  readonly parameters: LegalParameters;
  readonly related: RelatedOf;
}

/** What a rule or a workflow's `sets` sees of a change. */
export function ruleInput({ before, after, today, parameters, related }: Asked, needs: Rule['needs'] = {}): RuleInput {
  return {
    before,
    after,
    today,
    related: Object.fromEntries(Object.entries(needs).map(([name, of]) => [name, related(of)])),
    parameter: (name) => parameters.value(name, String(after['place']), today),
  };
}

/** The problems that the move's rules find; a rule whose parameter is not in force refuses, for it cannot be asked. */
export function checkRules(move: Move, asked: Asked): Problem[] {
  const { rules, kind } = move;
  return rules.flatMap((rule) => {
    try {
      const broken = rule.check(ruleInput(asked, rule.needs));
      if (broken === null) return [];
      const { field } = broken;
      const personal = field !== undefined && kind.fields[field]?.personal === true;
      const told = personal ? { ...broken, found: MASKED } : broken;
      return [brokenRule(rule, told, field === undefined ? null : pathTo(move, field))];
    } catch (error) {
      if (!(error instanceof OneNXError)) throw error;
      return [problemOf(error.code, error.params)];
    }
  });
}
