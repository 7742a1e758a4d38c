import { committeesReaching, ratioOf, sumOf } from './derive.js';
import type { DerivedMeasure } from './measure.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S3 = 'Changning implementation opinion (2021)';
const S4 = 'Ningbo and other cases (2013–2019)';

const needs: readonly DerivedMeasure[] = [
  ratioOf('needs.originShare', ['居民提出的需求占比', 'Share of needs that residents raised'], {
    of: ['needs.raisedByResidents', 'needs.raised'],
    source: S3,
  }),
  ratioOf('needs.matchedShare', ['需求对接率', 'Needs raised that were matched since'], {
    of: ['needs.matched', 'needs.raised'],
    source: 'OneNX data model 5.3 (30)',
  }),
  ratioOf(
    'needs.overdueShare',
    ['超期未回应需求占待回应需求的比例', 'Needs overdue, share of those not yet answered'],
    {
      of: ['needs.overdue', 'needs.pending'],
      source: 'OneNX data model 5.3 (30)',
    },
  ),
  ratioOf('needs.meanAnswerDays', ['需求平均回应用时', 'Mean days until a need was answered', '天'], {
    of: ['needs.answerDays', 'needs.answered'],
    kind: 'WEIGHTED_MEAN',
    source: 'OneNX data model 5.3 (30)',
  }),
];

const residents: readonly DerivedMeasure[] = [
  ratioOf('satisfaction.awareness', ['知晓度', 'Awareness'], {
    of: ['satisfaction.aware', 'satisfaction.awareAsked'],
    source: '上海市居民委员会工作条例 §18',
    sensitive: true,
  }),
  ratioOf('satisfaction.participation', ['参与度', 'Participation'], {
    of: ['satisfaction.participated', 'satisfaction.participatedAsked'],
    source: '上海市居民委员会工作条例 §18',
    sensitive: true,
  }),
  ratioOf('deliberations.adoptedShare', ['协商通过率', 'Deliberations that adopted something'], {
    of: ['deliberations.adopted', 'deliberations'],
    source: 'OneNX data model 5.3 (50)',
  }),
  ratioOf('deliberations.followUpDoneShare', ['协商事项落实率', 'Follow-ups done, share of those that fell due'], {
    of: ['deliberations.followUpDone', 'deliberations.followUpDue'],
    source: 'OneNX data model 5.3 (50)',
  }),
  ratioOf('disputeCases.rate', ['登记受理的社区纠纷化解率', 'Dispute cases resolved'], {
    of: ['disputeCases.resolved', 'disputeCases.accepted'],
    source: 'OneNX data model 5.3 (49)',
    sensitive: true,
  }),
  ratioOf('disputeCases.meanDays', ['社区纠纷平均调处用时', 'Mean days until a dispute case was closed', '天'], {
    of: ['disputeCases.days', 'disputeCases.closed'],
    kind: 'WEIGHTED_MEAN',
    source: 'OneNX data model 5.3 (49)',
    sensitive: true,
  }),
  ratioOf('appeals.closedShare', ['诉求办结率', 'Appeals closed'], {
    of: ['appeals.closed', 'appeals.received'],
    source: S1,
    sensitive: true,
  }),
  ratioOf('appeals.satisfaction', ['诉求办理满意度', 'Satisfaction with how appeals were dealt with'], {
    of: ['appeals.satisfied', 'appeals.rated'],
    source: S1,
    sensitive: true,
  }),
  ratioOf('peerReviews.passedShare', ['居民评议合格率', 'Reviews by residents that were passed'], {
    of: ['peerReviews.passed', 'peerReviews'],
    source: S3,
  }),
  ratioOf('peerReviews.meanScore', ['居民评议平均得分', 'Mean score of reviews by residents', '分值'], {
    of: ['peerReviews.scoreSum', 'peerReviews'],
    kind: 'WEIGHTED_MEAN',
    source: S3,
  }),
];

const estates: readonly DerivedMeasure[] = [
  ratioOf('ownersCommittees.formed', ['业委会组建率', "Estates with an owners' committee"], {
    of: ['ownersCommittees.estates', 'estates'],
    source: 'OneNX data model 5.3 (51)',
  }),
  ratioOf('ownersCommittees.partyGroupShare', ['业委会党小组覆盖率', "Owners' committees with a party group"], {
    of: ['ownersCommittees.withPartyGroup', 'ownersCommittees'],
    source: S4,
  }),
  ratioOf('ownersCommittees.filedInTimeShare', ['业委会按期备案率', "Owners' committees filed in time"], {
    of: ['ownersCommittees.filedInTime', 'ownersCommittees.filed'],
    source: '物业管理条例 §16',
  }),
  ratioOf('fundsDisclosures.onTime', ['公共收益按期公示率', 'Quarterly disclosures published in time'], {
    of: ['fundsDisclosures.inTime', 'fundsDisclosures.due'],
    source: 'OneNX data model 5.3 (51)',
  }),
  ratioOf('jointMeetings.closedShare', ['联席会议事项办结率', 'Items of joint meetings closed'], {
    of: ['jointMeetings.itemsClosed', 'jointMeetings.itemsRaised'],
    source: S0,
  }),
  ratioOf('grids.membersPerGrid', ['平均每个网格的网格员数', 'Grid members per grid', '人/个'], {
    of: ['grids.members', 'grids.listed'],
    source: 'OneNX data model 5.3 (55)',
  }),
  sumOf('sites', ['服务设施数', 'Service sites', '处'], {
    of: ['sites.street', 'sites.committee'],
    kind: 'STOCK',
    source: S3,
  }),
  sumOf('sites.areaM2', ['服务设施面积', 'Area of service sites', '㎡'], {
    of: ['sites.areaM2.street', 'sites.areaM2.committee'],
    kind: 'STOCK',
    source: S3,
  }),
  sumOf('sites.runByOrgs', ['由社会组织运营的设施数', 'Service sites run by social organizations', '处'], {
    of: ['sites.runByOrgs.street', 'sites.runByOrgs.committee'],
    kind: 'STOCK',
    source: S0,
  }),
  ratioOf('sites.runByOrgsShare', ['由社会组织运营的设施占比', 'Service sites run by social organizations'], {
    of: ['sites.runByOrgs', 'sites'],
    source: S0,
  }),
  ratioOf(
    'sites.areaPerHousehold',
    [
      '社区服务设施户均面积(标准40㎡/百户即0.4)',
      'Area of committees’ sites per household (40 m² per 100 households is 0.4)',
      '㎡/户',
    ],
    { of: ['sites.areaM2.committee', 'estates.households'], source: S4 },
  ),
  sumOf('centres', ['便民中心数', 'Convenience centres', '个'], {
    of: ['centres.street', 'centres.committee'],
    kind: 'STOCK',
    source: S1,
  }),
];

const work: readonly DerivedMeasure[] = [
  sumOf('visits', ['走访次数', 'Visits', '次'], {
    of: ['visits.street', 'visits.committee'],
    kind: 'ADDITIVE',
    source: S3,
  }),
  sumOf('visits.orgsVisited', ['走访的组织数(去重)', 'Organizations visited', '家'], {
    of: ['visits.orgsVisited.street', 'visits.orgsVisited.committee'],
    kind: 'DISTINCT',
    source: 'OneNX data model 5.3 (27)',
  }),
  sumOf(
    'visits.unreachable',
    ['走访联系不上或无活动的组织数(去重)', 'Organizations found unreachable or inactive', '家'],
    {
      of: ['visits.unreachable.street', 'visits.unreachable.committee'],
      kind: 'DISTINCT',
      source: '民发〔2021〕63号',
    },
  ),
  ratioOf('visits.coverage', ['走访覆盖率(走访组织/注册组织)', 'Organizations visited over those registered'], {
    of: ['visits.orgsVisited', 'orgs.registered'],
    source: 'OneNX data model 5.3 (27)',
  }),
  sumOf(
    'orgs.serving',
    ['提供服务的组织数(按统一社会信用代码去重)', 'Organizations serving, wherever registered', '家'],
    {
      of: ['orgs.serving.street', 'orgs.serving.committee'],
      kind: 'DISTINCT',
      source: 'OneNX data model 5.3 (12)',
    },
  ),
  sumOf('orgs.introduced', ['引进的组织数(去重)', 'Organizations brought in', '家'], {
    of: ['orgs.introduced.street', 'orgs.introduced.committee'],
    kind: 'DISTINCT',
    source: S0,
  }),
  sumOf('majorReports', ['重大活动报告数', 'Major activities reported', '件'], {
    of: ['majorReports.district', 'majorReports.street', 'majorReports.committee'],
    kind: 'ADDITIVE',
    source: S3,
  }),
  sumOf('majorReports.inTime', ['按期报告的重大活动数', 'Major activities reported in time', '件'], {
    of: ['majorReports.inTime.district', 'majorReports.inTime.street', 'majorReports.inTime.committee'],
    kind: 'ADDITIVE',
    source: S3,
  }),
  ratioOf('majorReports.onTime', ['重大活动按期报告率', 'Major activities reported in time'], {
    of: ['majorReports.inTime', 'majorReports'],
    source: 'OneNX data model 5.3 (26)',
  }),
  ratioOf('census.completeness', ['摸底调研报送率', 'Census returns submitted'], {
    of: ['census.submitted', 'census.expected'],
    source: S3,
  }),
  ratioOf('census.onTime', ['摸底调研按期报送率', 'Census returns submitted in time'], {
    of: ['census.inTime', 'census.expected'],
    source: S3,
  }),
  ratioOf('posts.filledShare', ['社区岗位在岗率', 'Posts filled'], { of: ['posts.filled', 'posts'], source: S4 }),
];

const people: readonly DerivedMeasure[] = [
  sumOf('volunteerTeams', ['志愿服务团队数', 'Volunteer teams', '支'], {
    of: ['volunteerTeams.street', 'volunteerTeams.committee'],
    kind: 'STOCK',
    source: S3,
  }),
  sumOf('volunteerTeams.members', ['志愿服务团队成员人次', 'Members of volunteer teams', '人次'], {
    of: ['volunteerTeams.members.street', 'volunteerTeams.members.committee'],
    kind: 'STOCK',
    source: S1,
  }),
  sumOf('patrolTeams', ['群防群治巡防队数', 'Patrol teams', '支'], {
    of: ['patrolTeams.street', 'patrolTeams.committee'],
    kind: 'STOCK',
    source: S3,
  }),
  sumOf('emergencyTeams', ['应急志愿者队数', 'Emergency teams', '支'], {
    of: ['emergencyTeams.street', 'emergencyTeams.committee'],
    kind: 'STOCK',
    source: S3,
  }),
  sumOf('careTeams', ['1+2+5结对服务队数', '1+2+5 care teams', '支'], {
    of: ['careTeams.street', 'careTeams.committee'],
    kind: 'STOCK',
    source: S1,
  }),
  ratioOf('volunteers.hoursPerResident', ['人均志愿服务时长', 'Hours volunteered per resident', '小时/人'], {
    of: ['volunteers.hours', 'population.resident'],
    source: 'OneNX data model 5.3 (44)',
    sensitive: true,
  }),
];

/** Shares of communities: the least number is given with the question, 1 where it is whether there is any. */
const coverage: readonly DerivedMeasure[] = [
  committeesReaching(
    'coreKinds.coverage',
    ['核心组织类别达标的社区占比(齐全为8)', 'Communities with a number of core kinds, 8 for all'],
    {
      of: 'coreKinds',
      source: 'OneNX data model 5.3 (15)',
    },
  ),
  committeesReaching(
    'centreKinds.coverage',
    ['便民中心种类达标的社区占比(齐全为8)', 'Communities with a number of kinds of centres, 8 for all'],
    {
      of: 'centreKinds.committee',
      source: S1,
    },
  ),
  committeesReaching(
    'fivePartyLinks.coverage',
    ['五社联动覆盖的社区占比', 'Communities with links of all five parties'],
    {
      of: 'fivePartyLinks.complete',
      source: S3,
    },
  ),
  committeesReaching('charters.coverage', ['有备案居民公约的社区占比', 'Communities with charters or pacts filed'], {
    of: 'charters.filed',
    source: S3,
  }),
  committeesReaching('cultureWalls.coverage', ['文化宣传长廊覆盖的社区占比', 'Communities with culture walls'], {
    of: 'cultureWalls',
    source: S1,
  }),
  committeesReaching(
    'socialWorkRooms.coverage',
    ['社区社会工作室覆盖的社区占比', 'Communities with social work rooms'],
    {
      of: 'socialWorkRooms',
      source: S4,
    },
  ),
  committeesReaching('emergencyPlans.coverage', ['有应急预案的社区占比', 'Communities with emergency plans'], {
    of: 'emergencyPlans',
    source: S3,
  }),
  committeesReaching('drills.coverage', ['开展应急演练的社区占比', 'Communities that held drills'], {
    of: 'drills',
    source: S3,
  }),
];

/** What the hub makes of what committees count, and of what streets and the district count of the same sort. */
export const derivedOfCommittees: readonly DerivedMeasure[] = [
  ...needs,
  ...residents,
  ...estates,
  ...work,
  ...people,
  ...coverage,
];
