import { withCheckDigits } from '@onenx/schema';

/** Characters of a credit code that are digits in every base: enough for ten thousand bodies, and easy to read. */
const SEQUENCE_DIGITS = 4;
/** The range of organization-code bodies that OneNX keeps for generated records; see `creditCodeBodyReserved`. */
const RESERVED_BODY = 'YYYY';
const CHANGNING = '310105';

/** Valid unified social credit codes of bodies that do not exist: each one of the reserved range, and none twice. */
export class CreditCodes {
  private used = 0;

  /** The next code of a department and class, such as 52 (民办非企业单位) or 91 (企业). */
  next(departmentAndClass: string): string {
    this.used += 1;
    const sequence = String(this.used).padStart(SEQUENCE_DIGITS, '0');
    return withCheckDigits(departmentAndClass + CHANGNING, RESERVED_BODY + sequence);
  }
}
