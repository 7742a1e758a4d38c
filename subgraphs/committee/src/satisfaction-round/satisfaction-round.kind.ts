import { defineKind, type BasicMeasure, type RecordValues, type RowProblem } from '@onenx/schema';

const common = {
  kind: 'ADDITIVE',
  ownerLevel: 'COMMITTEE',
  source: 'model.md 5.3 (42); 上海市居民委员会工作条例 §18',
  sensitive: true,
} as const;
const flow = { kind: 'SatisfactionRound', op: 'sum', timing: { flow: 'heldAt' } } as const;

const measures: readonly BasicMeasure[] = [
  {
    ...common,
    name: 'satisfaction.respondents',
    zh: '满意度测评有效人次',
    en: 'Respondents of satisfaction rounds',
    unit: '人次',
    formula: 'Σ respondents of SatisfactionRound by heldAt',
    basis: { ...flow, field: 'respondents' },
  },
  {
    ...common,
    name: 'satisfaction.satisfied',
    zh: '满意人次',
    en: 'Satisfied respondents',
    unit: '人次',
    formula: 'Σ satisfied of SatisfactionRound by heldAt',
    basis: { ...flow, field: 'satisfied' },
  },
  {
    ...common,
    name: 'satisfaction.scoreSum',
    zh: '满意度得分之和',
    en: 'Sum of satisfaction scores',
    unit: '分值',
    formula: 'Σ scoreSum of SatisfactionRound by heldAt',
    basis: { ...flow, field: 'scoreSum' },
  },
];

/** No respondent is kept, only tallies: n, satisfied, Σ score, Σ score². */
export const satisfactionRound = defineKind({
  name: 'SatisfactionRound',
  plural: 'satisfactionRounds',
  code: 'SAT',
  zh: '满意度测评(汇总)',
  en: 'Satisfaction round (tallies)',
  level: 'COMMITTEE',
  interfaces: ['Evaluation'],
  key: ['roundNo'],
  fields: {
    roundNo: { type: 'text', zh: '测评编号', en: 'Round number', maxLength: 60 },
    subject: { type: 'text', zh: '测评对象', en: 'Subject', maxLength: 200 },
    projectNo: { type: 'text', zh: '项目编号', en: 'Project number', optional: true, maxLength: 60 },
    heldAt: { type: 'date', zh: '测评日期', en: 'Held on' },
    withdrawnAt: { type: 'date', zh: '撤回日期', en: 'Withdrawn on', optional: true },
    respondents: { type: 'integer', zh: '有效人数', en: 'Respondents', min: 0 },
    satisfied: { type: 'integer', zh: '满意人数', en: 'Satisfied', min: 0 },
    scoreSum: { type: 'number', zh: '得分之和', en: 'Sum of scores', optional: true, min: 0 },
    scoreSquareSum: { type: 'number', zh: '得分平方和', en: 'Sum of squared scores', optional: true, min: 0 },
    aware: { type: 'integer', zh: '知晓人数', en: 'Aware', optional: true, min: 0 },
    participated: { type: 'integer', zh: '参与人数', en: 'Participated', optional: true, min: 0 },
  },
  validity: { from: 'heldAt', to: 'withdrawnAt' },
  check: checkTallies,
  measures,
});

function checkTallies(values: RecordValues): RowProblem | null {
  const respondents = Number(values['respondents']);
  for (const field of ['satisfied', 'aware', 'participated']) {
    const found = values[field];
    if (typeof found === 'number' && found > respondents) {
      return { code: 'NUMERATOR_EXCEEDS', field, params: { measure: field, found, expected: respondents } };
    }
  }
  return null;
}
