import type { FieldValue, KindDefinition } from '@onenx/schema';
import { formatOf } from '../import/columns/format.js';
import { columnsOf, type ImportColumn } from '../import/columns/import-column.js';
import { CellProblem } from '../import/rows/cell-problem.js';
import { cellReader, type CellReader, type PlaceCheck } from '../import/rows/cell-reader.js';
import { MASKED, problemOf, type Problem } from './problem.js';
import { isPlainText, PLAIN_TEXT, visible } from './plain-text.js';

/** The fields that a caller gave, read by the same rules as the cells of an import. */
export interface ReadFields {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly problems: readonly Problem[];
}

interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where they stand in the mutation's input: `['input', 'team']`. */
  readonly path: readonly string[];
  readonly checkPlace: PlaceCheck;
}

/** Null clears an optional field; what is not given is not touched. A personal value is never told back. */
export function readFields(kind: KindDefinition, { values, path, checkPlace }: Given): ReadFields {
  const read: Record<string, FieldValue> = {};
  const problems: Problem[] = [];
  for (const column of columnsOf(kind)) {
    const given = values[column.name];
    if (given === undefined) continue;
    const value = readOne(column, given, cellReader(column, checkPlace));
    if (value instanceof CellProblem) problems.push(problemAt(column, value, path));
    else read[column.name] = value;
  }
  return { values: read, problems };
}

function readOne(column: ImportColumn, raw: unknown, read: CellReader): FieldValue | CellProblem {
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (given === null || given === '') {
    if (!column.required && column.initial === undefined) return null;
    return new CellProblem('VALUE_REQUIRED', { field: column.name, found: '', expected: formatOf(column) });
  }
  if (typeof given === 'string' && !isPlainText(given))
    return new CellProblem('ARGUMENT_INVALID', { argument: column.name, found: visible(given), expected: PLAIN_TEXT });
  return read(given as string | number | boolean);
}

function problemAt({ name, personal }: ImportColumn, { code, params }: CellProblem, path: readonly string[]): Problem {
  return problemOf(
    code,
    personal ? { ...params, found: MASKED } : params,
    name === 'place' ? ['input', 'place'] : [...path, name],
  );
}

/** The required fields of a new record that nobody gave. */
export function missingFields(
  kind: KindDefinition,
  values: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Problem[] {
  return columnsOf(kind)
    .filter(({ name, required }) => required && (values[name] ?? null) === null)
    .map((column) =>
      problemOf(
        'VALUE_REQUIRED',
        { field: column.name, found: '', expected: formatOf(column) },
        column.name === 'place' ? ['input', 'place'] : [...path, column.name],
      ),
    );
}
