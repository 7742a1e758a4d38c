import { preferredLanguage, renderError, type OneNXError } from '@onenx/schema';

/** The body of an answer that is one error, in the caller's language. */
export function errorBody({ extensions }: OneNXError, headers: { readonly 'accept-language'?: string }): string {
  const { code, category, params } = extensions;
  const message = renderError(code, params, preferredLanguage(headers['accept-language']));
  return JSON.stringify({ errors: [{ message, extensions: { code, category } }] });
}
