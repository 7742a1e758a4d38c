import { districtKinds } from '@onenx/district';
import { committeeKinds } from '@onenx/committee';
import { placeKind, placeLevel, PlaceTree, type KindDefinition, type Level, type PlaceVersion } from '@onenx/schema';
import { streetKinds } from '@onenx/street';
import type { Values } from './store.js';

export const DISTRICT = '310105000000';
export const STREETS = Array.from({ length: 10 }, (_, i) => `3101050${String(i + 1).padStart(2, '0')}000`);
/** 189 of them, as in the published list. */
export const COMMITTEES = Array.from(
  { length: 189 },
  (_, i) => `3101050${String((i % 10) + 1).padStart(2, '0')}${String(Math.floor(i / 10) + 1).padStart(3, '0')}`,
);

function version(code: string, parent: string | null): PlaceVersion {
  const fixed = { validFrom: '2000-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, name: `示例${code}`, level: placeLevel(code), kind: placeKind(code), parent, ...fixed };
}

export const tree = PlaceTree.of([
  version(DISTRICT, null),
  ...STREETS.map((code) => version(code, DISTRICT)),
  ...COMMITTEES.map((code) => version(code, `${code.slice(0, 9)}000`)),
]);

export const kindsOf: Readonly<Record<Level, readonly KindDefinition[]>> = {
  DISTRICT: districtKinds,
  STREET: streetKinds,
  COMMITTEE: committeeKinds,
};

/** A word that stands in personal fields alone: where it shows, they do. */
export const SECRET = '机密人员';

/** Three teams a street: two of the street itself, one of its first committee. */
export const teams: readonly Values[] = STREETS.flatMap((street, i) =>
  [street, street, COMMITTEES[i] ?? ''].map((place, n) => ({
    id: `${street}-T-${i}${n}`,
    place,
    teamNo: `${i}${n}`,
    name: `团队${i}${n}`,
    category: 'CULTURE_SPORT',
    status: 'FILED',
    members: n === 2 ? null : 10 * i + n,
    leader: SECRET,
    filedAt: '2024-05-06',
  })),
);

export const organizations: readonly Values[] = STREETS.map((place, i) => ({
  id: `${DISTRICT}-ORG-${i}`,
  place,
  uscc: `52310105YYYY000${i}`,
  name: `组织${i}`,
  legalForm: 'SERVICE_ORG',
  status: 'ACTIVE',
  registrationMode: 'DIRECT',
  communityOrganization: i % 2 === 0,
  legalRepresentative: SECRET,
  registeredAt: '2014-03-01',
}));
