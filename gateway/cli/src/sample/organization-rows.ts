import { kindNamed } from './kinds.js';
import type { Body } from './organizations.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

const SUPERVISING_UNITS = [
  ['长宁区民政局', 40],
  ['长宁区教育局', 22],
  ['长宁区文化和旅游局', 9],
  ['长宁区体育局', 8],
  ['长宁区残疾人联合会', 7],
  ['长宁区卫生健康委员会', 6],
  ['长宁区司法局', 4],
] as const;

/** `RegisteredOrganization`: the bodies, with the number of the group or team that a body was promoted from. */
export function organizationTable(
  bodies: readonly Body[],
  origins: ReadonlyMap<string, string>,
  context: SampleContext,
): SampleTable {
  const random = context.random.fork('organization rows');
  const rows = bodies.map((body) => rowOf(body, origins.get(body.uscc) ?? null, { ...context, random }));
  return { kind: kindNamed('RegisteredOrganization'), rows };
}

function rowOf(body: Body, promotedFrom: string | null, { random, today }: SampleContext): SampleRow {
  const { uscc, name, legalForm, life, reportClass } = body;
  const community =
    promotedFrom !== null || (legalForm !== 'FOUNDATION' && random.chance(body.seatInCommittee ? 0.26 : 0.12));
  const direct = life.from >= '2014-04-01' && random.chance(0.35);
  return {
    place: body.place,
    updatedAt: writtenAfter(life.to ?? life.from, today, random),
    values: {
      uscc,
      name,
      legalForm,
      status: statusOf(body, random),
      category: community || random.chance(0.8) ? categoryOf(body, random) : null,
      reportClass,
      role: random.chance(0.3) ? random.weighted(ROLES) : null,
      serviceField: random.chance(0.92) ? body.field : null,
      registrationMode: direct ? 'DIRECT' : 'DUAL',
      supervisingUnit: direct ? null : random.weighted(SUPERVISING_UNITS),
      communityOrganization: community,
      promotedFrom,
      registeredAt: life.from,
      closedAt: life.to,
    },
  };
}

const ROLES = [
  ['PROFESSIONAL', 60],
  ['SUPPORT', 20],
  ['RESOURCE', 12],
  ['HUB', 8],
] as const;

function statusOf({ life }: Body, random: Random): string {
  if (life.to !== null) return random.chance(0.94) ? 'DEREGISTERED' : 'REVOKED';
  return random.weighted([
    ['ACTIVE', 97],
    ['RECTIFYING', 2],
    ['SUSPENDED', 1],
  ]);
}

function categoryOf({ field }: Body, random: Random): string {
  if (field === 'CULTURE' || field === 'SPORT' || field === 'EDUCATION') return 'CULTURE_SPORT';
  if (field === 'MEDIATION' || field === 'DELIBERATION' || field === 'LEGAL') return 'COMMUNITY_AFFAIRS';
  return random.chance(0.35) ? 'CHARITY' : 'LIFE_SERVICE';
}
