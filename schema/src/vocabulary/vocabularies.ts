import { committeeVocabularies } from './committee.js';
import { severalLevelsVocabularies } from './several-levels.js';
import { defineVocabulary, type Vocabulary } from './vocabulary.js';
import { developmentVocabularies } from './development.js';
import { purchaseVocabularies } from './purchase.js';
import { streetVocabularies } from './street.js';
import { supervisionVocabularies } from './supervision.js';
import { vitalSignsVocabularies } from './vital-signs.js';

const S0 = 'Changning consultative report (about 2014)';
const S3 = 'Changning implementation opinion (2021)';

export const legalForm = defineVocabulary(
  'LegalForm',
  { zh: '法人形式', en: 'Legal form', source: '社会团体登记管理条例; 民办非企业单位登记管理暂行条例; 基金会管理条例' },
  {
    ASSOCIATION: ['社会团体', 'Association'],
    SERVICE_ORG: ['社会服务机构(民办非企业单位)', 'Social service organization'],
    FOUNDATION: ['基金会', 'Foundation'],
  },
);

export const tier = defineVocabulary(
  'Tier',
  { zh: '层级', en: 'Tier', source: `${S3}: three tiers of community social organizations` },
  {
    REGISTERED: ['注册社会组织', 'Registered organization'],
    FILED_TEAM: ['群众活动团队(备案)', 'Filed activity team'],
    ACTIVITY_GROUP: ['社区活动小组', 'Activity group'],
  },
);

export const organizationCategory = defineVocabulary(
  'OrganizationCategory',
  { zh: '类别(四个领域)', en: 'Category (four fields)', source: S3 },
  {
    CHARITY: ['公益慈善', 'Charity'],
    LIFE_SERVICE: ['生活服务', 'Life service'],
    COMMUNITY_AFFAIRS: ['社区事务', 'Community affairs'],
    CULTURE_SPORT: ['文体活动', 'Culture and sport'],
  },
);

export const reportClass = defineVocabulary(
  'ReportClass',
  {
    zh: '报告分类',
    en: "The report's own classes",
    source: `${S0} names charity and community service; the other classes are made up for the sample`,
  },
  {
    CHARITY: ['公益类', 'Charity'],
    COMMUNITY_SERVICE: ['社区服务类', 'Community service'],
    EDUCATION: ['教育类', 'Education'],
    TRADE: ['行业类', 'Trade'],
    OTHER: ['其他', 'Other'],
  },
);

export const organizationRole = defineVocabulary(
  'OrganizationRole',
  { zh: '功能角色', en: 'Functional role', source: S3 },
  {
    HUB: ['枢纽型', 'Hub'],
    RESOURCE: ['资源型', 'Resource'],
    SUPPORT: ['支持型', 'Support'],
    PROFESSIONAL: ['专业服务型', 'Professional service'],
  },
);

/** 取缔 is an enforcement outcome on unregistered bodies, never a status of a registered one. */
export const organizationStatus = defineVocabulary(
  'OrganizationStatus',
  { zh: '登记状态', en: 'Registration status', source: '社会团体登记管理条例' },
  {
    PREPARING: ['筹备', 'Preparing'],
    ACTIVE: ['存续', 'Active'],
    RECTIFYING: ['限期整改', 'Rectifying'],
    SUSPENDED: ['限期停止活动', 'Suspended'],
    DEREGISTERED: ['注销', 'Deregistered'],
    REVOKED: ['撤销登记', 'Revoked'],
  },
);

export const registrationMode = defineVocabulary(
  'RegistrationMode',
  { zh: '登记方式', en: 'Registration mode', source: '沪民规〔2024〕5号' },
  { DUAL: ['双重管理', 'Dual'], DIRECT: ['直接登记', 'Direct'] },
);

export const teamStatus = defineVocabulary(
  'TeamStatus',
  { zh: '备案状态', en: 'Filing status', source: '沪民社管发〔2024〕1号' },
  {
    FILED: ['已备案', 'Filed'],
    EXPIRED: ['备案到期', 'Expired'],
    CANCELLED: ['已取消', 'Cancelled'],
    PROMOTED: ['已转为注册', 'Promoted'],
  },
);

export const groupForm = defineVocabulary(
  'GroupForm',
  { zh: '小组形式', en: 'Form of the group', source: `${S0}; ${S3}` },
  { GROUP: ['社区活动小组', 'Activity group'], STUDIO: ['党员志愿者工作室', 'Party-member volunteer studio'] },
);

export const grade = defineVocabulary(
  'Grade',
  { zh: '评估等级', en: 'Grade', source: '社会组织评估管理办法: 1A to 5A' },
  { A1: ['1A级', '1A'], A2: ['2A级', '2A'], A3: ['3A级', '3A'], A4: ['4A级', '4A'], A5: ['5A级', '5A'] },
);

export const serviceField = defineVocabulary(
  'ServiceField',
  { zh: '服务领域', en: 'Service field', source: S3 },
  {
    ELDERLY: ['养老', 'Elderly care'],
    DISABLED: ['助残', 'Disability'],
    CHILDCARE: ['托育', 'Childcare'],
    FAMILY: ['家庭', 'Family'],
    HEALTH: ['健康', 'Health'],
    LEGAL: ['法律', 'Legal aid'],
    HARDSHIP: ['困难群体', 'People in hardship'],
    MEDIATION: ['矛盾调处', 'Mediation'],
    PROPERTY: ['物业治理', 'Property governance'],
    WASTE: ['垃圾分类', 'Waste sorting'],
    SAFETY: ['群防群治', 'Neighbourhood safety'],
    EMERGENCY: ['应急', 'Emergency'],
    DELIBERATION: ['协商自治', 'Deliberation'],
    MIGRANTS: ['流动人口融入', 'Migrants'],
    CULTURE: ['文化', 'Culture'],
    EDUCATION: ['教育', 'Education'],
    SPORT: ['体育', 'Sport'],
    CIVILITY: ['文明创建', 'Civility'],
    PUBLICITY: ['宣传', 'Publicity'],
  },
);

export const projectCategory = defineVocabulary(
  'ProjectCategory',
  { zh: '项目类别', en: 'Project category', source: S3 },
  {
    GOVERNANCE: ['社区治理', 'Community governance'],
    ELDERLY_CARE: ['为老服务', 'Elderly care'],
    AID: ['帮困助残', 'Aid'],
    FAMILY_YOUTH: ['家庭与青少年', 'Family and youth'],
    CULTURE: ['文化体育', 'Culture and sport'],
    RENOVATION: ['综合改造', 'Renovation'],
  },
);

export const projectStage = defineVocabulary(
  'ProjectStage',
  { zh: '项目阶段', en: 'Project stage', source: S3 },
  {
    NEED_SURVEY: ['需求调研', 'Need survey'],
    APPROVED: ['立项', 'Approved'],
    TENDERING: ['采购', 'Tendering'],
    CONTRACTED: ['签约', 'Contracted'],
    RUNNING: ['实施', 'Running'],
    EVALUATING: ['绩效评价', 'Evaluating'],
    AUDITED: ['审计', 'Audited'],
    PAID: ['结清', 'Paid'],
    CLOSED: ['结项', 'Closed'],
    TERMINATED: ['终止', 'Terminated'],
  },
);

/** The statutory methods; 定向委托, 项目发包 and 费随事转 are arrangements: see PurchaseArrangement. */
export const procurementMethod = defineVocabulary(
  'ProcurementMethod',
  { zh: '采购方式', en: 'Procurement method', source: '政府采购法; 政府采购框架协议采购方式管理暂行办法' },
  {
    OPEN_TENDER: ['公开招标', 'Open tender'],
    INVITED_TENDER: ['邀请招标', 'Invited tender'],
    NEGOTIATION: ['竞争性谈判', 'Competitive negotiation'],
    CONSULTATION: ['竞争性磋商', 'Competitive consultation'],
    SINGLE_SOURCE: ['单一来源', 'Single source'],
    INQUIRY: ['询价', 'Inquiry'],
    FRAMEWORK: ['框架协议', 'Framework agreement'],
  },
);

export const fundSource = defineVocabulary(
  'FundSource',
  { zh: '资金来源', en: 'Fund source', source: S3 },
  {
    FISCAL: ['财政资金', 'Fiscal'],
    SPECIAL: ['专项扶持资金', 'Special support fund'],
    LOTTERY: ['福利彩票公益金', 'Lottery fund'],
    FOUNDATION: ['社区基金会', 'Community foundation'],
    SOCIAL: ['社会资金', 'Social'],
    VENTURE: ['公益创投', 'Venture philanthropy'],
    MICRO_VENTURE: ['微创投', 'Micro-venture'],
    CENTRAL: ['中央财政支持项目资金', 'Central fiscal support'],
  },
);

export const evaluationResult = defineVocabulary(
  'EvaluationResult',
  { zh: '评价结果', en: 'Evaluation result', source: '政府购买服务管理办法(财政部令第102号)' },
  {
    EXCELLENT: ['优', 'Excellent'],
    GOOD: ['良', 'Good'],
    PASSED: ['合格', 'Passed'],
    FAILED: ['不合格', 'Failed'],
  },
);

export const recordState = defineVocabulary(
  'RecordState',
  { zh: '数据状态', en: 'State of the record', source: 'OneNX data model 5.1' },
  {
    DRAFT: ['草稿', 'Draft'],
    SUBMITTED: ['已提交', 'Submitted'],
    APPROVED_COMMITTEE: ['居委会已审', 'Approved by the committee'],
    APPROVED_STREET: ['街镇已审', 'Approved by the street'],
    APPROVED_DISTRICT: ['区已审', 'Approved by the district'],
    LOCKED: ['已锁定', 'Locked'],
    WITHDRAWN: ['已撤回', 'Withdrawn'],
  },
);

export const shareClass = defineVocabulary(
  'ShareClass',
  { zh: '共享属性(部门间)', en: 'Sharing between authorities', source: '政务数据共享条例(国务院令第809号)' },
  {
    UNCONDITIONAL: ['无条件共享', 'Unconditional'],
    CONDITIONAL: ['有条件共享', 'Conditional'],
    NOT_SHARED: ['不予共享', 'Not shared'],
  },
);

export const openClass = defineVocabulary(
  'OpenClass',
  { zh: '开放属性(对社会)', en: 'Opening to the public', source: '上海市数据条例 §41' },
  {
    UNCONDITIONAL: ['无条件开放', 'Unconditional'],
    CONDITIONAL: ['有条件开放', 'Conditional'],
    CLOSED: ['非开放', 'Closed'],
  },
);

/** Every code list that the API publishes at `codeLists`, in alphabetical order of name. */
export const vocabularies: readonly Vocabulary[] = [
  evaluationResult,
  fundSource,
  grade,
  groupForm,
  legalForm,
  openClass,
  organizationCategory,
  organizationRole,
  organizationStatus,
  procurementMethod,
  projectCategory,
  projectStage,
  recordState,
  registrationMode,
  reportClass,
  serviceField,
  shareClass,
  teamStatus,
  tier,
  ...committeeVocabularies,
  ...severalLevelsVocabularies,
  ...supervisionVocabularies,
  ...vitalSignsVocabularies,
  ...developmentVocabularies,
  ...purchaseVocabularies,
  ...streetVocabularies,
].toSorted((a, b) => (a.name < b.name ? -1 : 1));
