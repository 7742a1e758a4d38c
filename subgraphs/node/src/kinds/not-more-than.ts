import type { RecordValues, RowProblem } from '@onenx/schema';

type Check = (values: RecordValues) => RowProblem | null;

/** The check that parts of a number are not more than the whole; what is not known is not compared. */
export function notMoreThan(whole: string, parts: readonly string[]): Check {
  return (values) => {
    const expected = values[whole];
    if (typeof expected !== 'number') return null;
    for (const field of parts) {
      const found = values[field];
      if (typeof found === 'number' && found > expected) {
        return { code: 'NUMERATOR_EXCEEDS', field, params: { measure: field, found, expected } };
      }
    }
    return null;
  };
}

/** The first problem that one of several checks finds. */
export function firstProblem(...checks: readonly Check[]): Check {
  return (values) => {
    for (const check of checks) {
      const problem = check(values);
      if (problem !== null) return problem;
    }
    return null;
  };
}
