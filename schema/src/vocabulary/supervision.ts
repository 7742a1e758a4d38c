import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S3 = 'Changning implementation opinion (2021)';
const CREDIT = '社会组织信用信息管理办法(民政部令第60号)';
const GRADING = `${S3}: five steps; 社会组织评估管理办法`;

export const organizationOrigin = defineVocabulary(
  'OrganizationOrigin',
  { zh: '组织来源', en: 'Origin', source: 'Ningbo and other cases (2013–2019)' },
  { ENDOGENOUS: ['内生', 'Grown in the community'], INTRODUCED: ['引进', 'Introduced'] },
);

export const directClass = defineVocabulary(
  'DirectClass',
  { zh: '可直接登记的类别', en: 'Class that may register directly', source: '沪民规〔2024〕5号' },
  {
    TRADE: ['行业协会商会', 'Trade association or chamber'],
    SCIENCE: ['科技', 'Science and technology'],
    CHARITY: ['公益慈善', 'Charity'],
    COMMUNITY_SERVICE: ['城乡社区服务', 'Community service'],
  },
);

export const partyCoverage = defineVocabulary(
  'PartyCoverage',
  { zh: '党建覆盖', en: 'Party coverage', source: `${S3}; Jizhou case (2014): two coverages, two indicators` },
  {
    ORG: ['组织覆盖', 'By a party organization'],
    WORK: ['工作覆盖', 'By party work alone'],
    NONE: ['未覆盖', 'Neither'],
  },
);

export const partyOrganizationLevel = defineVocabulary(
  'PartyOrganizationLevel',
  { zh: '党组织层级', en: 'Level of a party organization', source: 'Jizhou case (2014)' },
  {
    COMMITTEE: ['党委', 'Party committee'],
    GENERAL_BRANCH: ['党总支', 'General branch'],
    BRANCH: ['党支部', 'Branch'],
    JOINT_BRANCH: ['联合党支部', 'Joint branch'],
    GROUP: ['党小组', 'Party group'],
  },
);

export const organizationChangeKind = defineVocabulary(
  'OrganizationChangeKind',
  { zh: '变更事项', en: 'What is changed', source: '社会团体登记管理条例 §18; the district platform tallies of 2024' },
  {
    NAME: ['名称', 'Name'],
    SEAT: ['住所', 'Seat'],
    LEGAL_REPRESENTATIVE: ['法定代表人', 'Legal representative'],
    SCOPE: ['业务范围', 'Scope'],
    FUNDS: ['注册资金', 'Funds'],
    SUPERVISING_UNIT: ['业务主管单位', 'Supervising unit'],
    CHARTER: ['章程核准', 'Charter approval'],
    EXTENSION: ['证书延续', 'Extension of the certificate'],
  },
);

export const organizationChangeStatus = defineVocabulary(
  'OrganizationChangeStatus',
  { zh: '变更办理状态', en: 'State of a change', source: '社会团体登记管理条例 §18' },
  { ACCEPTED: ['已受理', 'Accepted'], APPROVED: ['准予变更', 'Approved'], REFUSED: ['不予变更', 'Refused'] },
);

export const gradeStage = defineVocabulary(
  'GradeStage',
  { zh: '评估步骤', en: 'Step of the grading', source: GRADING },
  {
    DECLARED: ['自我申报', 'Declared'],
    COACHED: ['指导培训', 'Coached'],
    ASSESSED: ['专家评估', 'Assessed by experts'],
    DECIDED: ['等级评定', 'Decided'],
    PUBLISHED: ['公示表彰', 'Published'],
    REFUSED: ['不予评估', 'Refused'],
  },
);

export const annualReportStatus = defineVocabulary(
  'AnnualReportStatus',
  { zh: '年报状态', en: 'State of an annual report', source: '社会团体登记管理条例 §28' },
  { DUE: ['待报送', 'Due'], SUBMITTED: ['已报送', 'Submitted'], CONCLUDED: ['已出结论', 'Concluded'] },
);

export const annualReportResult = defineVocabulary(
  'AnnualReportResult',
  { zh: '年检结论', en: 'Result of the annual check', source: '社会组织评估管理办法; 社会团体登记管理条例 §28' },
  { PASSED: ['合格', 'Passed'], BASIC: ['基本合格', 'Basically passed'], FAILED: ['不合格', 'Failed'] },
);

export const creditKind = defineVocabulary(
  'CreditKind',
  { zh: '信用名录', en: 'Credit list', source: CREDIT },
  {
    ABNORMAL: ['活动异常名录', 'List of abnormal activity'],
    SERIOUS: ['严重违法失信名单', 'List of serious breaches'],
  },
);

export const creditReason = defineVocabulary(
  'CreditReason',
  { zh: '列入事由', en: 'Why it is listed', source: CREDIT },
  {
    NO_ANNUAL_REPORT: ['未按规定年报', 'No annual report as required'],
    NO_PARTY_ORGANIZATION: ['未按规定建立党组织', 'No party organization as required'],
    RECTIFICATION_OVERDUE: ['逾期未整改', 'Rectification overdue'],
    FUND_RAISING: ['公开募捐违规', 'Fault in fund raising'],
    MINOR_PENALTY: ['警告或较小数额罚款', 'Warning or small fine'],
    UNREACHABLE: ['无法取得联系', 'Unreachable at its seat'],
    ABNORMAL_TOO_LONG: ['列入异常名录期满未改', 'Abnormal for too long'],
    FAKED_CHANGE: ['骗取变更登记', 'Faked change of registration'],
    ORDERED_TO_STOP: ['限期停止活动', 'Ordered to stop'],
    LARGE_FINE: ['较大数额罚款', 'Large fine'],
    REPEATED_PENALTY: ['多次警告或罚款', 'Repeated warnings or fines'],
    JUDGMENT_DEFAULTER: ['失信被执行人', 'Defaulter on a judgment'],
    LICENCE_REVOKED: ['被吊销证书', 'Licence revoked'],
  },
);

export const creditStatus = defineVocabulary(
  'CreditStatus',
  { zh: '列入状态', en: 'State of a listing', source: CREDIT },
  {
    PROPOSED: ['拟列入', 'Proposed'],
    LISTED: ['已列入', 'Listed'],
    REMOVED: ['已移出', 'Removed'],
    DROPPED: ['不予列入', 'Dropped'],
  },
);

export const penaltyKind = defineVocabulary(
  'PenaltyKind',
  { zh: '处罚种类', en: 'Kind of penalty', source: '社会团体登记管理条例 §30; 行政处罚法' },
  {
    WARNING: ['警告', 'Warning'],
    FINE: ['罚款', 'Fine'],
    CONFISCATION: ['没收违法所得', 'Confiscation'],
    SUSPENSION: ['限期停止活动', 'Suspension'],
    REVOCATION: ['撤销登记', 'Revocation'],
  },
);

export const penaltyStatus = defineVocabulary(
  'PenaltyStatus',
  { zh: '处罚状态', en: 'State of a penalty', source: '行政处罚法' },
  { DECIDED: ['已决定', 'Decided'], PERFORMED: ['已执行', 'Performed'], ANNULLED: ['已撤销', 'Annulled'] },
);

export const leaderRecordStatus = defineVocabulary(
  'LeaderRecordStatus',
  { zh: '不良行为记录状态', en: 'State of a record on a leader', source: S3 },
  { RECORDED: ['已记录', 'Recorded'], REMOVED: ['已移除', 'Removed'] },
);

export const enforcementKind = defineVocabulary(
  'EnforcementKind',
  { zh: '执法案件种类', en: 'Kind of enforcement case', source: `${S3}; 民发〔2021〕63号` },
  {
    ILLEGAL: ['非法社会组织', 'Illegal organization'],
    ZOMBIE: ['僵尸型社会组织', 'Organization in name only'],
    VIOLATION: ['违规行为', 'Violation'],
  },
);

export const enforcementStatus = defineVocabulary(
  'EnforcementStatus',
  { zh: '执法案件状态', en: 'State of an enforcement case', source: S3 },
  {
    FOUND: ['已发现', 'Found'],
    INVESTIGATING: ['调查中', 'Under investigation'],
    DECIDED: ['已决定', 'Decided'],
    CLOSED: ['已结案', 'Closed'],
  },
);

/** 取缔 is what may become of an unregistered body; it is no status of a registered one. */
export const enforcementOutcome = defineVocabulary(
  'EnforcementOutcome',
  { zh: '处置结果', en: 'Outcome', source: '社会团体登记管理条例 §32; 民发〔2021〕63号' },
  {
    BANNED: ['取缔', 'Banned'],
    DISPERSED: ['劝散', 'Dispersed'],
    GUIDED_TO_REGISTER: ['引导登记', 'Guided to register'],
    DEREGISTERED: ['注销登记', 'Deregistered'],
    REVOKED: ['撤销登记', 'Revoked'],
    RECTIFIED: ['整改激活', 'Rectified'],
    UNFOUNDED: ['不成立', 'Unfounded'],
  },
);

export const governanceKind = defineVocabulary(
  'GovernanceKind',
  { zh: '治理机构', en: 'Body of governance', source: S3 },
  {
    ASSEMBLY: ['会员(代表)大会', 'Members assembly'],
    COUNCIL: ['理事会', 'Council'],
    SUPERVISORS: ['监事会', 'Supervisors'],
  },
);

export const governanceStatus = defineVocabulary(
  'GovernanceStatus',
  { zh: '治理机构状态', en: 'State of a body of governance', source: S3 },
  { IN_OFFICE: ['在任', 'In office'], DISSOLVED: ['已撤销', 'Dissolved'] },
);

export const warningSeverity = defineVocabulary(
  'WarningSeverity',
  { zh: '预警级别', en: 'Severity', source: 'OneNX data model 5.2: the scheme is a parameter' },
  { RED: ['红色', 'Red'], ORANGE: ['橙色', 'Orange'], YELLOW: ['黄色', 'Yellow'], BLUE: ['蓝色', 'Blue'] },
);

export const warningStatus = defineVocabulary(
  'WarningStatus',
  { zh: '预警状态', en: 'State of a warning', source: `${S3}: three-level warning` },
  {
    RAISED: ['已发出', 'Raised'],
    HANDLING: ['处置中', 'Being handled'],
    ESCALATED: ['已上报', 'Escalated'],
    DISPOSED: ['已处置', 'Disposed'],
    CLOSED: ['已关闭', 'Closed'],
  },
);

export const warningLevel = defineVocabulary(
  'WarningLevel',
  { zh: '预警层级', en: 'Level of a warning', source: `${S3}: city, district, street and residents' area` },
  {
    COMMITTEE: ['居委会', 'Residents committee'],
    STREET: ['街镇', 'Street or town'],
    DISTRICT: ['区', 'District'],
    MUNICIPAL: ['市', 'Municipality'],
  },
);

export const targetStatus = defineVocabulary(
  'TargetStatus',
  { zh: '目标状态', en: 'State of a target', source: S3 },
  { SET: ['已设定', 'Set'], ASSESSED: ['已考核', 'Assessed'], ENDED: ['已终止', 'Ended'] },
);

export const workProgramme = defineVocabulary(
  'WorkProgramme',
  { zh: '四项计划', en: 'Programme of work', source: S3 },
  {
    CULTIVATION: ['培育发展计划', 'Cultivation'],
    CAPACITY: ['能力提升计划', 'Capacity'],
    ROLE: ['作用发挥计划', 'Taking part'],
    REGULATION: ['规范管理计划', 'Regulation'],
  },
);

export const dutyStatus = defineVocabulary(
  'DutyStatus',
  { zh: '报送状态', en: 'State of a reporting duty', source: 'OneNX data model 5.1' },
  {
    EXPECTED: ['待报送', 'Expected'],
    SUBMITTED: ['已报送', 'Submitted'],
    RETURNED: ['已退回', 'Returned'],
    APPROVED: ['已审核', 'Approved'],
    WAIVED: ['已免报', 'Waived'],
  },
);

/** The code lists of registration and supervision. */
export const supervisionVocabularies: readonly Vocabulary[] = [
  annualReportResult,
  annualReportStatus,
  creditKind,
  creditReason,
  creditStatus,
  directClass,
  dutyStatus,
  enforcementKind,
  enforcementOutcome,
  enforcementStatus,
  governanceKind,
  governanceStatus,
  gradeStage,
  leaderRecordStatus,
  organizationChangeKind,
  organizationChangeStatus,
  organizationOrigin,
  partyCoverage,
  partyOrganizationLevel,
  penaltyKind,
  penaltyStatus,
  targetStatus,
  warningLevel,
  warningSeverity,
  warningStatus,
  workProgramme,
];
