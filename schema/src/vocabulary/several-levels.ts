import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S3 = 'Changning implementation opinion (2021)';
const S4 = 'Ningbo and other cases (2013–2019)';
const HOUSE = 'OneNX: states of the work';

export const lifeStatus = defineVocabulary(
  'LifeStatus',
  { zh: '存续状态', en: 'Whether it goes on', source: HOUSE },
  { ACTIVE: ['有效', 'Active'], ENDED: ['终止', 'Ended'] },
);

export const visitFinding = defineVocabulary(
  'VisitFinding',
  { zh: '走访情况', en: 'What was found', source: `${S3}; 民发〔2021〕63号` },
  {
    NORMAL: ['正常', 'In order'],
    UNREACHABLE: ['联系不上', 'Unreachable'],
    INACTIVE: ['无活动', 'No activity'],
    RISK: ['有风险隐患', 'A risk'],
    NEEDS_HELP: ['有困难需帮助', 'Needs help'],
  },
);

export const visitStatus = defineVocabulary(
  'VisitStatus',
  { zh: '走访状态', en: 'Status of the visit', source: HOUSE },
  {
    RECORDED: ['已记录', 'Recorded'],
    FOLLOWING_UP: ['跟进中', 'Being followed up'],
    CLOSED: ['已办结', 'Closed'],
  },
);

export const majorActivityKind = defineVocabulary(
  'MajorActivityKind',
  {
    zh: '重大事项类别',
    en: 'Sort of major activity',
    source: '上海市社会组织重大事项报告办法(试行): 负责人变动, 涉外; others general [GK]',
  },
  {
    LARGE_EVENT: ['大型活动', 'Large event'],
    MEETING: ['重要会议', 'Important meeting'],
    LEADERS: ['负责人变动', 'Change of leaders'],
    FOREIGN: ['涉外活动', 'Foreign-related activity'],
    DONATION: ['接受大额捐赠', 'Large donation'],
    OTHER: ['其他', 'Other'],
  },
);

const REPORTING = {
  DRAFTED: ['起草', 'Drafted'],
  REPORTED: ['已报告', 'Reported'],
  RETURNED: ['已退回', 'Returned'],
  ACCEPTED: ['区已备查', 'Accepted by the district'],
  CONCLUDED: ['活动已结束', 'Concluded'],
  CANCELLED: ['已取消', 'Cancelled'],
} as const;

export const majorActivityStatus = defineVocabulary(
  'MajorActivityStatus',
  { zh: '报告状态', en: 'Status of the report', source: `${S3}: street → district` },
  REPORTING,
);

/** A committee's report goes by way of its street. */
export const committeeMajorActivityStatus = defineVocabulary(
  'CommitteeMajorActivityStatus',
  { zh: '报告状态(居委会)', en: "Status of a committee's report", source: `${S3}: committee → street → district` },
  { ...REPORTING, STREET_PASSED: ['街镇已审核', 'Passed by the street'] },
);

export const centreKind = defineVocabulary(
  'CentreKind',
  { zh: '八大便民中心', en: 'Eight convenience centres', source: S1 },
  {
    SERVICE: ['服务', 'Service'],
    CULTURE: ['文化', 'Culture'],
    FITNESS: ['健身', 'Fitness'],
    HEALTH: ['卫生', 'Health'],
    JOBS: ['就业', 'Jobs'],
    HOME_CARE: ['居家养老助残', 'Home care of elders and disabled'],
    NURSERY: ['托幼', 'Nursery'],
    PEACE: ['平安', 'Peace'],
  },
);

export const siteKind = defineVocabulary(
  'SiteKind',
  { zh: '服务设施类别', en: 'Sort of service site', source: `${S3}; ${S1}; ${S0}; ${S4}` },
  {
    COMPLEX: ['社区综合服务设施', 'Service complex'],
    NEIGHBOUR_POINT: ['睦邻点', 'Neighbourhood point'],
    ORGANIZATION_HOME: ['社会组织之家', 'Home of social organizations'],
    CHARITY_SHOP: ['慈善超市', 'Charity shop'],
    LIFE_SERVICE: ['社区生活服务中心', 'Life service centre'],
    CONVENIENCE: ['便民中心', 'Convenience centre'],
    CULTURE_WALL: ['文化宣传长廊', 'Culture wall'],
    CULTURE_CENTRE: ['社区文化中心', 'Culture centre'],
    SPORT_CLUB: ['社区体育俱乐部', 'Sports club'],
    ELDER_CARE: ['居家养老或日间照料', 'Home or day care of elders'],
    DISABLED_SERVICE: ['残疾人服务社', 'Service of people with disabilities'],
    SOCIAL_WORK_ROOM: ['社区社会工作室', 'Social work room'],
    JUSTICE_STATION: ['司法社工站', 'Judicial social work station'],
    SUPPORT_SERVICE: ['综合协管服务社', 'Support service'],
    PARTY_CENTRE: ['党员活动中心', 'Party centre'],
  },
);

export const siteStatus = defineVocabulary(
  'SiteStatus',
  { zh: '设施状态', en: 'Status of the site', source: HOUSE },
  { OPEN: ['开放', 'Open'], SUSPENDED: ['暂停', 'Suspended'], CLOSED: ['关闭', 'Closed'] },
);

export const volunteerTeamForm = defineVocabulary(
  'VolunteerTeamForm',
  { zh: '志愿团队类别', en: 'Form of the volunteer team', source: `${S3}; ${S1}` },
  {
    SERVICE: ['社区志愿服务队', 'Community service'],
    EMERGENCY: ['应急志愿者队', 'Emergency'],
    PATROL: ['群防群治巡防队', 'Neighbourhood patrol'],
    CARE_125: ['1+2+5结对服务队', '1+2+5 care team'],
  },
);

export const volunteerTeamStatus = defineVocabulary(
  'VolunteerTeamStatus',
  { zh: '志愿团队状态', en: 'Status of the volunteer team', source: '上海市志愿服务条例' },
  { ACTIVE: ['活动中', 'Active'], SUSPENDED: ['暂停', 'Suspended'], DISSOLVED: ['解散', 'Dissolved'] },
);

/** The code lists of kinds that several levels own. */
export const severalLevelsVocabularies: readonly Vocabulary[] = [
  centreKind,
  committeeMajorActivityStatus,
  lifeStatus,
  majorActivityKind,
  majorActivityStatus,
  siteKind,
  siteStatus,
  visitFinding,
  visitStatus,
  volunteerTeamForm,
  volunteerTeamStatus,
];
