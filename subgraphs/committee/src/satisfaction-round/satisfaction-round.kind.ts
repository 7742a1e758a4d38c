import { measuresOver, notMoreThan } from '@onenx/node/kinds';
import { defineKind, surveySubject } from '@onenx/schema';

const measure = measuresOver(
  'SatisfactionRound',
  'COMMITTEE',
  'OneNX data model 5.3 (42); 上海市居民委员会工作条例 §18',
);
const counted = { on: 'heldAt', sensitive: true };
/** The respondents of the rounds that asked for it: a round that did not is no round of nobody. */
const asked = (field: string) => ({ ...counted, field: 'respondents', where: { field, isNull: false } });

const measures = [
  measure.flow('satisfaction.respondents', ['满意度测评有效人次', 'Respondents of satisfaction rounds', '人次'], {
    ...counted,
    field: 'respondents',
  }),
  measure.flow('satisfaction.satisfied', ['满意人次', 'Satisfied respondents', '人次'], {
    ...counted,
    field: 'satisfied',
  }),
  measure.flow('satisfaction.scoreSum', ['满意度得分之和', 'Sum of satisfaction scores', '分值'], {
    ...counted,
    field: 'scoreSum',
  }),
  measure.flow('satisfaction.aware', ['知晓人次', 'Respondents aware of the service', '人次'], {
    ...counted,
    field: 'aware',
  }),
  measure.flow(
    'satisfaction.awareAsked',
    ['被问及知晓的人次', 'Respondents asked whether they were aware', '人次'],
    asked('aware'),
  ),
  measure.flow('satisfaction.participated', ['参与人次', 'Respondents who took part', '人次'], {
    ...counted,
    field: 'participated',
  }),
  measure.flow(
    'satisfaction.participatedAsked',
    ['被问及参与的人次', 'Respondents asked whether they took part', '人次'],
    asked('participated'),
  ),
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
    subjectKind: {
      type: surveySubject,
      zh: '测评对象类别',
      en: 'Sort of subject',
      optional: true,
      dimension: 'surveySubject',
    },
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
  check: notMoreThan('respondents', ['satisfied', 'aware', 'participated']),
  measures,
});
