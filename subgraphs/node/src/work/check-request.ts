import type { ChangeInput } from './move.js';
import { isPlainText, PLAIN_TEXT, visible } from './plain-text.js';
import { problemOf, type Problem } from './problem.js';

/** A database's key may not be of any length. */
const MOST_OF_NUMBER = 500;
const MOST_OF_REASON = 1000;

/** What speaks against a change whatever it is about: its number, and the reason of a correction. */
export function requestProblems({ requestId, correction }: ChangeInput): Problem[] {
  const reason = correction ?? '';
  return [
    ...(requestId.trim() === '' || requestId.length > MOST_OF_NUMBER || !isPlainText(requestId)
      ? [invalid('requestId', requestId, `1–${MOST_OF_NUMBER} ${PLAIN_TEXT}`)]
      : []),
    ...(reason.length > MOST_OF_REASON || !isPlainText(reason)
      ? [invalid('correction', reason, `≤ ${MOST_OF_REASON} ${PLAIN_TEXT}`)]
      : []),
  ];
}

function invalid(argument: string, found: string, expected: string): Problem {
  return problemOf('ARGUMENT_INVALID', { argument, found: visible(found), expected }, ['input', argument]);
}
