import type { AnswerError } from './answer.js';

/** Differences that an operation by hand shows, and why ours is as it is; docs/gateway-differences.md has all of them. */
export const differences = {
  'required-arguments':
    'A field that is required with arguments is required with these, whatever the client asks of it.',
  'alias-of-key': 'An alias that is the name of a key or of a requirement changes neither.',
} as const;

export type DifferenceName = keyof typeof differences;

/**
 * Whether a null that Apollo tells of in `valueCompletion`, which is beside `errors`, needs no error of ours: a value or an
 * object that clients cannot see is a null like any other, and an entity that its subgraph does not have is not there.
 */
export function isKnownNull({ message }: AnswerError, { hasAbsent = false }): boolean {
  const isHidden = /^Invalid (value|__typename) found for /.test(message);
  return isHidden || (hasAbsent && message.startsWith('Cannot return null for non-nullable field '));
}
