/** A code in real use that breaks a check of the standard; it is reported, and its record is kept. */
export interface CreditCodeExemption {
  readonly code: string;
  /** Which check it fails. */
  readonly reason: string;
  /** Who says that it is in use. */
  readonly source: string;
}

/**
 * The exempted codes. Add one only with evidence that a registering authority issued it as it stands; a code that merely
 * fails a check is a typing error until shown otherwise.
 */
export const CREDIT_CODE_EXEMPTIONS: readonly CreditCodeExemption[] = [
  {
    code: '91350203M0001QAY9B',
    reason: 'Position 18 is B where GB 32100-2015 computes 9.',
    source: 'Known to be in use: a public form validator carries it as a fixed exception.',
  },
];

/** The exemption of a normalised code, if it has one. */
export function findExemption(code: string): CreditCodeExemption | undefined {
  return CREDIT_CODE_EXEMPTIONS.find((exemption) => exemption.code === code);
}
