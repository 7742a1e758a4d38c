import { ratioOf, streetsReaching, sumOf } from './derive.js';
import type { DerivedMeasure } from './measure.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';
const S4 = 'Ningbo and other cases (2013–2019)';

const platforms: readonly DerivedMeasure[] = [
  streetsReaching('platform.allThree', ['“两会一中心”齐备的街镇占比', 'Streets that have all three platforms'], {
    of: 'platformKinds',
    source: `OneNX data model 5.3 (46); ${S3}; atLeast: 3`,
  }),
  ratioOf('platforms.legalPersonShare', ['平台法人化率', 'Platforms that are legal persons'], {
    of: ['platforms.legalPersons', 'platforms'],
    source: S3,
  }),
  ratioOf('platforms.partyOrganizationShare', ['平台党组织覆盖率', 'Platforms with a party organization'], {
    of: ['platforms.withPartyOrganization', 'platforms'],
    source: S3,
  }),
  ratioOf('platforms.entrustedShare', ['平台委托运营率', 'Platforms run by a contracted organization'], {
    of: ['platforms.entrusted', 'platforms'],
    source: S2,
  }),
  streetsReaching('serviceCentres.coverage', ['社会组织服务中心街镇覆盖率', 'Streets that have a service centre'], {
    of: 'serviceCentres',
    source: S4,
  }),
  streetsReaching('station.coverage', ['社工站街镇覆盖率', 'Streets that have a social work station'], {
    of: 'stations',
    source: `OneNX data model 5.3 (46); ${S3}`,
  }),
  ratioOf('socialWorkers.perStation', ['每个社工站社工人数', 'Social workers per station', '人/站'], {
    of: ['stations.staff', 'stations'],
    source: 'OneNX data model 5.3 (45)',
  }),
  ratioOf('stations.certifiedShare', ['社工站社工持证率', 'Certified, share of the social workers of stations'], {
    of: ['stations.certified', 'stations.staff'],
    source: 'OneNX data model 5.3 (45)',
  }),
];

function bothLevels(
  name: string,
  [zh, en, unit]: readonly [string, string, string],
  kind: 'STOCK' | 'ADDITIVE' | 'DISTINCT',
): DerivedMeasure {
  const of = [`${name}.district`, `${name}.street`];
  return sumOf(name, [zh, en, unit], { of, kind, source: `${S0}; ${S3}` });
}

const incubation: readonly DerivedMeasure[] = [
  bothLevels('incubationBases', ['孵化基地数', 'Incubation bases', '个'], 'STOCK'),
  bothLevels('incubationBases.areaM2', ['孵化基地面积', 'Area of the incubation bases', '㎡'], 'STOCK'),
  bothLevels('incubationBases.capacity', ['孵化基地可入驻数', 'Places in the incubation bases', '家'], 'STOCK'),
  bothLevels('incubationBases.shared', ['资源共享的孵化基地数', 'Incubation bases that share', '个'], 'STOCK'),
  bothLevels('incubating', ['在孵组织数', 'Organizations incubating', '家'], 'STOCK'),
  bothLevels('incubations.overstayed', ['超期在孵组织数', 'Incubating longer than agreed', '家'], 'STOCK'),
  bothLevels('incubations.admitted', ['准予入驻组织数', 'Organizations admitted', '家'], 'ADDITIVE'),
  bothLevels('graduated', ['出壳组织数', 'Organizations graduated', '家'], 'ADDITIVE'),
  bothLevels('incubations.exited', ['退出孵化组织数', 'Organizations that left', '家'], 'ADDITIVE'),
  bothLevels('incubations.survivalChecked', ['回访的出壳组织数', 'Graduates looked at later', '家'], 'ADDITIVE'),
  bothLevels('incubations.survived', ['回访时存续的出壳组织数', 'Graduates found to live on', '家'], 'ADDITIVE'),
  ratioOf('survival', ['出壳组织存续率', 'Graduates found to live on, share of those looked at'], {
    of: ['incubations.survived', 'incubations.survivalChecked'],
    source: 'OneNX data model 5.3 (48)',
  }),
  ratioOf('incubationBases.occupancy', ['孵化基地入驻率', 'Places of incubation bases in use'], {
    of: ['incubating', 'incubationBases.capacity'],
    source: S0,
  }),
  streetsReaching('incubationBases.coverage', ['街镇孵化基地覆盖率', 'Streets that have an incubation base'], {
    of: 'incubationBases.street',
    source: S3,
  }),
];

const supply: readonly DerivedMeasure[] = [
  bothLevels('offerings', ['服务项目数', 'Services offered', '项'], 'STOCK'),
  bothLevels('offerings.fields', ['服务项目覆盖的服务领域数', 'Service fields offered', '个'], 'DISTINCT'),
  bothLevels('offerings.providers', ['提供服务项目的组织数', 'Organizations that offer services', '家'], 'DISTINCT'),
  ratioOf('offerings.perNeed', ['每条待回应需求对应的服务项目数', 'Services offered per need that waits', '项/条'], {
    of: ['offerings', 'needs.pending'],
    source: 'OneNX data model 5.3 (31); by serviceField 0 is a gap',
  }),
  ratioOf('needMatches.agreedShare', ['供需对接达成率', 'Matches opened that were agreed since'], {
    of: ['needMatches.agreedSince', 'needMatches'],
    source: 'OneNX data model 5.3 (30)',
  }),
  ratioOf('needMatches.listedShare', ['供需对接上架率', 'Matches opened that are on the municipal platform'], {
    of: ['needMatches.listed', 'needMatches'],
    source: 'OneNX data model 5.3 (32)',
  }),
];

const service: readonly DerivedMeasure[] = [
  ratioOf('spaces.allocatedShare', ['安家房屋使用率', 'Offered area in use; the rest is vacant'], {
    of: ['spaceAllocatedM2', 'spaceM2'],
    source: 'OneNX data model 5.3 (47)',
  }),
  ratioOf('microGrants.governanceShare', ['微创投社区治理类项目占比', 'Micro-venture grants for governance'], {
    of: ['microGrants.governance', 'microGrants'],
    source: `OneNX data model 5.3 (41); ${S3}`,
  }),
  ratioOf('microGrants.governanceAmountShare', ['微创投社区治理类金额占比', 'Micro-venture money for governance'], {
    of: ['microGrants.governanceAmount', 'microGrants.amount'],
    source: `OneNX data model 5.3 (41); ${S3}`,
  }),
  ratioOf('serviceCases.onTimeShare', ['一口受理按时办结率', 'One-window cases done on time'], {
    of: ['serviceCases.onTime', 'serviceCases.accepted'],
    source: `OneNX data model 5.3 (52); ${S1}`,
  }),
  ratioOf('oneWindow.onTimeShare', ['一口受理按时办结率(按事项月报)', 'Done on time, share of what was done'], {
    of: ['oneWindow.onTime', 'oneWindow.done'],
    source: `OneNX data model 5.3 (52); ${S1}`,
  }),
];

/** What the hub makes of the figures of streets, and of those that streets and the district keep alike. */
export const derivedOfStreets: readonly DerivedMeasure[] = [...platforms, ...incubation, ...supply, ...service];
