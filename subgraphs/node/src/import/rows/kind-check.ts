import type { KindDefinition, RecordValues } from '@onenx/schema';
import { rowReport } from './row-report.js';
import type { RowReader } from './row-reader.js';

/** Adds the kind's own check to what is asked of a row whose cells are all in order. */
export function withKindCheck(kind: KindDefinition, read: RowReader): RowReader {
  const { check } = kind;
  if (!check) return read;
  return (source) => {
    const row = read(source);
    const problem = row.problems.length === 0 ? check(row.values as RecordValues) : null;
    if (problem === null) return row;
    const fault = { line: row.line, column: problem.field, personal: kind.fields[problem.field]?.personal };
    return { ...row, problems: [rowReport(fault, problem.code, problem.params)] };
  };
}
