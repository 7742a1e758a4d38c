import { rowsIn, type Row, type WrittenSample } from './written-sample.test-kit.js';

/** The days and the place of a question: a slow and obvious reading of the files, which shares no code with the product. */
export interface Asked {
  readonly sample: WrittenSample;
  readonly at: string;
  readonly from?: string;
  readonly to?: string;
  /** Digits that the place's code begins with; the district when left out. */
  readonly under?: string;
}

type Reading = (asked: Asked) => number | null;

export function standing(row: Row, [begins, ends]: readonly [string, string], day: string): boolean {
  return (row[begins] ?? '') <= day && (row[ends] === '' || (row[ends] ?? '') > day);
}

function stock(file: string, days: readonly [string, string], keep: (row: Row) => boolean = () => true): Reading {
  return ({ sample, at, under = '310105' }) =>
    rowsIn(sample, file).filter((row) => row['place']?.startsWith(under) && standing(row, days, at) && keep(row))
      .length;
}

function since(file: string, day: string, keep: (row: Row) => boolean): Reading {
  return ({ sample, at }) =>
    rowsIn(sample, file).filter((row) => row[day] !== '' && (row[day] ?? '') <= at && keep(row)).length;
}

function signed({ sample, from = '', to = '' }: Asked): Row[] {
  return ['DistrictProject', 'StreetProject']
    .flatMap((file) => rowsIn(sample, file))
    .filter((row) => row['signedAt'] !== '' && (row['signedAt'] ?? '') >= from && (row['signedAt'] ?? '') <= to);
}

/** The newest observation of each place by the day, of at most 400 days before; null when nobody counted. */
function observed(file: string, measure: string, side: 'numerator' | 'denominator'): Reading {
  return ({ sample, at, under = '310105' }) => {
    const newest = new Map<string, Row>();
    for (const row of rowsIn(sample, file)) {
      if (row['measure'] !== measure || !row['place']?.startsWith(under)) continue;
      const age = (Date.parse(at) - Date.parse(row['periodTo'] ?? '')) / 86_400_000;
      if (age < 0 || age > 400) continue;
      const known = newest.get(row['place']);
      if (known === undefined || (known['periodTo'] ?? '') < (row['periodTo'] ?? '')) newest.set(row['place'], row);
    }
    const cells = [...newest.values()].map((row) => row[side]).filter((cell) => cell !== '');
    return cells.length === 0 ? null : cells.reduce((sum, cell) => sum + Number(cell), 0);
  };
}

function sum(parts: readonly Reading[]): Reading {
  return (asked) => {
    const values = parts.map((part) => part(asked));
    return values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  };
}

function district(name: string): Reading {
  return observed('DistrictObservation', name, 'numerator');
}

function places(digits: number): Reading {
  const isLevel = (code: string): boolean => code.replace(/(000)*$/, '').length === digits;
  return ({ sample, at }) =>
    rowsIn(sample, 'divisions').filter(
      (row) => isLevel(row['code'] ?? '') && standing(row, ['validFrom', 'validTo'], at),
    ).length;
}

const ORG = ['RegisteredOrganization', ['registeredAt', 'closedAt']] as const;
const GRADE = ['GradeAssessment', ['awardedAt', 'validTo']] as const;
const oneOf = (field: string, codes: readonly string[]) => (row: Row) => codes.includes(row[field] ?? '');
const studio = oneOf('form', ['STUDIO']);

/** How each measure of the published figures is read off the files. */
export const readings: Readonly<Record<string, Reading>> = {
  'places.streets': places(9),
  'places.committees': places(12),
  'orgs.registered': stock(...ORG),
  'orgs.charityAndService': stock(...ORG, oneOf('reportClass', ['CHARITY', 'COMMUNITY_SERVICE'])),
  'orgs.community': stock(...ORG, oneOf('communityOrganization', ['true'])),
  'grade.valid': stock(...GRADE),
  'grade.ge3A': stock(...GRADE, oneOf('grade', ['A3', 'A4', 'A5'])),
  'grade.ge4A': stock(...GRADE, oneOf('grade', ['A4', 'A5'])),
  'teams.filed': stock('ActivityTeam', ['filedAt', 'endedAt']),
  groups: stock('ActivityGroup', ['foundedAt', 'endedAt']),
  'studios.founded': since('ActivityGroup', 'foundedAt', studio),
  'studios.promoted': since('ActivityGroup', 'promotedAt', studio),
  'projects.signed': (asked) => signed(asked).length,
  'contracts.amount': (asked) => signed(asked).reduce((total, row) => total + Number(row['contractAmount']), 0),
  'medicalDisputes.resolved': observed('DistrictObservation', 'medicalDisputes', 'numerator'),
  'medicalDisputes.accepted': observed('DistrictObservation', 'medicalDisputes', 'denominator'),
  'nursingBeds.private': observed('DistrictObservation', 'nursingBeds', 'numerator'),
  'nursingBeds.total': observed('DistrictObservation', 'nursingBeds', 'denominator'),
  'officeBuildings.served': observed('DistrictObservation', 'officeBuildings', 'numerator'),
  'officeBuildings.total': observed('DistrictObservation', 'officeBuildings', 'denominator'),
  'volunteers.registered': observed('CommitteeObservation', 'volunteers', 'numerator'),
  'population.resident': observed('CommitteeObservation', 'volunteers', 'denominator'),
  'consensus.households': observed('CommitteeObservation', 'consensusHouseholds', 'numerator'),
  'careBeds.public': district('careBeds.public'),
  'careBeds.publicPrivateRun': district('careBeds.publicPrivateRun'),
  'careBeds.social': district('careBeds.social'),
  'careBeds.total': sum(['public', 'publicPrivateRun', 'social'].map((kind) => district(`careBeds.${kind}`))),
  'careHomes.public': district('careHomes.public'),
  'careHomes.publicPrivateRun': district('careHomes.publicPrivateRun'),
  'careHomes.social': district('careHomes.social'),
  'careHomes.total': sum(['public', 'publicPrivateRun', 'social'].map((kind) => district(`careHomes.${kind}`))),
  'units.mobilised': district('units.mobilised'),
  volunteerBrigades: district('volunteerBrigades'),
  'aid.persons': district('aid.persons'),
  'aid.households': district('aid.households'),
  'rehab.jobsHelped': district('rehab.jobsHelped'),
  'rehab.succeeded': district('rehab.succeeded'),
  'talents.named': district('talents.named'),
};

/** The shares among the published figures: what is over what. */
export const ratios: Readonly<Record<string, readonly [string, string]>> = {
  'nursingBeds.privateShare': ['nursingBeds.private', 'nursingBeds.total'],
  'medicalDisputes.rate': ['medicalDisputes.resolved', 'medicalDisputes.accepted'],
  'officeBuildings.coverage': ['officeBuildings.served', 'officeBuildings.total'],
  'orgs.charityAndServiceShare': ['orgs.charityAndService', 'orgs.registered'],
  'volunteers.perResidents': ['volunteers.registered', 'population.resident'],
};
