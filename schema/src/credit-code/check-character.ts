/** The characters of a credit code: digits and capital letters without I, O, S, V, Z (GB 32100-2015). A character's value is its place. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Position 17: the check character of an organization code's 8-character body (GB 11714, modulo 11, letters A=10 to Z=35). */
export function bodyCheckCharacter(body8: string): string {
  const check = 11 - (weightedSum(body8, BODY_WEIGHTS, (char) => Number.parseInt(char, 36)) % 11);
  if (check === 11) return '0';
  return check === 10 ? 'X' : String(check);
}

/** Position 18: the check character over the first 17 characters (GB 32100-2015, modulo 31, weights the powers of 3). */
export function codeCheckCharacter(first17: string): string {
  const sum = weightedSum(first17, CODE_WEIGHTS, (char) => CREDIT_CODE_ALPHABET.indexOf(char));
  return CREDIT_CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function weightedSum(text: string, weights: readonly number[], valueOf: (char: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(text.charAt(index)), 0);
}
