import { OneNXError } from '@onenx/schema';

/** A parameter of the query that is one of a list; the first where it is left out. @throws ARGUMENT_INVALID */
export function oneOf<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const given = query.get(name) ?? choices[0];
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  throw new OneNXError('ARGUMENT_INVALID', { argument: name, found: given, expected: choices.join(', ') });
}

/** A parameter of the query that has to be there. @throws ARGUMENT_INVALID */
export function required(query: URLSearchParams, name: string, expected: string): string {
  const given = query.get(name)?.trim() ?? '';
  if (given === '') throw new OneNXError('ARGUMENT_INVALID', { argument: name, found: '-', expected });
  return given;
}
