import type { Day, FieldValue, RuleInput } from '@onenx/schema';

const PARAMETERS: Readonly<Record<string, string>> = {
  ASSOCIATION: 'annualReport.due.association',
  SERVICE_ORG: 'annualReport.due.serviceOrg',
  FOUNDATION: 'annualReport.due.foundation',
};

/**
 * The last day for the report on a year: a day of the year after it, by legal form (a parameter `monthDay`, 531 for 31 May).
 * Null for a form that is not known.
 */
export function annualReportDue(
  year: number,
  legalForm: FieldValue | undefined,
  input: Pick<RuleInput, 'parameter'>,
): Day | null {
  const name = PARAMETERS[String(legalForm)];
  if (name === undefined) return null;
  const digits = String(input.parameter(name)).padStart(4, '0');
  return `${year + 1}-${digits.slice(0, 2)}-${digits.slice(2)}`;
}
