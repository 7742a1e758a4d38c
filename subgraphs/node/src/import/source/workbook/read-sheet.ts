import { readFile, stat } from 'node:fs/promises';
import { readSheet as readSheetOf } from 'read-excel-file/universal';
import { OneNXError } from '@onenx/schema';
import type { Cell } from '../source-row.js';
import { sheetCell, sheetNumber } from './sheet-cell.js';
import { zipFault } from './unpacked-size.js';

const MIB = 1024 * 1024;

/** A workbook is held in memory whole: larger tables are for CSV. */
const MOST_WORKBOOK_BYTES = 32 * MIB;
const MOST_UNPACKED_BYTES = 256 * MIB;

/**
 * The rows of a workbook's first sheet, from its first row on; formulas by their value. @throws FILE_TOO_LARGE,
 * FILE_NOT_WORKBOOK
 */
export async function readSheet(path: string): Promise<readonly (readonly Cell[])[]> {
  const { size } = await stat(path);
  if (size > MOST_WORKBOOK_BYTES) throw tooLarge(`${size} B`, MOST_WORKBOOK_BYTES);
  const archive = await readFile(path);
  const fault = await zipFault(archive, MOST_UNPACKED_BYTES);
  if (fault === 'TOO_LARGE') throw tooLarge('unpacked > limit', MOST_UNPACKED_BYTES);
  if (fault === 'BROKEN') throw new OneNXError('FILE_NOT_WORKBOOK', { found: '≠ ZIP' });
  try {
    const options = { trim: false, parseNumber: sheetNumber };
    const rows: readonly (readonly unknown[])[] = await readSheetOf(new Blob([archive]), options);
    return rows.map((row) => row.map(sheetCell));
  } catch (cause) {
    throw new OneNXError('FILE_NOT_WORKBOOK', { found: reasonOf(cause) }, { cause });
  }
}

function tooLarge(found: string, limit: number): OneNXError {
  return new OneNXError('FILE_TOO_LARGE', { found, expected: `${limit / MIB} MiB` });
}

/** The library's name of the fault; its message may tell of the content. */
function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unreadable';
}
