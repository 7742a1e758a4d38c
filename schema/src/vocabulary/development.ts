import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S0 = 'Changning consultative report (about 2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';

export const awardKind = defineVocabulary(
  'AwardKind',
  { zh: '荣誉种类', en: 'Kind of award', source: `${S0}; ${S3}` },
  {
    BRAND_PROJECT: ['品牌项目', 'Brand project'],
    BRAND_ORGANIZATION: ['品牌社会组织', 'Brand organization'],
    PUBLIC_GOOD: ['公益之申', 'Public good of Shanghai'],
    START_UP_CONTEST: ['公益创业大赛', 'Contest of public-good start-ups'],
    TOP_TEN: ['五个“十优”', 'Top ten'],
    FIVE_STARS: ['五星奖', 'Five stars'],
    COMMUNITY_TALENT: ['社区达人', 'Community talent'],
    GOVERNANCE_TALENT: ['治理达人', 'Governance talent'],
    LEADING_TALENT: ['领军人才', 'Leading talent'],
    TOP_TALENT: ['拔尖人才', 'Top talent'],
    OTHER: ['其他', 'Other'],
  },
);

export const eventKind = defineVocabulary(
  'EventKind',
  { zh: '活动种类', en: 'Kind of event', source: `${S0}; ${S3}` },
  {
    PARTNER_DAY: ['公益伙伴日', 'Day of public-good partners'],
    PARTNER_MONTH: ['公益伙伴月', 'Month of public-good partners'],
    CONTEST: ['大赛', 'Contest'],
    CASE_TALK: ['典型案例宣讲', 'Talk on a typical case'],
    PUBLICITY: ['宣传', 'Publicity'],
  },
);

export const courseKind = defineVocabulary(
  'CourseKind',
  { zh: '课程种类', en: 'Kind of course', source: S3 },
  { PROFESSIONAL: ['专业课程', 'Professional'], GENERAL: ['通用课程', 'General'], PARTY: ['党务培训', 'Party work'] },
);

export const certificateLevel = defineVocabulary(
  'CertificateLevel',
  { zh: '社工证书等级', en: 'Level of a social worker', source: 'Ningbo and other cases (2013–2019)' },
  {
    ASSISTANT: ['助理社会工作师', 'Assistant social worker'],
    SOCIAL_WORKER: ['社会工作师', 'Social worker'],
    SENIOR: ['高级社会工作师', 'Senior social worker'],
  },
);

export const socialWorkSpecialty = defineVocabulary(
  'SocialWorkSpecialty',
  { zh: '社工专业方向', en: 'Specialty of a social worker', source: S0 },
  {
    COMMUNITY: ['社区', 'Community'],
    DRUGS: ['禁毒', 'Drug control'],
    CORRECTION: ['社区矫正', 'Community correction'],
    YOUTH: ['青少年', 'Youth'],
    MENTAL_HEALTH: ['精神卫生', 'Mental health'],
    OTHER: ['其他', 'Other'],
  },
);

export const coordinationKind = defineVocabulary(
  'CoordinationKind',
  { zh: '议事协调机构种类', en: 'Kind of coordinating body', source: S2 },
  {
    LEADING_GROUP: ['社会建设工作领导小组', 'Leading group'],
    JOINT_CONFERENCE: ['联席会议', 'Joint conference'],
    OFFICE: ['社建办', 'Office of social development'],
    ADVISERS: ['顾问团', 'Advisers'],
  },
);

export const seatKind = defineVocabulary(
  'SeatKind',
  { zh: '参政席位', en: 'Seat', source: `${S0}; ${S3}` },
  {
    PEOPLES_CONGRESS: ['人大代表', "Deputy of the people's congress"],
    CPPCC: ['政协委员', 'Member of the consultative conference'],
    COMMUNITY_CONGRESS: ['社区代表会议成员', 'Member of the community congress'],
  },
);

export const careOwnership = defineVocabulary(
  'CareOwnership',
  { zh: '养老机构性质', en: 'Ownership of a care home', source: S0 },
  {
    PUBLIC: ['公办', 'Public'],
    PUBLIC_PRIVATE_RUN: ['公办民营', 'Publicly owned and privately run'],
    SOCIAL: ['社会办', 'Social'],
  },
);

export const censusStatus = defineVocabulary(
  'CensusStatus',
  { zh: '摸底调研状态', en: 'State of a census', source: S3 },
  { PREPARED: ['筹备中', 'Prepared'], OPEN: ['进行中', 'Open'], CLOSED: ['已结束', 'Closed'] },
);

export const exchangeStatus = defineVocabulary(
  'ExchangeStatus',
  { zh: '交换状态', en: 'State of an exchange', source: `${S3}; 政务数据共享条例(国务院令第809号)` },
  {
    RECEIVED: ['已接收', 'Received'],
    APPLIED: ['已采用', 'Applied'],
    CONFLICT: ['有冲突', 'In conflict'],
    REJECTED: ['未采用', 'Rejected'],
  },
);

export const exchangeTopic = defineVocabulary(
  'ExchangeTopic',
  { zh: '交换内容', en: 'What is exchanged', source: S3 },
  {
    REGISTRATION: ['登记', 'Registration'],
    SUPERVISION: ['业务监管', 'Supervision'],
    CREDIT: ['信用', 'Credit'],
    ONLINE_SERVICE: ['一网通办', 'One-stop online service'],
    CITY_OPERATION: ['一网统管', 'City operation'],
  },
);

/** The code lists of people, honours and joint work in the development of organizations. */
export const developmentVocabularies: readonly Vocabulary[] = [
  awardKind,
  careOwnership,
  censusStatus,
  certificateLevel,
  coordinationKind,
  courseKind,
  eventKind,
  exchangeStatus,
  exchangeTopic,
  seatKind,
  socialWorkSpecialty,
];
