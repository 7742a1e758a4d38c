import type { Condition } from '@onenx/schema';

/** A condition as the formula of a measure says it. */
export function conditionText(condition: Condition): string {
  if ('and' in condition) return condition.and.map(conditionText).join(' and ');
  if ('or' in condition) return `(${condition.or.map(conditionText).join(' or ')})`;
  if ('not' in condition) return `not (${conditionText(condition.not)})`;
  if ('notAfter' in condition) return `${condition.field} ≤ ${condition.notAfter}`;
  if ('passed' in condition) return `${condition.field} before the day of the question`;
  if ('isNull' in condition) return `${condition.field} is ${condition.isNull ? '' : 'not '}empty`;
  return `${condition.field} is ${condition.in.join(' or ')}`;
}
