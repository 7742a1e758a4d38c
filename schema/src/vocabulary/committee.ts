import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S3 = 'Changning implementation opinion (2021)';
const S4 = 'Ningbo and other cases (2013–2019)';
const HOUSE = 'OneNX: states of the work';

export const groupStatus = defineVocabulary(
  'GroupStatus',
  { zh: '小组状态', en: 'Status of the group', source: `${S3}: three tiers` },
  {
    RECORDED: ['已登记', 'Recorded'],
    PROMOTED: ['已转为备案团队', 'Became a filed team'],
    REGISTERED: ['已转为注册社会组织', 'Became a registered organization'],
    ENDED: ['已终止', 'Ended'],
  },
);

export const targetGroup = defineVocabulary(
  'TargetGroup',
  { zh: '服务对象', en: 'Target group', source: S3 },
  {
    ALL: ['全体居民', 'All residents'],
    ELDERLY: ['老年人', 'Older people'],
    CHILDREN: ['儿童青少年', 'Children and youth'],
    WOMEN: ['妇女', 'Women'],
    DISABLED: ['残疾人', 'People with disabilities'],
    HARDSHIP: ['困难群体', 'People in hardship'],
    MIGRANTS: ['流动人口', 'Migrants'],
    WORKERS: ['职工', 'Employees'],
    SPECIAL: ['特殊人群', 'People under special care'],
  },
);

export const supplyMode = defineVocabulary(
  'SupplyMode',
  { zh: '供给方式', en: 'Mode of supply', source: `${S1}: five modes` },
  {
    PURCHASE: ['政府购买', 'Government purchase'],
    VENTURE: ['公益创投', 'Venture philanthropy'],
    VOLUNTEERING: ['义工志愿', 'Volunteering'],
    DONATION: ['慈善捐赠', 'Donation'],
    LOW_PRICE: ['低价有偿', 'At a low price'],
  },
);

export const needChannel = defineVocabulary(
  'NeedChannel',
  { zh: '提出途径', en: 'How it was raised', source: `${S3}: needs are raised by residents` },
  {
    RESIDENT: ['居民提出', 'By residents'],
    MEETING: ['居民会议协商', 'In deliberation'],
    VISIT: ['走访排查', 'On a visit'],
    SURVEY: ['调研征询', 'In a survey'],
    COMMITTEE: ['居委会提出', 'By the committee'],
  },
);

export const needPriority = defineVocabulary(
  'NeedPriority',
  { zh: '优先程度', en: 'Priority', source: 'docs/coverage.md 42' },
  { HIGH: ['高', 'High'], NORMAL: ['中', 'Normal'], LOW: ['低', 'Low'] },
);

export const needStatus = defineVocabulary(
  'NeedStatus',
  { zh: '需求状态', en: 'Status of the need', source: `${S3}; ${S1}: adoption of items` },
  {
    RAISED: ['已提出', 'Raised'],
    ACCEPTED: ['已列入清单', 'On the list'],
    CLAIMED: ['已认领', 'Claimed'],
    MATCHED: ['已对接', 'Matched'],
    ANSWERED: ['已回应', 'Answered'],
    CLOSED: ['已办结', 'Closed'],
    MERGED: ['已合并', 'Merged'],
    DECLINED: ['未采纳', 'Declined'],
  },
);

export const deliberationKind = defineVocabulary(
  'DeliberationKind',
  { zh: '协商形式', en: 'Form of deliberation', source: `上海市居民委员会工作条例 §16; ${S0}; ${S1}` },
  {
    HEARING: ['听证会', 'Hearing'],
    COORDINATION: ['协调会', 'Coordination meeting'],
    APPRAISAL: ['评议会', 'Appraisal meeting'],
    JOINT_MEETING: ['联席会议', 'Joint meeting'],
    CONGRESS: ['社区代表会议', 'Residents’ congress'],
    CONSULTATION: ['规划与实事项目征询', 'Consultation on plans and projects'],
    AID_HEARING: ['低保听证', 'Hearing on subsistence aid'],
    TALK_ROOM: ['居民说事室', 'Residents’ talk room'],
  },
);

export const deliberationStatus = defineVocabulary(
  'DeliberationStatus',
  { zh: '协商状态', en: 'Status of the deliberation', source: 'docs/coverage.md 85' },
  {
    PLANNED: ['已计划', 'Planned'],
    HELD: ['已召开', 'Held'],
    ADOPTED: ['已通过', 'Adopted'],
    NOT_ADOPTED: ['未通过', 'Not adopted'],
    COMPLETED: ['已落实', 'Carried out'],
    CANCELLED: ['已取消', 'Cancelled'],
  },
);

export const meetingStatus = defineVocabulary(
  'MeetingStatus',
  { zh: '会议状态', en: 'Status of the meeting', source: `${S0}: 四位一体` },
  { PLANNED: ['已计划', 'Planned'], HELD: ['已召开', 'Held'], SETTLED: ['议题已办结', 'Items settled'] },
);

export const charterKind = defineVocabulary(
  'CharterKind',
  { zh: '自治规约类别', en: 'Sort of self-rule document', source: S3 },
  {
    CHARTER: ['居民自治章程', 'Self-rule charter'],
    PACT: ['居民公约', 'Residents’ pact'],
    HOUSE_RULES: ['住户守则', 'House rules'],
  },
);

export const charterStatus = defineVocabulary(
  'CharterStatus',
  { zh: '规约状态', en: 'Status of the document', source: 'docs/coverage.md 86' },
  {
    DRAFTED: ['起草', 'Drafted'],
    ADOPTED: ['已通过', 'Adopted'],
    FILED: ['已备案', 'Filed'],
    REPLACED: ['已废止或被替代', 'Replaced or repealed'],
  },
);

export const disputeType = defineVocabulary(
  'DisputeType',
  { zh: '纠纷类别', en: 'Type of dispute', source: 'OneNX data model 5.2' },
  {
    PROPERTY: ['物业', 'Property'],
    FAMILY: ['家庭', 'Family'],
    NEIGHBOUR: ['邻里', 'Neighbours'],
    PETITION: ['信访', 'Petition'],
    MEDICAL: ['医患', 'Medical'],
    LABOUR: ['劳动', 'Labour'],
    OTHER: ['其他', 'Other'],
  },
);

export const disputeHandler = defineVocabulary(
  'DisputeHandler',
  { zh: '调处力量', en: 'Who mediates', source: `${S3}; ${S0}; ${S1}` },
  {
    MEDIATION_COMMITTEE: ['人民调解委员会', 'Mediation committee'],
    PARTY_STUDIO: ['党员工作室', 'Party-member studio'],
    HOME: ['开心家园', 'Happy home'],
    TEAM: ['调解队', 'Mediation team'],
  },
);

export const disputeStatus = defineVocabulary(
  'DisputeStatus',
  { zh: '调处状态', en: 'Status of the case', source: 'OneNX data model 5.3 (49)' },
  {
    ACCEPTED: ['已受理', 'Accepted'],
    RESOLVED: ['已化解', 'Resolved'],
    TRANSFERRED: ['已转送', 'Transferred'],
    CLOSED: ['终止调解', 'Closed unresolved'],
  },
);

export const appealPlatform = defineVocabulary(
  'AppealPlatform',
  { zh: '三个平台', en: 'Three platforms', source: `${S1}: 3+2+1` },
  {
    VOICE: ['心声诉求', 'Appeals'],
    AFFAIRS: ['事务落实', 'Affairs carried out'],
    AID: ['困难救助', 'Aid in hardship'],
  },
);

export const appealStatus = defineVocabulary(
  'AppealStatus',
  { zh: '办理状态', en: 'Status of the appeal', source: 'docs/coverage.md 96' },
  {
    RECEIVED: ['已受理', 'Received'],
    ASSIGNED: ['已交办', 'Assigned'],
    CLOSED: ['已办结', 'Closed'],
    REFUSED: ['不予受理', 'Refused'],
  },
);

export const ownersCommitteeStatus = defineVocabulary(
  'OwnersCommitteeStatus',
  { zh: '业委会状态', en: 'Status of the owners’ committee', source: '物业管理条例 §16' },
  { ELECTED: ['已选举', 'Elected'], FILED: ['已备案', 'Filed'], ENDED: ['已届满或解散', 'Term over or dissolved'] },
);

export const disclosureStatus = defineVocabulary(
  'DisclosureStatus',
  { zh: '公示状态', en: 'Status of the disclosure', source: 'OneNX standards 3.4: public revenue quarterly' },
  { DUE: ['待公示', 'Due'], PUBLISHED: ['已公示', 'Published'], WITHDRAWN: ['已撤回', 'Withdrawn'] },
);

export const reviewStatus = defineVocabulary(
  'PeerReviewStatus',
  { zh: '评议状态', en: 'Status of the review', source: 'docs/coverage.md 84' },
  { PLANNED: ['已计划', 'Planned'], HELD: ['已评议', 'Held'], PUBLISHED: ['已公布', 'Published'] },
);

export const emergencyPlanKind = defineVocabulary(
  'EmergencyPlanKind',
  { zh: '预案类别', en: 'Sort of emergency', source: '突发事件应对法: four classes [GK]' },
  {
    GENERAL: ['综合预案', 'General'],
    NATURAL: ['自然灾害', 'Natural disaster'],
    ACCIDENT: ['事故灾难', 'Accident'],
    HEALTH: ['公共卫生', 'Public health'],
    SAFETY: ['社会安全', 'Public safety'],
  },
);

export const drillStatus = defineVocabulary(
  'DrillStatus',
  { zh: '演练状态', en: 'Status of the drill', source: 'docs/coverage.md 129' },
  { PLANNED: ['已计划', 'Planned'], HELD: ['已演练', 'Held'], CANCELLED: ['已取消', 'Cancelled'] },
);

export const postKind = defineVocabulary(
  'PostKind',
  { zh: '岗位类别', en: 'Sort of post', source: `${S4}: 149 model posts, 一委一居一中心` },
  {
    PARTY: ['社区党组织', 'Party organization'],
    COMMITTEE: ['居委会', 'Committee'],
    CENTRE: ['社区服务中心', 'Service centre'],
    SOCIAL_WORK: ['社会工作', 'Social work'],
  },
);

export const postStatus = defineVocabulary(
  'PostStatus',
  { zh: '岗位状态', en: 'Status of the post', source: HOUSE },
  { OPEN: ['空缺', 'Open'], FILLED: ['在岗', 'Filled'], ABOLISHED: ['撤销', 'Abolished'] },
);

/** The case counts eight kinds but its list is not at hand: a bureau puts its own names to the numbers. */
export const coreKind = defineVocabulary(
  'CoreKind',
  {
    zh: '八类核心社会组织',
    en: 'Eight kinds of core organization',
    source: `${S1}: 1+8+X; the names are the bureau's`,
  },
  {
    CORE_1: ['第一类核心组织', 'First kind'],
    CORE_2: ['第二类核心组织', 'Second kind'],
    CORE_3: ['第三类核心组织', 'Third kind'],
    CORE_4: ['第四类核心组织', 'Fourth kind'],
    CORE_5: ['第五类核心组织', 'Fifth kind'],
    CORE_6: ['第六类核心组织', 'Sixth kind'],
    CORE_7: ['第七类核心组织', 'Seventh kind'],
    CORE_8: ['第八类核心组织', 'Eighth kind'],
  },
);

export const censusReturnStatus = defineVocabulary(
  'CensusReturnStatus',
  { zh: '报送状态', en: 'Status of the return', source: `${S3}: baseline census` },
  {
    PREPARING: ['填报中', 'Being filled in'],
    SUBMITTED: ['已报送', 'Submitted'],
    RETURNED: ['已退回', 'Returned'],
    APPROVED: ['已审核', 'Approved'],
  },
);

export const surveySubject = defineVocabulary(
  'SurveySubject',
  { zh: '测评对象类别', en: 'Sort of subject', source: `${S3}; ${S1}: 社区工作群众评` },
  {
    PROJECT: ['服务项目', 'Project'],
    ORGANIZATION: ['社会组织', 'Organization'],
    SERVICE: ['日常服务', 'Daily service'],
    COMMITTEE_WORK: ['居委会工作', 'Committee work'],
  },
);

/** The code lists of a committee's own kinds. */
export const committeeVocabularies: readonly Vocabulary[] = [
  appealPlatform,
  appealStatus,
  censusReturnStatus,
  charterKind,
  charterStatus,
  coreKind,
  deliberationKind,
  deliberationStatus,
  disclosureStatus,
  disputeHandler,
  disputeStatus,
  disputeType,
  drillStatus,
  emergencyPlanKind,
  groupStatus,
  meetingStatus,
  needChannel,
  needPriority,
  needStatus,
  ownersCommitteeStatus,
  postKind,
  postStatus,
  reviewStatus,
  supplyMode,
  surveySubject,
  targetGroup,
];
