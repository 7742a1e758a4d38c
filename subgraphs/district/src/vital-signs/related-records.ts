import type { RecordValues } from '@onenx/schema';

/** The district's kinds that tell about an organization, and the field that has its credit code. */
export const BY_CODE = {
  namesakes: { kind: 'RegisteredOrganization', field: 'uscc' },
  reports: { kind: 'AnnualReport', field: 'uscc' },
  grades: { kind: 'GradeAssessment', field: 'uscc' },
  listings: { kind: 'CreditListing', field: 'uscc' },
  penalties: { kind: 'Penalty', field: 'uscc' },
  cases: { kind: 'EnforcementCase', field: 'uscc' },
  bodies: { kind: 'GovernanceBody', field: 'uscc' },
  projects: { kind: 'DistrictProject', field: 'supplierUscc' },
} as const;

/** The kinds that tell about its projects, by the project's number. */
export const BY_PROJECT = {
  performances: { kind: 'DistrictPerformance', field: 'projectNo' },
  payments: { kind: 'DistrictPayment', field: 'projectNo' },
} as const;

/** What a district's node keeps about one organization; drafts and withdrawn records are not among it. */
export type RelatedRecords = Readonly<Record<keyof typeof BY_CODE | keyof typeof BY_PROJECT, readonly RecordValues[]>>;
