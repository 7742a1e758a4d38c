import { measuresOver } from '@onenx/node/kinds';
import type { BasicMeasure, Condition } from '@onenx/schema';
import { S0, S1, S2, S3, S4, ZOMBIES } from '../sources.js';

const { stock, flow } = measuresOver('RegisteredOrganization', 'DISTRICT', S3);

const promoted: Condition = { field: 'promotedFrom', isNull: false };
const stillThere: Condition = { not: { field: 'status', in: ['DEREGISTERED', 'REVOKED'] } };

/** As many of the four marks as dates can tell: each is set when the body is checked. */
const nameOnly: Condition = {
  and: [
    stillThere,
    {
      or: [
        { field: 'activityDueBy', passed: true },
        { field: 'reportDueBy', passed: true },
        { field: 'unreachableSince', isNull: false },
      ],
    },
  ],
};

const promotedEver: BasicMeasure = {
  name: 'tier.promotedEver',
  zh: '历年由小组或团队转为注册的组织数',
  en: 'Ever promoted to registered',
  unit: '家',
  kind: 'STOCK',
  formula: 'count of RegisteredOrganization registered by the day where promotedFrom is not empty',
  source: S3,
  ownerLevel: 'DISTRICT',
  basis: { kind: 'RegisteredOrganization', op: 'sum', timing: { since: 'registeredAt' }, where: promoted },
};

export const measures: readonly BasicMeasure[] = [
  stock('orgs.registered', ['注册社会组织数', 'Registered organizations', '家'], { source: S0 }),
  stock('orgs.active', ['存续的注册社会组织数', 'Active registered organizations', '家'], {
    where: { field: 'status', in: ['ACTIVE'] },
    source: 'OneNX data model 5.3 (2)',
  }),
  stock('orgs.community', ['注册的社区社会组织数', 'Registered community organizations', '家'], {
    where: { field: 'communityOrganization', in: [true] },
  }),
  stock(
    'orgs.charityAndService',
    ['公益类和社区服务类注册数(报告口径)', "Registered, of the report's charity and community-service classes", '家'],
    { where: { field: 'reportClass', in: ['CHARITY', 'COMMUNITY_SERVICE'] }, source: S0 },
  ),
  flow('orgs.new', ['新登记数', 'Newly registered', '家'], { on: 'registeredAt', source: 'OneNX data model 5.3 (3)' }),
  flow('orgs.closed', ['注销和撤销数', 'Deregistered and revoked', '家'], {
    on: 'closedAt',
    source: 'OneNX data model 5.3 (4)',
  }),
  stock('orgs.direct', ['直接登记的组织数', 'Registered directly', '家'], {
    where: { field: 'registrationMode', in: ['DIRECT'] },
    source: S2,
  }),
  stock('orgs.hubs', ['枢纽型组织数', 'Hub organizations', '家'], {
    where: { field: 'role', in: ['HUB'] },
    source: S0,
  }),
  stock('orgs.hubMembers', ['枢纽型组织的成员数', 'Members of hub organizations', '家'], {
    where: { field: 'hubUscc', isNull: false },
    source: S0,
  }),
  stock(
    'orgs.individualMembers',
    ['注册社会组织的个人会员人次', 'Individual members of registered organizations', '人次'],
    {
      field: 'memberPersons',
      sensitive: true,
      source: S1,
    },
  ),
  stock('orgs.decoupled', ['已与党政机关脱钩的组织数', 'Decoupled from party and government', '家'], {
    where: { field: 'decoupled', in: [true] },
    source: S2,
  }),
  flow('orgs.new.endogenous', ['新登记的内生性组织数', 'Newly registered and grown in the community', '家'], {
    on: 'registeredAt',
    where: { field: 'origin', in: ['ENDOGENOUS'] },
    source: S4,
  }),
  flow('orgs.new.originKnown', ['新登记且来源已知的组织数', 'Newly registered with a known origin', '家'], {
    on: 'registeredAt',
    where: { field: 'origin', isNull: false },
    source: S4,
  }),
  flow('tier.promoted', ['由小组或团队转为注册的组织数', 'Promoted to registered', '家'], {
    on: 'registeredAt',
    where: promoted,
  }),
  promotedEver,
  flow('certificates.expiring', ['期内到期的登记证书数', 'Certificates expiring in the period', '张'], {
    on: 'certificateValidTo',
    where: stillThere,
  }),
  stock('orgs.partyOrganizationDue', ['应建党组织的组织数', 'Have to have a party organization', '家'], {
    where: { field: 'partyOrganizationDue', in: [true] },
  }),
  stock('party.orgCovered', ['党的组织覆盖的组织数', 'Covered by a party organization', '家'], {
    where: { field: 'partyCoverage', in: ['ORG'] },
    source: S1,
  }),
  stock('party.workCovered', ['党的工作覆盖的组织数', 'Covered by party work, an organization included', '家'], {
    where: { field: 'partyCoverage', in: ['ORG', 'WORK'] },
    source: S1,
  }),
  stock('party.uncovered', ['两个覆盖皆无的组织数', 'Covered by neither', '家'], {
    where: { field: 'partyCoverage', in: ['NONE'] },
    source: S4,
  }),
  stock('zombie.candidates', ['疑似僵尸型社会组织数', 'Suspected to stand in name only', '家'], {
    where: nameOnly,
    source: ZOMBIES,
  }),
];
