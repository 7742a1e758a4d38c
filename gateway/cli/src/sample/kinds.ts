import { committeeKinds } from '@onenx/committee/kinds';
import { districtKinds } from '@onenx/district/kinds';
import type { KindDefinition } from '@onenx/schema';
import { streetKinds } from '@onenx/street/kinds';

/** Every record kind of the three levels. */
export const recordKinds: readonly KindDefinition[] = [...districtKinds, ...streetKinds, ...committeeKinds];

/** The kind of a name such as `ActivityTeam`; the sample is written for these kinds, so one that is gone is a fault. */
export function kindNamed(name: string): KindDefinition {
  const found = recordKinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`The sample writes ${name}, which is no record kind`);
  return found;
}

const FIRST = [
  'RegisteredOrganization',
  'GradeAssessment',
  'DistrictProject',
  'DistrictPerformance',
  'DistrictObservation',
  'ActivityTeam',
  'StreetProject',
  'StreetPerformance',
  'StreetObservation',
  'ActivityGroup',
  'SatisfactionRound',
  'SelfGovernanceProject',
  'CommitteeObservation',
];
const FURTHER = [
  'AnnualReport',
  'CreditListing',
  'DistrictProcurement',
  'DistrictContract',
  'DistrictPayment',
  'DistrictServiceOffering',
  'Target',
  'ReportingDuty',
  'DistrictWarning',
  'StreetProcurement',
  'StreetContract',
  'StreetPayment',
  'StreetServiceOffering',
  'StreetPlatform',
  'SocialWorkStation',
  'SpaceAsset',
  'StreetWarning',
  'Need',
  'Deliberation',
  'Estate',
  'OwnersCommittee',
  'FundsDisclosure',
  'CommitteeWarning',
];

/** The kinds whose registers were opened in the demonstration's time; of the others the sample tells since the report. */
export const furtherKinds: ReadonlySet<string> = new Set(FURTHER);

/** The kinds of which the sample has records, in the order in which they are imported; no other register is kept. */
export const sampleKinds: readonly KindDefinition[] = [...FIRST, ...FURTHER].map(kindNamed);
