import {
  checkCreditCode,
  findEntry,
  isVocabulary,
  OneNXError,
  parseDivisionCode,
  type FieldValue,
  type Vocabulary,
} from '@onenx/schema';
import { boundsOf, formatOf } from '../columns/format.js';
import type { ImportColumn } from '../columns/import-column.js';
import { CellProblem } from './cell-problem.js';
import { readDay } from './read-day.js';

/** Reads a cell that is not empty; text comes trimmed. */
export type CellReader = (cell: string | number | boolean) => FieldValue | CellProblem;

/** Why a place cannot hold a record; null when it can. */
export type PlaceCheck = (code: string) => CellProblem | null;

/** The reader of a column, made once for all rows of a file. */
export function cellReader(column: ImportColumn, checkPlace: PlaceCheck): CellReader {
  const { type } = column;
  if (type === 'place') return placeReader(checkPlace);
  if (isVocabulary(type)) return listReader(column, type);
  switch (type) {
    case 'integer':
    case 'number':
    case 'fen':
      return numberReader(column);
    case 'boolean':
      return booleanReader(column);
    case 'date':
      return (cell) =>
        readDay(String(cell)) ?? new CellProblem('DATE_INVALID', { field: column.name, found: `${cell}` });
    case 'creditCode':
      return (cell) => attempt(() => checkCreditCode(cell).code);
    default:
      return textReader(column);
  }
}

/** The reader keeps what it found of each text: a file names few places, many times. */
function placeReader(checkPlace: PlaceCheck): CellReader {
  const known = new Map<string, FieldValue | CellProblem>();
  return (cell) => {
    const seen = typeof cell === 'string' ? known.get(cell) : undefined;
    if (seen !== undefined) return seen;
    const code = attempt(() => parseDivisionCode(cell));
    const found = typeof code === 'string' ? (checkPlace(code) ?? code) : code;
    if (typeof cell === 'string' && !(found instanceof CellProblem)) known.set(cell, found);
    return found;
  };
}

function listReader({ name }: ImportColumn, vocabulary: Vocabulary): CellReader {
  const known = new Map(vocabulary.codes.map((code) => [code, code]));
  const expected = vocabulary.entries.map((entry) => `${entry.code} (${entry.zh})`).join(', ');
  return (cell) => {
    const found = String(cell);
    const code = known.get(found) ?? findEntry(vocabulary, found)?.code;
    return code ?? new CellProblem('VALUE_NOT_IN_LIST', { field: name, found, expected });
  };
}

const WHOLE = /^[+-]?\d{1,16}$/;
/** As many digits as any number of the databases has when it is written out. */
const DECIMAL = /^[+-]?\d{1,309}(?:\.\d{1,350})?$/;

/** Text is read as people write numbers, without exponent or grouping; a number of JSON is taken as it is. */
function numberReader(column: ImportColumn): CellReader {
  const { min, max } = boundsOf(column);
  const whole = column.type !== 'number';
  const pattern = whole ? WHOLE : DECIMAL;
  const expected = formatOf(column);
  return (cell) => {
    const value = typeof cell === 'string' && !pattern.test(cell) ? Number.NaN : Number(cell);
    const fits = value >= min && value <= max && (whole ? Number.isSafeInteger(value) : Number.isFinite(value));
    // Adding zero makes -0 a plain 0.
    if (fits && typeof cell !== 'boolean') return value + 0;
    return new CellProblem('NUMBER_INVALID', { field: column.name, found: String(cell), expected });
  };
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  是: true,
  否: false,
  '1': true,
  '0': false,
};

function booleanReader(column: ImportColumn): CellReader {
  const expected = formatOf(column);
  return (cell) => {
    const text = String(cell).toLowerCase();
    const value = Object.hasOwn(BOOLEANS, text) ? BOOLEANS[text] : undefined;
    return value ?? new CellProblem('VALUE_NOT_IN_LIST', { field: column.name, found: String(cell), expected });
  };
}

/** No file of text and no sheet can hold these, so that what had them could not go out and in again. */
const UNPRINTABLE = /(?![\t\n\v\f\r\x7f-\x9f])[\p{Cc}\ufffe\uffff]/u;

/** Length is counted in characters; a character outside the basic plane is one. Line ends become those of a file of ours. */
function textReader({ name, maxLength = Infinity }: ImportColumn): CellReader {
  return (cell) => {
    const given = String(cell);
    const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
    const odd = UNPRINTABLE.exec(text)?.[0];
    if (odd !== undefined) {
      const found = `U+${odd.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
      return new CellProblem('TEXT_UNPRINTABLE', { field: name, found, expected: '文本 (text)' });
    }
    if (text.length <= maxLength) return text;
    const found = Array.from(text).length;
    return found <= maxLength ? text : new CellProblem('TEXT_TOO_LONG', { field: name, found, expected: maxLength });
  };
}

function attempt(read: () => string): string | CellProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof OneNXError) return new CellProblem(error.code, error.params);
    throw error;
  }
}
