export type ErrorCategory = 'BAD_USER_INPUT' | 'CONFLICT' | 'FORBIDDEN' | 'UNAVAILABLE' | 'INTERNAL';

/** A message in each language; `{name}` stands for a parameter, `{{` and `}}` for the braces themselves. */
export interface ErrorDefinition {
  readonly category: ErrorCategory;
  readonly en: string;
  readonly zh: string;
}
