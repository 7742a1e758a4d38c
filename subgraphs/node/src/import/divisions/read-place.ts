import {
  codeLevel,
  levelLabel,
  LEVELS,
  OneNXError,
  parentCode,
  parseDivisionCode,
  placeKind,
  placeLevel,
  type Level,
  type PlaceVersion,
} from '@onenx/schema';
import { rowReport, type RowReport } from '../rows/row-report.js';
import type { ReadRow, RowValues } from '../rows/row-reader.js';

/** The place that a row says, or what is wrong with it. */
export function readPlace(row: ReadRow, validFrom: string | undefined): PlaceVersion | RowReport {
  const { values, line } = row;
  try {
    return placeOf(values, validFrom);
  } catch (error) {
    if (error instanceof OneNXError) return rowReport({ line, column: '' }, error.code, error.params);
    throw error;
  }
}

function placeOf(values: RowValues, firstDay: string | undefined): PlaceVersion {
  const code = String(values['code']);
  const level = placeLevel(code);
  expectSaid(values['level'], { code, level });
  const validFrom = values['validFrom'] ?? firstDay;
  if (typeof validFrom !== 'string')
    throw new OneNXError('VALUE_REQUIRED', { field: 'validFrom', expected: 'YYYY-MM-DD' });
  const validTo = values['validTo'] ?? null;
  return {
    code,
    name: String(values['name']),
    level,
    kind: placeKind(code),
    parent: parentOf(code, values['parent']),
    validFrom,
    validTo: validTo === null ? null : String(validTo),
    predecessors: codes(values['predecessors']),
    synthetic: values['synthetic'] === true,
  };
}

function expectSaid(said: RowValues[string], { code, level }: { code: string; level: Level }): void {
  if (said === undefined || said === null) return;
  const text = String(said).toLowerCase();
  const expected = LEVELS.find((one) =>
    [one.toLowerCase(), levelLabel(one, 'zh'), levelLabel(one, 'en')].includes(text),
  );
  if (expected === level) return;
  throw new OneNXError('DIVISION_CODE_LEVEL', { found: code, foundLevel: level, expected: expected ?? String(said) });
}

/** The parent that is said, or else the one that the digits say; provinces and prefectures are not places of the tree. */
function parentOf(code: string, said: RowValues[string]): string | null {
  const parent = typeof said === 'string' ? said : parentCode(code);
  if (parent === null) return null;
  const level = codeLevel(parent);
  return level === 'PROVINCE' || level === 'PREFECTURE' ? null : parent;
}

/** Codes are separated by spaces; sorted, since their order says nothing. */
function codes(text: RowValues[string]): string[] {
  const words = typeof text === 'string' ? text.split(/[\s,;、]+/).filter((word) => word !== '') : [];
  return [...new Set(words.map(parseDivisionCode))].sort();
}
