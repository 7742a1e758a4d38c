import { LegalParameters, type RecordValues } from '@onenx/schema';
import { parameter } from '@onenx/node/testing';
import { BY_CODE, BY_PROJECT, type RelatedRecords } from './related-records.js';

export const TODAY = '2026-06-30';

const NAMES = [
  'zombie.inactive.years',
  'zombie.unreported.years',
  'creditListing.abnormal.seriousAfterYears',
  'creditListing.repeatedPenalty.count',
  'creditListing.repeatedPenalty.years',
  'satisfaction.window.months',
  'satisfaction.respondents.least',
  'satisfaction.low.percent',
];

/** The shipped parameters that the rules use, those named left out; satisfaction's are the house's own and not confirmed. */
export function parametersWithout(...left: readonly string[]): LegalParameters {
  const common = { place: '', unit: '', validFrom: '1990-01-01', validTo: null, zh: '', en: '', source: 'test' };
  const names = NAMES.filter((name) => !left.includes(name));
  return new LegalParameters(
    names.map((name) => ({ ...common, name, value: parameter(name), confirmed: !name.startsWith('satisfaction') })),
  );
}

type Related = { readonly [name in keyof RelatedRecords]?: readonly RecordValues[] };

/** What the rules are asked with: an organization of which nothing is known but its registration, and what a test adds. */
export function asked(organization: RecordValues = {}, related: Related = {}, parameters = parametersWithout()) {
  const none = Object.fromEntries([...Object.keys(BY_CODE), ...Object.keys(BY_PROJECT)].map((name) => [name, []]));
  const own = {
    id: 'org',
    place: '310105001000',
    uscc: '51310105MJ1408912M',
    name: '示例社',
    status: 'ACTIVE',
    state: 'SUBMITTED',
    registeredAt: '2010-03-01',
    closedAt: null,
    ...organization,
  };
  return { organization: own, related: { ...none, ...related } as RelatedRecords, today: TODAY, parameters };
}
