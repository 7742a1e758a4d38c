import type { CoverageSeen, MissingNode } from './rollup-answer.js';

/** The ten headline figures of a summary and the measures that they are. */
export const HEADLINES = {
  registeredOrganizations: 'orgs.registered',
  teams: 'teams.filed',
  groups: 'groups',
  communityOrganizations: 'communityOrgs',
  projects: 'projects.running',
  contractAmount: 'contracts.amount',
  satisfaction: 'satisfaction',
  gradeShare: 'grade.ge3A.shareOfRegistered',
  openNeeds: 'needs.open',
  openWarnings: 'warnings.open',
} as const;

export type Headline = keyof typeof HEADLINES;

/** The whole 1+N+X view of one day, as a field of a request; its fragments stand beside it. */
export const VIEW = `district(code: "310105", asOf: $asOf) { ...Seen streets { ...Seen committees { ...Seen } } }`;

export const VIEW_FRAGMENTS = `
  fragment Seen on Place {
    code name level
    coverage { ...Covered }
    summary { ${Object.keys(HEADLINES)
      .map((name) => `${name} { ...Figure }`)
      .join(' ')} }
  }
  fragment Figure on MeasureValue { value numerator denominator missing coverage { ...Covered } }
  fragment Covered on Coverage { expected answered complete missing(first: 300) { code name level reason } }
`;

export interface FigureSeen {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: string | null;
  readonly coverage: CoverageSeen;
}

export interface PlaceSeen {
  readonly code: string;
  readonly name: string;
  readonly level: MissingNode['level'];
  readonly coverage: CoverageSeen;
  readonly summary: Readonly<Record<Headline, FigureSeen>>;
}

export interface StreetSeen extends PlaceSeen {
  readonly committees: readonly PlaceSeen[];
}

export interface DistrictSeen extends PlaceSeen {
  readonly streets: readonly StreetSeen[];
}

/** Every place of a view, each before its parts. */
export function placesOf(district: DistrictSeen): readonly PlaceSeen[] {
  return [district, ...district.streets.flatMap((street) => [street, ...street.committees])];
}
