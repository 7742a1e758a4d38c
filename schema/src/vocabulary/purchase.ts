import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S0 = 'Changning consultative report (about 2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';
const PURCHASE = '政府购买服务管理办法(财政部令第102号)';
const HOUSE = 'OneNX: states of the work';

export const catalogueKind = defineVocabulary(
  'CatalogueKind',
  { zh: '目录种类', en: 'Kind of catalogue', source: `${S3}; ${S0}; ${S2}` },
  {
    PURCHASE: ['政府购买服务指导性目录', 'Guiding catalogue of purchases'],
    BASIC_SERVICE: ['社区基本公共服务目录', 'Basic public services of communities'],
    FUNCTION_TRANSFER: ['政府转移职能目录', 'Functions handed over by government'],
  },
);

/** How a purchase is arranged with whoever does it; none of these is a statutory method (see ProcurementMethod). */
export const purchaseArrangement = defineVocabulary(
  'PurchaseArrangement',
  { zh: '购买安排', en: 'Arrangement of a purchase', source: S2 },
  {
    FEE_FOLLOWS: ['费随事转', 'Fee follows the matter'],
    ENTRUST: ['定向委托', 'Directed entrustment'],
    PROJECT_CALL: ['项目发包', 'Call for projects'],
  },
);

/** Who may supply; units of public welfare class one and state-funded mass bodies may not, and are not in this list. */
export const supplierKind = defineVocabulary(
  'SupplierKind',
  { zh: '承接主体', en: 'Sort of supplier', source: PURCHASE },
  {
    SOCIAL_ORGANIZATION: ['社会组织', 'Social organization'],
    ENTERPRISE: ['企业', 'Enterprise'],
    PUBLIC_INSTITUTION_2: ['公益二类事业单位', 'Public institution of class two'],
    RURAL_COLLECTIVE: ['农村集体经济组织', 'Rural collective'],
    SELF_GOVERNING: ['基层群众性自治组织', 'Grassroots self-governing organization'],
    PERSON: ['具备条件的个人', 'Qualified person'],
  },
);

export const eligibleStatus = defineVocabulary(
  'EligibleStatus',
  { zh: '推荐目录状态', en: 'State on the list of eligible suppliers', source: S2 },
  { PROPOSED: ['拟推荐', 'Proposed'], LISTED: ['已列入', 'Listed'], REMOVED: ['已移出', 'Removed'] },
);

export const procurementStatus = defineVocabulary(
  'ProcurementStatus',
  { zh: '采购状态', en: 'State of a procurement', source: HOUSE },
  {
    PLANNED: ['计划', 'Planned'],
    ANNOUNCED: ['已公告', 'Announced'],
    AWARDED: ['已成交', 'Awarded'],
    FAILED: ['流标', 'Failed'],
    CANCELLED: ['已取消', 'Cancelled'],
  },
);

export const contractStatus = defineVocabulary(
  'ContractStatus',
  { zh: '合同状态', en: 'State of a contract', source: HOUSE },
  {
    DRAFTED: ['起草', 'Drafted'],
    SIGNED: ['已签订', 'Signed'],
    RUNNING: ['履行中', 'Running'],
    COMPLETED: ['履行完毕', 'Completed'],
    TERMINATED: ['终止', 'Terminated'],
  },
);

export const performanceStatus = defineVocabulary(
  'PerformanceStatus',
  { zh: '绩效评价状态', en: 'State of a performance evaluation', source: HOUSE },
  {
    PLANNED: ['计划', 'Planned'],
    EVALUATED: ['已评价', 'Evaluated'],
    PUBLISHED: ['已公布', 'Published'],
    REPLACED: ['已被重评替代', 'Replaced'],
  },
);

export const evaluatorKind = defineVocabulary(
  'EvaluatorKind',
  { zh: '评价主体', en: 'Who evaluates', source: `${S3}: service centres, residents; ${S2}: third parties` },
  {
    BUYER: ['购买主体', 'Buyer'],
    SERVICE_CENTRE: ['社会组织服务中心', 'Service centre of social organizations'],
    THIRD_PARTY: ['第三方机构', 'Third party'],
    RESIDENTS: ['居民', 'Residents'],
  },
);

export const auditStatus = defineVocabulary(
  'AuditStatus',
  { zh: '财务审计状态', en: 'State of a financial audit', source: `${S2}; ${HOUSE}` },
  { PLANNED: ['计划', 'Planned'], FAILED: ['未通过', 'Not passed'], PASSED: ['通过', 'Passed'] },
);

export const paymentStatus = defineVocabulary(
  'PaymentStatus',
  { zh: '付款状态', en: 'State of a payment', source: HOUSE },
  {
    PLANNED: ['计划', 'Planned'],
    APPROVED: ['已审批', 'Approved'],
    PAID: ['已支付', 'Paid'],
    CANCELLED: ['已取消', 'Cancelled'],
  },
);

export const fundPurpose = defineVocabulary(
  'FundPurpose',
  { zh: '资金用途', en: 'Purpose of a fund', source: `${S3}: 扶老、助残、救孤、济困; Jizhou case (2014)` },
  {
    ELDERLY: ['扶老', 'Elders'],
    DISABLED: ['助残', 'People with disabilities'],
    ORPHANS: ['救孤', 'Orphans'],
    HARDSHIP: ['济困', 'People in hardship'],
    GOVERNANCE: ['社区治理', 'Community governance'],
    DEVELOPMENT: ['培育发展社会组织', 'Development of social organizations'],
    START_UP: ['启动资金', 'Start-up money'],
    PURCHASE: ['购买服务', 'Purchase of services'],
    TALENT: ['人才发展', 'Talent'],
  },
);

export const fundStatus = defineVocabulary(
  'FundStatus',
  { zh: '资金状态', en: 'State of a fund', source: HOUSE },
  { PLANNED: ['编制', 'Planned'], APPROVED: ['已批复', 'Approved'], CLOSED: ['已决算', 'Closed'] },
);

export const grantStatus = defineVocabulary(
  'GrantStatus',
  { zh: '扶持状态', en: 'State of a grant', source: HOUSE },
  {
    APPLIED: ['已申请', 'Applied for'],
    APPROVED: ['已批准', 'Approved'],
    PAID: ['已拨付', 'Paid'],
    REFUSED: ['未批准', 'Refused'],
    RECOVERED: ['已收回', 'Recovered'],
  },
);

export const shareStatus = defineVocabulary(
  'ShareStatus',
  { zh: '分摊状态', en: 'State of a share', source: HOUSE },
  { STATED: ['已填报', 'Stated'], FIXED: ['已确定', 'Fixed'] },
);

export const listingSubject = defineVocabulary(
  'ListingSubject',
  { zh: '上架内容', en: 'What is listed', source: S3 },
  { NEED: ['需求', 'Need'], PROJECT: ['购买项目', 'Project'], OFFERING: ['服务', 'Offering'] },
);

export const listingStatus = defineVocabulary(
  'ListingStatus',
  { zh: '平台上架状态', en: 'State of a listing', source: `${S3}: 应上尽上` },
  {
    DUE: ['待上架', 'To be listed'],
    LISTED: ['已上架', 'Listed'],
    MATCHED: ['已对接', 'Matched'],
    WITHDRAWN: ['已下架', 'Withdrawn'],
  },
);

export const ventureStatus = defineVocabulary(
  'VentureStatus',
  { zh: '公益创投状态', en: 'State of a venture round', source: `${S3}; ${HOUSE}` },
  {
    PREPARED: ['筹备', 'Prepared'],
    OPEN: ['征集中', 'Open'],
    SELECTED: ['已评选', 'Selected'],
    CLOSED: ['已结束', 'Closed'],
  },
);

/** The code lists of purchases and money. */
export const purchaseVocabularies: readonly Vocabulary[] = [
  auditStatus,
  catalogueKind,
  contractStatus,
  eligibleStatus,
  evaluatorKind,
  fundPurpose,
  fundStatus,
  grantStatus,
  listingStatus,
  listingSubject,
  paymentStatus,
  performanceStatus,
  procurementStatus,
  purchaseArrangement,
  shareStatus,
  supplierKind,
  ventureStatus,
];
