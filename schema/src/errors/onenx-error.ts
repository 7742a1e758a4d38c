import { errorCatalogue, type ErrorCode } from './catalogue.js';
import type { ErrorCategory } from './error-definition.js';

export type Language = 'zh' | 'en';
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error of the catalogue. Its message is rendered where the caller's language is known; `message` itself is English. */
export class OneNXError extends Error {
  override readonly name = 'OneNXError';
  readonly extensions: { code: ErrorCode; category: ErrorCategory; params: ErrorParams };

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(renderError(code, params, 'en'), options);
    this.extensions = { code, category: errorCatalogue[code].category, params };
  }
}

/** Long or odd input is shortened, so that an error never carries a whole document back. */
function show(value: string | number | undefined): string {
  const text = String(value ?? '');
  return text.length > 200 ? `${text.slice(0, 197)}…` : text;
}

/** The catalogued message of `code` in `language`, its parameters filled in. */
export function renderError(code: ErrorCode, params: ErrorParams, language: Language): string {
  return errorCatalogue[code][language].replace(/\{\{|\}\}|\{(\w+)\}/g, (match, name: string | undefined) =>
    name === undefined ? match.charAt(0) : show(params[name]),
  );
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/** The language of an Accept-Language header: English where it is preferred, else Chinese. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => entry.trim().split(';q='))
    .map(([tag = '', quality = '1']) => ({ tag: tag.toLowerCase(), quality: Number(quality) || 0 }))
    .sort((a, b) => b.quality - a.quality);
  const first = ranked.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'));
  return first?.tag.startsWith('en') ? 'en' : 'zh';
}
