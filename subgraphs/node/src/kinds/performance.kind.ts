import { defineKind, evaluationResult, type BasicMeasure, type KindDefinition } from '@onenx/schema';

const SOURCE = 'model.md 5.3 (38); 政府购买服务管理办法(财政部令第102号)';

/** The performance evaluation of a purchased project, kept by its buyer. Scores are 0 to 100. */
export function performanceKind(level: 'DISTRICT' | 'STREET'): KindDefinition {
  const [prefix, zh] = level === 'DISTRICT' ? (['District', '区'] as const) : (['Street', '街镇'] as const);
  const name = `${prefix}Performance`;
  return defineKind({
    name,
    plural: `${prefix.toLowerCase()}Performances`,
    code: level === 'DISTRICT' ? 'DPERF' : 'SPERF',
    zh: `${zh}项目绩效评价`,
    en: `Performance evaluation of a project of the ${prefix.toLowerCase()}`,
    level,
    interfaces: ['Evaluation'],
    key: ['evaluationNo'],
    fields: {
      evaluationNo: { type: 'text', zh: '评价编号', en: 'Evaluation number', maxLength: 60 },
      projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
      evaluatedAt: { type: 'date', zh: '评价日期', en: 'Evaluated on' },
      supersededAt: { type: 'date', zh: '被替代日期', en: 'Superseded on', optional: true },
      score: { type: 'number', zh: '得分', en: 'Score', min: 0, max: 100 },
      result: { type: evaluationResult, zh: '评价结果', en: 'Result', dimension: 'result' },
      contractAmount: { type: 'fen', zh: '合同金额(分)', en: 'Contract amount (fen)', min: 0 },
      evaluator: { type: 'text', zh: '评价机构', en: 'Evaluator', optional: true, maxLength: 200 },
    },
    validity: { from: 'evaluatedAt', to: 'supersededAt' },
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: 'DISTRICT' | 'STREET', kind: string): BasicMeasure[] {
  const suffix = level.toLowerCase();
  const where = level === 'DISTRICT' ? '区' : '街镇';
  const timing = { flow: 'evaluatedAt' };
  return [
    {
      name: `performance.weightedScore.${suffix}`,
      zh: `${where}得分×合同金额之和`,
      en: `Sum of score times contract amount of the ${suffix}`,
      kind: 'ADDITIVE',
      unit: '分值·分',
      formula: `Σ score × contractAmount of ${kind} by evaluatedAt`,
      source: SOURCE,
      ownerLevel: level,
      basis: { kind, op: 'sum', field: 'score', times: 'contractAmount', timing },
    },
    {
      name: `performance.weight.${suffix}`,
      zh: `${where}被评价项目合同金额之和`,
      en: `Contract amount of the evaluated projects of the ${suffix}`,
      kind: 'ADDITIVE',
      unit: '分',
      formula: `Σ contractAmount of ${kind} by evaluatedAt`,
      source: SOURCE,
      ownerLevel: level,
      basis: { kind, op: 'sum', field: 'contractAmount', timing },
    },
  ];
}
