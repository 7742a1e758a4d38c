import { ratioOf, sumOf } from './derive.js';
import type { DerivedMeasure, MeasureKind } from './measure.js';

const S1 = 'Jizhou case (2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';

type Total = readonly [name: string, zh: string, en: string, unit: string, kind?: Exclude<MeasureKind, 'RATIO'>];

/** Each buyer keeps its own records, so what district and streets count adds up. */
const TOTALS: readonly Total[] = [
  ['projects.fromNeeds', '由需求转化的签约项目数', 'Projects signed that answer a need', '个'],
  ['projects.catalogued', '引用目录条目的签约项目数', 'Projects signed that cite a catalogue item', '个'],
  ['projects.overdue', '逾期未完成项目数', 'Projects past their planned end', '个', 'STOCK'],
  ['projects.daysToContract', '立项至签约天数合计', 'Days from approval to signing', '天'],
  ['projects.daysKnown', '有立项日期的签约项目数', 'Projects signed whose approval is dated', '个'],
  ['projects.ended', '实施结束项目数', 'Projects whose work ended, not before its time', '个'],
  ['projects.audited', '实施结束且已审计项目数', 'Of those whose work ended, audited', '个'],
  ['contracts.count', '有合同金额的签约项目数', 'Projects signed with a contract amount', '个'],
  ['contracts.sharedAmount', '跨地点项目分摊金额', 'Shares of projects over several places', '分'],
  ['yearContracts.inForce', '在履行分年合同数', 'Contracts of a year in force', '份', 'STOCK'],
  ['yearContracts.signed', '签订分年合同数', 'Contracts of a year signed', '份'],
  ['yearContracts.amount', '分年合同金额', 'Amount of contracts of a year', '分'],
  ['yearContracts.renewed', '续签分年合同数', 'Contracts of a second or later year signed', '份'],
  ['procurements.open', '进行中采购数', 'Procurements under way', '个', 'STOCK'],
  ['procurements.awarded', '成交采购数', 'Procurements awarded', '个'],
  ['procurements.amount', '采购成交金额', 'Amount awarded', '分'],
  ['procurements.multiYear', '多年期采购成交数', 'Procurements awarded for several years', '个'],
  ['procurements.toSocialOrgs', '由社会组织成交的采购数', 'Procurements awarded to social organizations', '个'],
  ['procurements.failed', '流标采购数', 'Procurements that failed', '个'],
  ['audits.open', '未通过或未完成审计数', 'Audits not passed yet', '项', 'STOCK'],
  ['audits.passed', '通过审计数', 'Audits passed', '项'],
  ['audits.disallowed', '审计核减金额', 'Amount disallowed by audits', '分'],
  ['payments.outstanding', '待付金额', 'Amount planned and not paid', '分', 'STOCK'],
  ['payments.paid', '已付金额', 'Amount paid', '分'],
  ['payments.final', '末笔付款数', 'Last payments', '笔'],
  [
    'performance.paidBeforeEvaluation',
    '未经评价合格的末笔付款数',
    'Last payments without a passed evaluation (must be 0)',
    '笔',
  ],
  ['performance.count', '绩效评价数', 'Evaluations', '项'],
  ['performance.passed', '绩效评价合格数', 'Evaluations passed', '项'],
  ['fund.budget', '资金预算', 'Approved budgets', '分'],
  ['fund.executed', '资金执行数', 'Executed budgets', '分'],
  ['fund.flexible', '非刚性支出预算', 'Budgets that are not bound', '分'],
  ['fund.fiscal', '财政性资金', 'Fiscal funds', '分'],
  ['fund.social', '社会资金', 'Social funds', '分'],
  ['grants.count', '扶持项数', 'Grants', '项'],
  ['grants.amount', '扶持金额', 'Amount granted', '分'],
  ['grants.orgs', '受扶持组织数(去重)', 'Organizations with a grant', '家', 'DISTINCT'],
  ['listings.open', '未对接上架数', 'Listings not matched', '条', 'STOCK'],
  ['listings.required', '应上架数', 'To be listed on the municipal platform', '条'],
  ['listings.listed', '应上架中已上架数', 'Of those to be listed, listed', '条'],
  ['listings.matched', '应上架中已对接数', 'Of those to be listed, matched', '条'],
];

const totals: readonly DerivedMeasure[] = TOTALS.map(([name, zh, en, unit, kind = 'ADDITIVE']) =>
  sumOf(name, [zh, en, unit], {
    of: [`${name}.district`, `${name}.street`],
    kind,
    source: 'OneNX data model 5.3 (32-41)',
  }),
);

const purchases: readonly DerivedMeasure[] = [
  ratioOf('projects.fromNeedsShare', ['由需求转化的项目占比', 'Share of signed projects that answer a need'], {
    of: ['projects.fromNeeds', 'projects.signed'],
    source: S3,
  }),
  ratioOf(
    'projects.cataloguedShare',
    ['引用目录条目的项目占比', 'Share of signed projects that cite a catalogue item'],
    {
      of: ['projects.catalogued', 'projects.signed'],
      source: S3,
    },
  ),
  ratioOf('projects.meanDaysToContract', ['立项至签约平均天数', 'Mean days from approval to signing', '天'], {
    of: ['projects.daysToContract', 'projects.daysKnown'],
    kind: 'WEIGHTED_MEAN',
    source: S3,
  }),
  ratioOf('projects.auditDone', ['实施结束项目审计完成率', 'Projects audited, share of those whose work ended'], {
    of: ['projects.audited', 'projects.ended'],
    source: 'OneNX data model 5.3 (39)',
  }),
  ratioOf('contracts.average', ['平均合同金额', 'Mean contract amount of a project', '分/个'], {
    of: ['contracts.amount', 'contracts.count'],
    source: 'OneNX data model 5.3 (37)',
  }),
  ratioOf('contracts.execution', ['合同支付执行率', 'Paid in the period, share of what was contracted in it'], {
    of: ['payments.paid', 'contracts.amount'],
    source: 'OneNX data model 5.3 (35)',
  }),
  ratioOf('procurements.multiYearShare', ['多年期采购占比', 'Share of procurements awarded for several years'], {
    of: ['procurements.multiYear', 'procurements.awarded'],
    source: `OneNX data model 5.3 (36); ${S3}`,
  }),
  ratioOf(
    'procurements.toSocialOrgsShare',
    ['由社会组织成交的采购占比', 'Share of procurements awarded to social organizations'],
    { of: ['procurements.toSocialOrgs', 'procurements.awarded'], source: S3 },
  ),
  ratioOf('performance.pass', ['绩效评价合格率', 'Evaluations passed, share of those made'], {
    of: ['performance.passed', 'performance.count'],
    source: 'OneNX data model 5.3 (38)',
  }),
  ratioOf('listing.rate', ['供需对接平台上架率', 'Listed, share of what has to be listed'], {
    of: ['listings.listed', 'listings.required'],
    source: `OneNX data model 5.3 (32); ${S3}: 应上尽上`,
  }),
];

const money: readonly DerivedMeasure[] = [
  ratioOf('fund.executionRate', ['预算执行率', 'Executed, share of the approved budgets'], {
    of: ['fund.executed', 'fund.budget'],
    source: `OneNX data model 5.3 (40); ${S2}`,
  }),
  ratioOf('fund.leverage', ['撬动社会资金比', 'Social funds for each unit of fiscal funds'], {
    of: ['fund.social', 'fund.fiscal'],
    source: `OneNX data model 5.3 (40); ${S1}`,
  }),
  ratioOf('fund.flexibleShare', ['非刚性支出占比', 'Share of the budgets that is not bound'], {
    of: ['fund.flexible', 'fund.budget'],
    source: S1,
  }),
  ratioOf('grants.average', ['平均扶持金额', 'Mean amount of a grant', '分/项'], {
    of: ['grants.amount', 'grants.count'],
    source: S3,
  }),
  ratioOf(
    'venture.governanceShare',
    ['公益创投社区治理类项目占比', 'Community governance, share of venture projects'],
    {
      of: ['venture.governanceProjects', 'venture.projects'],
      source: `OneNX data model 5.3 (41); ${S3}`,
    },
  ),
  ratioOf(
    'venture.governanceShareOfAmount',
    ['公益创投社区治理类金额占比', 'Community governance, share of the venture amount'],
    { of: ['venture.governanceAmount', 'venture.amount'], source: `OneNX data model 5.3 (41); ${S3}` },
  ),
];

/** What the hub makes of purchases and money. */
export const derivedOfPurchase: readonly DerivedMeasure[] = [...totals, ...purchases, ...money];
