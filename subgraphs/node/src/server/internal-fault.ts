import { renderError, type Language } from '@onenx/schema';
import { randomUUID } from 'node:crypto';

/** An error as an answer tells it. */
export interface ToldError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly category: string };
}

/** Keeps inside what is internal: the operator finds it in the log by the number that the caller is given. */
export function internalFault(reason: string, language: Language): ToldError {
  const reference = randomUUID().slice(0, 8);
  process.stderr.write(`fault ${reference}: ${reason}\n`);
  return {
    message: renderError('INTERNAL_SERVER_ERROR', { reference }, language),
    extensions: { code: 'INTERNAL_SERVER_ERROR', category: 'INTERNAL' },
  };
}
