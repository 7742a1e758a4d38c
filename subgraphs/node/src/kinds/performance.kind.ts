import {
  defineKind,
  evaluationResult,
  evaluatorKind,
  performanceStatus,
  type BasicMeasure,
  type Condition,
  type KindDefinition,
} from '@onenx/schema';
import { conditionText } from './condition-text.js';
import { endsAfter } from './ends-after.js';
import { measuresOver } from './measures-over.js';
import { firstProblem, notMoreThan } from './not-more-than.js';
import { buyerOf, type Buyer, type BuyerLevel } from './purchase/buyer.js';
import { performanceWork } from './purchase/performance-work.js';

const SOURCE = 'OneNX data model 5.3 (38); 政府购买服务管理办法(财政部令第102号)';

/** The performance evaluation of a purchased project, or of a year of it, kept by its buyer. Scores are 0 to 100. */
export function performanceKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}Performance`;
  return defineKind({
    name,
    plural: `${suffix}Performances`,
    code: `${letter}PERF`,
    zh: `${zh}项目绩效评价`,
    en: `Performance evaluation of a project of the ${suffix}`,
    level,
    interfaces: ['Evaluation'],
    key: ['evaluationNo'],
    fields: {
      evaluationNo: { type: 'text', zh: '评价编号', en: 'Evaluation number', maxLength: 60 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      contractYear: {
        type: 'integer',
        zh: '评价合同年度(第几年)',
        en: 'Year of the contract evaluated (empty: the first)',
        optional: true,
        min: 1,
        max: 100,
      },
      supplierUscc: { type: 'creditCode', zh: '承接方统一社会信用代码', en: "Supplier's credit code", optional: true },
      performanceStatus: {
        type: performanceStatus,
        zh: '评价状态',
        en: 'Status',
        optional: true,
        dimension: 'performanceStatus',
      },
      evaluatedAt: { type: 'date', zh: '评价日期', en: 'Evaluated on', optional: true },
      publishedAt: { type: 'date', zh: '公布日期', en: 'Published on', optional: true },
      replacedAt: { type: 'date', zh: '被替代日期', en: 'Replaced on', optional: true },
      replacedBy: { type: 'text', zh: '替代评价编号', en: 'Replaced by', optional: true, maxLength: 60 },
      score: { type: 'number', zh: '得分', en: 'Score', optional: true, min: 0, max: 100 },
      result: { type: evaluationResult, zh: '评价结果', en: 'Result', optional: true, dimension: 'result' },
      respondents: {
        type: 'integer',
        zh: '满意度测评有效人数',
        en: 'Respondents asked whether they are satisfied',
        optional: true,
        min: 0,
      },
      satisfied: { type: 'integer', zh: '其中满意人数', en: 'Of them, satisfied', optional: true, min: 0 },
      contractAmount: { type: 'fen', zh: '合同金额(分)', en: 'Contract amount (fen)', min: 0 },
      evaluator: { type: 'text', zh: '评价机构', en: 'Evaluator', optional: true, maxLength: 200 },
      evaluatorKind: {
        type: evaluatorKind,
        zh: '评价主体',
        en: 'Sort of evaluator',
        optional: true,
        dimension: 'evaluatorKind',
      },
      reportHash: { type: 'text', zh: '评价报告摘要值', en: 'Digest of the report', optional: true, maxLength: 128 },
    },
    validity: { from: 'evaluatedAt', to: 'replacedAt' },
    check: firstProblem(endsAfter('evaluatedAt', 'replacedAt'), notMoreThan('respondents', ['satisfied'])),
    workflow: performanceWork(buyer),
    measures: measuresOf(buyer, name),
  });
}

/** What was replaced is left out, whenever that was: a flow looks at its day alone, not at validity. So is what has no score. */
function measuresOf({ level, suffix, zh }: Buyer, kind: string): BasicMeasure[] {
  const { flow } = measuresOver(kind, level, SOURCE);
  const on = 'evaluatedAt';
  const where: Condition = {
    and: [
      { field: 'replacedAt', isNull: true },
      { field: 'score', isNull: false },
    ],
  };
  return [
    {
      name: `performance.weightedScore.${suffix}`,
      zh: `${zh}得分×合同金额之和`,
      en: `Sum of score times contract amount of the ${suffix}`,
      kind: 'ADDITIVE',
      unit: '分值·分',
      formula: `Σ score × contractAmount of ${kind} by evaluatedAt where ${conditionText(where)}`,
      source: SOURCE,
      ownerLevel: level,
      basis: { kind, op: 'sum', field: 'score', times: 'contractAmount', timing: { flow: on }, where },
    },
    flow(
      `performance.weight.${suffix}`,
      [`${zh}被评价项目合同金额之和`, `Contract amount of the evaluated projects of the ${suffix}`, '分'],
      { on, where, field: 'contractAmount' },
    ),
    flow(`performance.count.${suffix}`, [`${zh}绩效评价数`, `Evaluations of the ${suffix}`, '项'], { on, where }),
    flow(`performance.passed.${suffix}`, [`${zh}绩效评价合格数`, `Evaluations of the ${suffix} passed`, '项'], {
      on,
      where: { and: [where, { field: 'result', in: ['EXCELLENT', 'GOOD', 'PASSED'] }] },
    }),
  ];
}
