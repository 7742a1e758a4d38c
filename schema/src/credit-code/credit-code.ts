import { halfWidth } from '../division/half-width.js';
import { OneNXError } from '../errors/onenx-error.js';
import { bodyCheckCharacter, codeCheckCharacter, CREDIT_CODE_ALPHABET } from './check-character.js';
import { findExemption } from './exemptions.js';
import { CIVIL_AFFAIRS_PREFIXES, classStanding, DEPARTMENTS, isDepartment } from './registering-department.js';

/** Why an accepted code deserves a second look. */
export type CreditCodeWarningKind = 'CLASS_UNLISTED' | 'CLASS_UNVERIFIED' | 'EXEMPTED';

/** Something to report beside an accepted code; it never stops a record. */
export interface CreditCodeWarning {
  readonly kind: CreditCodeWarningKind;
  /** The characters in question, or the whole code of an exemption. */
  readonly found: string;
  /** For an exemption, which check fails and who vouches for the code. */
  readonly reason?: string;
}

export interface CheckedCreditCode {
  /** The code, normalised. */
  readonly code: string;
  readonly warnings: CreditCodeWarning[];
}

const LENGTH = 18;
const WELL_FORMED = new RegExp(`^[${CREDIT_CODE_ALPHABET}]*$`);
/** Spaces, the hyphens of the keyboard and those of word processors. */
const SEPARATORS = /[\s\u2010-\u2015\u2212-]/g;
/** The letters that the alphabet leaves out, and what each is mistaken for. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['I', '1'],
  ['S', '5'],
  ['V', 'U'],
  ['Z', '2'],
];
/** A GB/T 2260 code: province, its prefecture, its county; 00 where the authority is of the level above (100000: the ministry). */
const AUTHORITY = /^[1-8]\d(?:0000|(?!00)\d{4})$/;
/**
 * How the body of every generated record's code begins. No standard sets a range aside: bodies issued by civil affairs since
 * 2015 begin with MJ and older ones mostly with digits, and here YYYY is never taken for a real body.
 */
const RESERVED_BODY = 'YYYY';

/** Upper case, half-width, without spaces and hyphens. Says nothing about validity. */
export function normaliseCreditCode(input: string): string {
  return halfWidth(input).replace(SEPARATORS, '').toUpperCase();
}

/**
 * Checks a unified social credit code (GB 32100-2015): characters, registering department and class, the authority's division
 * code, both check characters. Throws CREDIT_CODE_MALFORMED, CREDIT_CODE_DEPARTMENT or CREDIT_CODE_CHECK_DIGIT; a code of the
 * exemption list is accepted with a warning.
 */
export function checkCreditCode(input: unknown): CheckedCreditCode {
  if (typeof input !== 'string') throw malformed('', `${typeof input} ≠ string`);
  const code = normaliseCreditCode(input);
  expectShape(code);
  const exemption = findExemption(code);
  if (exemption) return { code, warnings: [{ kind: 'EXEMPTED', found: code, reason: explain(exemption) }] };
  const warnings = checkDepartment(code);
  expectAuthority(code);
  expectCheckCharacter(code, 17, bodyCheckCharacter(code.slice(8, 16)));
  expectCheckCharacter(code, 18, codeCheckCharacter(code.slice(0, 17)));
  return { code, warnings };
}

function explain({ reason, source }: { reason: string; source: string }): string {
  return `${reason} ${source}`;
}

/** A hint names the letters to replace, as `O→0`, which reads the same in both languages. */
function expectShape(code: string): void {
  const hints = MISREAD.filter(([letter]) => code.includes(letter)).map(([letter, meant]) => `${letter}→${meant}`);
  if (code.length !== LENGTH || !WELL_FORMED.test(code)) throw malformed(code, hints.join(', '));
}

function malformed(code: string, hint: string): OneNXError {
  return new OneNXError('CREDIT_CODE_MALFORMED', { length: code.length, hint });
}

function checkDepartment(code: string): CreditCodeWarning[] {
  const [department = '', classCode = ''] = code;
  const found = department + classCode;
  if (!isDepartment(department)) throw new OneNXError('CREDIT_CODE_DEPARTMENT', { found, expected: DEPARTMENTS });
  const standing = classStanding(department, classCode);
  if (standing === 'REFUSED')
    throw new OneNXError('CREDIT_CODE_DEPARTMENT', { found, expected: CIVIL_AFFAIRS_PREFIXES });
  return standing === 'LISTED' ? [] : [{ kind: `CLASS_${standing}`, found }];
}

function expectAuthority(code: string): void {
  const authority = code.slice(2, 8);
  if (!AUTHORITY.test(authority)) throw malformed(code, `3-8: ${authority} ≠ GB/T 2260`);
}

function expectCheckCharacter(code: string, position: 17 | 18, expected: string): void {
  const found = code.charAt(position - 1);
  if (found !== expected) throw new OneNXError('CREDIT_CODE_CHECK_DIGIT', { position, found, expected });
}

/**
 * The valid code of a department, class and six-digit authority (`first8`, such as 52310105) with an eight-character body.
 * Throws as `checkCreditCode` does when those parts cannot make one.
 */
export function withCheckDigits(first8: string, body8: string): string {
  const first16 = normaliseCreditCode(first8 + body8);
  expectShape(`${first16}00`);
  const first17 = first16 + bodyCheckCharacter(first16.slice(8));
  return checkCreditCode(first17 + codeCheckCharacter(first17)).code;
}

/** Whether the body of a code lies in the range kept for generated records, which no real body is taken from. */
export function creditCodeBodyReserved(code: string): boolean {
  return normaliseCreditCode(code).startsWith(RESERVED_BODY, 8);
}
