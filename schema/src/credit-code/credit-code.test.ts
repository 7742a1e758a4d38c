import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OneNXError } from '../errors/onenx-error.js';
import { CREDIT_CODE_ALPHABET } from './check-character.js';
import { checkCreditCode, creditCodeBodyReserved, normaliseCreditCode, withCheckDigits } from './credit-code.js';
import { CREDIT_CODE_EXEMPTIONS } from './exemptions.js';

const ASSOCIATION = '51310105MJ1408912M';
const VALID = [ASSOCIATION, '52310105MJ5968538L', '53310105MJ8885981H'];

const ALPHABET = CREDIT_CODE_ALPHABET.split('');
const character = fc.constantFrom(...ALPHABET);
const body = fc.string({ unit: character, minLength: 8, maxLength: 8 });
const generated = fc
  .tuple(fc.constantFrom('51310105', '52330200', '53100000', '59500112', '91440300', 'N2120225'), body)
  .map(([first8, body8]) => withCheckDigits(first8, body8));

/** The refusal of a code, as data; undefined when it is accepted. */
function refusal(input: unknown): { code: string; params: unknown } | undefined {
  try {
    checkCreditCode(input);
    return undefined;
  } catch (error) {
    if (!(error instanceof OneNXError)) throw error;
    return { code: error.code, params: error.params };
  }
}

function replaceAt(code: string, index: number, char: string): string {
  return code.slice(0, index) + char + code.slice(index + 1);
}

describe('checkCreditCode', () => {
  test.each(VALID)('accepts %s without a warning', (code) => {
    expect(checkCreditCode(code)).toEqual({ code, warnings: [] });
  });

  test('reads a code as people type it', () => {
    expect(checkCreditCode(' 51310105-mj1408912m ').code).toBe(ASSOCIATION);
    expect(checkCreditCode('51310105 MJ14\u20130891\u30002M').code).toBe(ASSOCIATION);
  });

  test('names the letters that the alphabet leaves out, and what was meant', () => {
    expect(refusal('5131O1O5MJ14089I2M')).toEqual({
      code: 'CREDIT_CODE_MALFORMED',
      params: { length: 18, hint: 'O→0, I→1' },
    });
    expect(refusal('SV310105MJ1408912Z')?.params).toEqual({ length: 18, hint: 'S→5, V→U, Z→2' });
  });

  test('says how many characters it found', () => {
    expect(refusal(ASSOCIATION.slice(1))).toEqual({ code: 'CREDIT_CODE_MALFORMED', params: { length: 17, hint: '' } });
    expect(refusal(`${ASSOCIATION}0`)?.params).toEqual({ length: 19, hint: '' });
    expect(refusal('')?.params).toEqual({ length: 0, hint: '' });
  });

  test('refuses a number, which has lost its last digits before it came here', () => {
    expect(refusal(513101051408912000)).toEqual({
      code: 'CREDIT_CODE_MALFORMED',
      params: { length: 0, hint: 'number ≠ string' },
    });
    expect(refusal(undefined)?.code).toBe('CREDIT_CODE_MALFORMED');
  });

  test('refuses an unknown department and a class that civil affairs does not give', () => {
    expect(refusal(replaceAt(ASSOCIATION, 0, 'B'))).toEqual({
      code: 'CREDIT_CODE_DEPARTMENT',
      params: { found: 'B1', expected: '1, 2, 3, 4, 5, 6, 7, 8, 9, A, N, Y' },
    });
    expect(refusal(replaceAt(ASSOCIATION, 1, '6'))).toEqual({
      code: 'CREDIT_CODE_DEPARTMENT',
      params: { found: '56', expected: '51, 52, 53, 54, 55, 59' },
    });
  });

  test.each([
    ['54310105', 'CLASS_UNVERIFIED'],
    ['55310105', 'CLASS_UNVERIFIED'],
    ['97310105', 'CLASS_UNLISTED'],
  ])('accepts %s with the warning %s', (first8, kind) => {
    const code = withCheckDigits(first8, 'MJ140891');
    expect(checkCreditCode(code).warnings).toEqual([{ kind, found: first8.slice(0, 2) }]);
  });

  test.each(['000105', '913101', '310005', 'A10105'])('refuses %s as the division of an authority', (authority) => {
    expect(() => withCheckDigits(`51${authority}`, 'MJ140891')).toThrow(`3-8: ${authority}`);
  });

  test('names the check character that is wrong, with what was expected', () => {
    expect(refusal(replaceAt(ASSOCIATION, 16, '3'))).toEqual({
      code: 'CREDIT_CODE_CHECK_DIGIT',
      params: { position: 17, found: '3', expected: '2' },
    });
    expect(refusal(replaceAt(ASSOCIATION, 17, 'N'))).toEqual({
      code: 'CREDIT_CODE_CHECK_DIGIT',
      params: { position: 18, found: 'N', expected: 'M' },
    });
  });

  test('accepts an exempted code and says why it is exempted', () => {
    const { code, warnings } = checkCreditCode('91350203m0001qay9b');
    expect(code).toBe('91350203M0001QAY9B');
    expect(warnings).toEqual([{ kind: 'EXEMPTED', found: code, reason: expect.stringContaining('Position 18') }]);
    expect(refusal('91350203M0001QAY9C')?.code).toBe('CREDIT_CODE_CHECK_DIGIT');
  });

  test('exempts no code that would pass anyway', () => {
    for (const { code } of CREDIT_CODE_EXEMPTIONS) {
      expect(withCheckDigits(code.slice(0, 8), code.slice(8, 16))).not.toBe(code);
    }
  });

  // Position 18 is taken modulo the prime 31 with weights that differ from each other, over 31 characters of different values:
  // it alone guarantees both of the following, where position 17 (modulo 11 over 36 values) would let some pass.
  test('refuses every single mistyped character', () => {
    for (const code of VALID) {
      for (const [index, original] of code.split('').entries()) {
        const others = ALPHABET.filter((char) => char !== original);
        for (const char of others) expect(refusal(replaceAt(code, index, char))).toBeDefined();
      }
    }
    fc.assert(
      fc.property(generated, fc.nat(17), character, (code, index, char) => {
        fc.pre(code[index] !== char);
        return refusal(replaceAt(code, index, char)) !== undefined;
      }),
    );
  });

  test('refuses two neighbouring characters in the wrong order', () => {
    fc.assert(
      fc.property(generated, fc.nat(16), (code, index) => {
        const [left = '', right = ''] = code.slice(index, index + 2);
        fc.pre(left !== right);
        return refusal(replaceAt(replaceAt(code, index, right), index + 1, left)) !== undefined;
      }),
    );
  });
});

describe('normaliseCreditCode', () => {
  test('turns full-width letters, digits and hyphens to their plain forms', () => {
    expect(normaliseCreditCode('\uff15\uff11\uff0d\uff2d\uff4a\uff11\uff14')).toBe('51MJ14');
  });

  test('changes nothing when repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseCreditCode(text);
        expect(normaliseCreditCode(once)).toBe(once);
      }),
    );
  });
});

describe('withCheckDigits', () => {
  test('makes codes that pass every check', () => {
    fc.assert(fc.property(generated, (code) => expect(checkCreditCode(code)).toEqual({ code, warnings: [] })));
  });

  test('rebuilds published codes from their first sixteen characters', () => {
    for (const code of VALID) expect(withCheckDigits(code.slice(0, 8), code.slice(8, 16))).toBe(code);
  });

  test('refuses parts of the wrong length or with characters outside the alphabet', () => {
    expect(() => withCheckDigits('51310105', 'MJ14089')).toThrow(OneNXError);
    expect(() => withCheckDigits('51310105', 'MJ14O891')).toThrow('O→0');
    expect(() => withCheckDigits('51310105', 'MJ14!891')).toThrow(OneNXError);
  });
});

describe('creditCodeBodyReserved', () => {
  test('tells a generated code from a published one', () => {
    expect(creditCodeBodyReserved(withCheckDigits('52310105', 'YYYY0001'))).toBe(true);
    for (const code of VALID) expect(creditCodeBodyReserved(code)).toBe(false);
  });

  test('looks at the body alone', () => {
    expect(creditCodeBodyReserved(withCheckDigits('Y1310105', 'MJYYYY01'))).toBe(false);
  });
});
