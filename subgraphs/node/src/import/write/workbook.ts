import { OneNXError } from '@onenx/schema';
import writeWorkbook from 'write-excel-file/node';

export interface Sheet {
  readonly title: string;
  /** The first one is the heading, which stays in view. */
  readonly rows: readonly (readonly string[])[];
}

/** What the format allows in a cell; spreadsheets call a file with more broken. */
const LONGEST_CELL = 32_767;

/** An Excel workbook whose cells are all text, so that no digit of a code and no zero before one is lost. @throws FILE_TOO_LARGE */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ title, rows }) => ({
    sheet: title,
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((text) => ({ width: Math.max(12, text.length * 2) })),
    data: rows.map((row, i) => row.map((text) => textCell(text, i === 0))),
  }));
  return writeWorkbook(written).toBuffer();
}

function textCell(text: string, isHeading: boolean) {
  if (text === '') return null;
  if (text.length > LONGEST_CELL)
    throw new OneNXError('FILE_TOO_LARGE', { found: `cell: ${text.length}`, expected: `${LONGEST_CELL}` });
  const cell = { value: escaped(text), type: String };
  return isHeading ? { ...cell, fontWeight: 'bold' as const } : cell;
}

/**
 * The library looks strings up among the properties of an object, where it takes `constructor` and its like for known ones:
 * those are written with their first character escaped.
 */
function keptApart(text: string): string {
  return text in Object.prototype ? escapeOf(text.charAt(0)) + text.slice(1) : text;
}

/** XML has no control characters: the format writes them as `_xHHHH_`, and a text that looks like that with `_x005F_` before. */
function escaped(text: string): string {
  const plain = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, escapeOf);
  return keptApart(plain);
}

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
