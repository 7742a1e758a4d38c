import { renderError, type Broken, type ErrorCode, type ErrorParams, type Language, type Rule } from '@onenx/schema';

/** The rule that a problem comes from, for the reader to look up. */
export interface RuleRef {
  readonly code: string;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Why a change was refused, or what its author should know: data of the answer, not an error. */
export interface Problem {
  readonly code: ErrorCode;
  readonly severity: 'ERROR' | 'WARNING';
  readonly message: Readonly<Record<Language, string>>;
  /** The way to the field in the mutation's input. */
  readonly field: readonly string[] | null;
  readonly rule: RuleRef | null;
}

/** What stands for a personal value. */
export const MASKED = '***';

export function problemOf(code: ErrorCode, params: ErrorParams, field: readonly string[] | null = null): Problem {
  const message = { zh: renderError(code, params, 'zh'), en: renderError(code, params, 'en') };
  return { code, severity: 'ERROR', message, field, rule: null };
}

/** A broken rule as a problem: the rule's own sentence in each language, what was found and what was expected. */
export function brokenRule(rule: Rule, { found, expected }: Broken, field: readonly string[] | null): Problem {
  const text = (language: Language): string =>
    renderError(
      'RULE_BROKEN',
      { rule: rule.code, text: rule[language], source: rule.source, found, expected },
      language,
    );
  return {
    code: 'RULE_BROKEN',
    severity: rule.severity ?? 'ERROR',
    message: { zh: text('zh'), en: text('en') },
    field,
    rule: { code: rule.code, source: rule.source, confirmed: rule.unconfirmed !== true },
  };
}

export function refuses(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'ERROR');
}
