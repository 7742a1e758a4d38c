import type { RecordValues, RowProblem } from '@onenx/schema';

/** The check that what has ended did not end before it began. */
export function endsAfter(from: string, to: string): (values: RecordValues) => RowProblem | null {
  return (values) => {
    const began = values[from];
    const ended = values[to];
    if (typeof began !== 'string' || typeof ended !== 'string' || ended >= began) return null;
    return { code: 'DATES_REVERSED', field: to, params: { field: to, found: ended, expected: began } };
  };
}
