import { ratioOf, sumOf } from './derive.js';
import type { DerivedMeasure } from './measure.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';
const S4 = 'Ningbo and other cases (2013–2019)';
const LEVELS = ['committee', 'street', 'district'] as const;

const register: readonly DerivedMeasure[] = [
  ratioOf('orgs.directShare', ['直接登记占注册数的比例', 'Registered directly, share of all registered'], {
    of: ['orgs.direct', 'orgs.registered'],
    source: S2,
  }),
  ratioOf(
    'orgs.endogenousShare',
    ['新登记中内生性组织的比例', 'Grown in the community, share of the new of known origin'],
    {
      of: ['orgs.new.endogenous', 'orgs.new.originKnown'],
      source: S4,
    },
  ),
  sumOf('tier.promotable', ['小组、团队和由其转来的组织数', 'Groups, teams, and what was promoted from them', '个'], {
    of: ['tier.promotedEver', 'teams.filed', 'groups'],
    kind: 'STOCK',
    source: 'OneNX data model 5.3 (14)',
  }),
  ratioOf(
    'tier.conversion',
    ['小组和团队转为注册的比例', 'Promoted, share of those and the groups and teams that remain'],
    {
      of: ['tier.promotedEver', 'tier.promotable'],
      source: 'OneNX data model 5.3 (14)',
    },
  ),
  ratioOf('annualReport.onTime', ['年报按时报送率', 'Annual reports submitted in time'], {
    of: ['annualReports.onTime', 'annualReports.expected'],
    source: 'OneNX data model 5.3 (18)',
  }),
  ratioOf('zombie.share', ['疑似僵尸型组织占注册数的比例', 'Suspected in name only, share of all registered'], {
    of: ['zombie.candidates', 'orgs.registered'],
    source: 'OneNX data model 5.3 (22)',
  }),
];

/** Organizational and work coverage are two indicators (45 of 139 and all of 139 in the case); each names what it is of. */
const party: readonly DerivedMeasure[] = [
  ratioOf(
    'party.orgCoverage',
    ['党的组织覆盖率(占全部注册)', 'Covered by a party organization, share of all registered'],
    {
      of: ['party.orgCovered', 'orgs.registered'],
      source: `OneNX data model 5.3 (28); ${S1}`,
    },
  ),
  ratioOf(
    'party.orgCoverageOfDue',
    ['党的组织覆盖率(占应建)', 'Covered by a party organization, over those that have to'],
    {
      of: ['party.orgCovered', 'orgs.partyOrganizationDue'],
      source: `OneNX data model 5.3 (28); ${S3}`,
    },
  ),
  ratioOf('party.workCoverage', ['党的工作覆盖率(占全部注册)', 'Covered by party work, share of all registered'], {
    of: ['party.workCovered', 'orgs.registered'],
    source: `OneNX data model 5.3 (29); ${S1}`,
  }),
];

const WARNINGS = [
  ['openSignals', '未关闭预警数(按预警记录)', 'Warnings open, by the records of the three levels', 'STOCK', '条'],
  ['raised', '发出预警数', 'Warnings raised', 'ADDITIVE', '条'],
  ['escalatedCount', '发出并上报的预警数', 'Warnings raised and escalated since', 'ADDITIVE', '条'],
  ['handled', '已响应预警数', 'Warnings taken up', 'ADDITIVE', '条'],
  ['onTime', '按时响应预警数', 'Warnings taken up in time', 'ADDITIVE', '条'],
  ['responseDays', '预警响应天数合计', 'Days until warnings were taken up', 'ADDITIVE', '天'],
] as const;

/**
 * A warning stands once, in the node that raised it, so the three levels add up. `warnings.open` is what streets report
 * as a number; `warnings.openSignals` counts the records.
 */
const warnings: readonly DerivedMeasure[] = [
  ...WARNINGS.map(([name, zh, en, kind, unit]) =>
    sumOf(`warnings.${name}`, [zh, en, unit], {
      of: LEVELS.map((level) => `warnings.${name}.${level}`),
      kind,
      source: 'OneNX data model 5.3 (24, 25)',
    }),
  ),
  ratioOf('warnings.escalated', ['预警上报率', 'Share of warnings that were escalated'], {
    of: ['warnings.escalatedCount', 'warnings.raised'],
    source: 'OneNX data model 5.3 (25)',
  }),
  ratioOf('warnings.onTimeShare', ['预警按时响应率', 'Share of warnings taken up in time'], {
    of: ['warnings.onTime', 'warnings.handled'],
    source: 'OneNX data model 5.3 (24)',
  }),
  ratioOf('warnings.meanResponseDays', ['预警平均响应天数', 'Mean days until a warning was taken up', '天'], {
    of: ['warnings.responseDays', 'warnings.handled'],
    kind: 'WEIGHTED_MEAN',
    source: 'OneNX data model 5.3 (24)',
  }),
];

const work: readonly DerivedMeasure[] = [
  ratioOf('target.reached', ['目标达成率', 'Share of the targets in force that are reached'], {
    of: ['targets.reached', 'targets.inForce'],
    source: 'OneNX data model 5.3 (58)',
  }),
  ratioOf('completeness.actual', ['报送完成率', 'Reports submitted, share of those expected'], {
    of: ['completeness.submitted', 'completeness.expected'],
    source: 'OneNX data model 5.3 (59)',
  }),
  ratioOf('completeness.onTime', ['报送按时率', 'Reports submitted in time, share of those expected'], {
    of: ['completeness.submittedOnTime', 'completeness.expected'],
    source: 'OneNX data model 5.3 (59)',
  }),
  ratioOf('centreAppraisals.score', ['服务中心考评平均分', 'Mean score of service centres', '分值'], {
    of: ['centreAppraisals.scoreSum', 'centreAppraisals.count'],
    kind: 'WEIGHTED_MEAN',
    source: S3,
  }),
  ratioOf(
    'governance.overdueShare',
    ['逾期未换届的治理机构占比', 'Share of bodies of governance whose election is overdue'],
    {
      of: ['governance.overdue', 'governance.bodies'],
      source: S3,
    },
  ),
  ratioOf('coordination.doneShare', ['议定事项落实率', 'Share of the matters resolved that are done'], {
    of: ['coordination.done', 'coordination.resolved'],
    source: S2,
  }),
  ratioOf('serviceItems.onlineShare', ['审批事项网上可办率', 'Share of the matters that are handled online'], {
    of: ['serviceItems.online', 'serviceItems'],
    source: S3,
  }),
];

const people: readonly DerivedMeasure[] = [
  ratioOf('training.passRate', ['培训合格率', 'Share of those trained that passed'], {
    of: ['training.passed', 'training.personTimes'],
    source: S3,
    sensitive: true,
  }),
  ratioOf('socialWorkers.certifiedShare', ['社会工作者持证率', 'Share of social workers with a certificate'], {
    of: ['socialWorkers.certified', 'socialWorkers.employed'],
    source: `OneNX data model 5.3 (45); ${S4}`,
    sensitive: true,
  }),
  ratioOf('careBeds.socialShare', ['社会办养老床位占比(报告口径)', 'Share of social care beds, as reported'], {
    of: ['careBeds.social', 'careBeds.total'],
    source: `OneNX data model 5.3 (54); ${S0}`,
  }),
  ratioOf(
    'careInstitutions.socialShare',
    ['社会办养老床位占比(登记在册)', 'Share of social care beds, by the register'],
    {
      of: ['careInstitutions.beds.social', 'careInstitutions.beds'],
      source: `OneNX data model 5.3 (54); ${S0}`,
    },
  ),
  ratioOf('elders.deviceShare', ['老人呼叫终端覆盖率', 'Elders with a call device'], {
    of: ['elders.withDevice', 'elders.total'],
    source: `${S1}; ${S4}`,
    sensitive: true,
  }),
  sumOf('calls.total', ['为老服务热线来电数', 'Calls to the elders line', '次'], {
    of: ['emergency', 'dailyCare', 'housekeeping', 'comfort', 'health'].map((kind) => `calls.${kind}`),
    kind: 'ADDITIVE',
    source: `${S1}; ${S4}`,
  }),
];

/** What the hub makes of the kinds of supervision. */
export const derivedOfSupervision: readonly DerivedMeasure[] = [...register, ...party, ...warnings, ...work, ...people];
