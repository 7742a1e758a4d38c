import { OneNXError } from '../errors/onenx-error.js';
import { halfWidth } from './half-width.js';
import type { Level, PlaceKind } from './level.js';

/** A division code of 12 digits: 6 of GB/T 2260, 3 of GB/T 10114, 3 of the statistics bureau (NBS). */
export type DivisionCode = string;

/** What a code can stand for; province and prefecture have codes, but no nodes. */
export type CodeLevel = 'PROVINCE' | 'PREFECTURE' | Level;

const CODE_DIGITS = 12;
const SHORT_FORM = /^[1-9]\d(?:\d{4}|\d{7}|\d{10})$/;
const FULL_FORM = /^[1-9]\d{11}$/;
interface Segment {
  readonly level: CodeLevel;
  readonly start: number;
  readonly end: number;
}

/** The segments of a code, the deepest first. */
const SEGMENTS: readonly Segment[] = [
  { level: 'COMMITTEE', start: 9, end: 12 },
  { level: 'STREET', start: 6, end: 9 },
  { level: 'DISTRICT', start: 4, end: 6 },
  { level: 'PREFECTURE', start: 2, end: 4 },
  { level: 'PROVINCE', start: 0, end: 2 },
];
/** Beijing, Tianjin, Shanghai, Chongqing: no prefecture of their own, only 01 (市辖区) and 02 (县). */
const PSEUDO_PREFECTURES = /^(?:11|12|31|50)0[12]0{8}$/;

/**
 * Reads a code as people write it: 12 digits, or the 6- or 9-digit short form, which is padded with zeros; outer spaces and
 * full-width digits are mended. A number is refused. Throws DIVISION_CODE_MALFORMED.
 */
export function parseDivisionCode(input: unknown): DivisionCode {
  const digits = typeof input === 'string' ? halfWidth(input) : '';
  if (!SHORT_FORM.test(digits)) throw new OneNXError('DIVISION_CODE_MALFORMED', { found: describe(input) });
  return digits.padEnd(CODE_DIGITS, '0');
}

function describe(input: unknown): string {
  if (typeof input === 'string') return input;
  return typeof input === 'number' ? `number ${input}` : typeof input;
}

/** Whether `s` is a code in its parsed form of 12 digits; a short form is not. */
export function isDivisionCode(s: unknown): s is DivisionCode {
  return typeof s === 'string' && FULL_FORM.test(s);
}

/** The level of a code, told by its trailing zeros. */
export function codeLevel(code: DivisionCode): CodeLevel {
  return deepestSegment(code).level;
}

/** The significant digits of a code: 2, 4, 6, 9 or 12 of them. Codes under it begin with them, within one edition. */
export function prefixOf(code: DivisionCode): string {
  return code.slice(0, deepestSegment(code).end);
}

/** The last segment that is not all zeros: the one that names the place. */
function deepestSegment(code: DivisionCode): Segment {
  const segment = SEGMENTS.find(({ start, end }) => Number(code.slice(start, end)) > 0);
  if (!segment) throw new OneNXError('DIVISION_CODE_MALFORMED', { found: code });
  return segment;
}

/** The level of the place that a code names. Throws DIVISION_CODE_LEVEL for a province or prefecture. */
export function placeLevel(code: DivisionCode): Level {
  const level = codeLevel(code);
  if (level === 'PROVINCE' || level === 'PREFECTURE') throw wrongLevel(code, 'DISTRICT, STREET, COMMITTEE');
  return level;
}

/** Throws DIVISION_CODE_LEVEL unless `code` is of `level`. */
export function expectLevel(code: DivisionCode, level: Level): void {
  if (codeLevel(code) !== level) throw wrongLevel(code, level);
}

function wrongLevel(code: DivisionCode, expected: string): OneNXError {
  return new OneNXError('DIVISION_CODE_LEVEL', { found: code, foundLevel: codeLevel(code), expected });
}

/**
 * The kind that a code's own segment says: GB/T 10114 for streets and towns, the NBS ranges for committees. A segment outside
 * the ranges (they exist in published lists) is a pseudo unit. Throws DIVISION_CODE_LEVEL for a province or prefecture.
 */
export function placeKind(code: DivisionCode): PlaceKind {
  const level = placeLevel(code);
  if (level === 'DISTRICT') return 'DISTRICT';
  return level === 'STREET' ? streetKind(Number(code.slice(6, 9))) : committeeKind(Number(code.slice(9, 12)));
}

function streetKind(segment: number): PlaceKind {
  if (segment < 100) return 'SUBDISTRICT';
  if (segment < 200) return 'TOWN';
  return segment < 400 ? 'TOWNSHIP' : 'PSEUDO_STREET';
}

function committeeKind(segment: number): PlaceKind {
  if (segment < 200) return 'RESIDENTS_COMMITTEE';
  return segment < 400 ? 'VILLAGERS_COMMITTEE' : 'PSEUDO_COMMITTEE';
}

/**
 * The code one segment up, null for a province. A district of a municipality lies in a pseudo prefecture (310105 in 3101);
 * a street of a city without districts directly in its prefecture (441900003 in 4419).
 */
export function parentCode(code: DivisionCode): DivisionCode | null {
  const { start } = deepestSegment(code);
  return start === 0 ? null : code.slice(0, start).padEnd(CODE_DIGITS, '0');
}

/** Whether a code is the 市辖区 (01) or 县 (02) prefecture of a municipality, which names no authority. */
export function isPseudoPrefecture(code: DivisionCode): boolean {
  return PSEUDO_PREFECTURES.test(code);
}

/** How many digits of a code tell places of `level` apart. */
export function prefixLength(level: Level): 6 | 9 | 12 {
  if (level === 'DISTRICT') return 6;
  return level === 'STREET' ? 9 : 12;
}

/** The code itself or its ancestor of `level`; null when the code is above that level, or has no ancestor of it. */
export function codeAtLevel(code: DivisionCode, level: Level): DivisionCode | null {
  const ancestor = code.slice(0, prefixLength(level)).padEnd(CODE_DIGITS, '0');
  return codeLevel(ancestor) === level ? ancestor : null;
}

/** Whether `inner` is `outer` or, by its digits, a part of it. True of places only within one edition of the divisions. */
export function contains(outer: DivisionCode, inner: DivisionCode): boolean {
  return inner.startsWith(prefixOf(outer));
}
