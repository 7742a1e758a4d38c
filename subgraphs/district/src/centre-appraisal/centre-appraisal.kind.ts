import { measuresOver } from '@onenx/node/kinds';
import { defineKind, evaluationResult } from '@onenx/schema';
import { S3 } from '../sources.js';

const { flow } = measuresOver('CentreAppraisal', 'DISTRICT', `${S3}: 社会组织服务中心年度绩效考评`);
const on = 'appraisedAt';

/** The district's yearly score of a street's service centre; its place is the street. One a year, corrected by saving it. */
export const centreAppraisal = defineKind({
  name: 'CentreAppraisal',
  plural: 'centreAppraisals',
  code: 'CAPP',
  zh: '服务中心考评',
  en: 'Appraisal of a service centre',
  level: 'DISTRICT',
  interfaces: ['Evaluation'],
  key: ['appraisalYear', 'place'],
  fields: {
    appraisalYear: { type: 'integer', zh: '考评年度', en: 'Year appraised', min: 1950, max: 2200 },
    centreName: { type: 'text', zh: '服务中心名称', en: "Centre's name", maxLength: 200 },
    centreUscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Credit code of the centre', optional: true },
    score: { type: 'number', zh: '总分', en: 'Score', min: 0, max: 100 },
    specialScore: {
      type: 'number',
      zh: '其中专项行动得分',
      en: 'Of it, special action',
      optional: true,
      min: 0,
      max: 100,
    },
    result: { type: evaluationResult, zh: '考评结果', en: 'Result', optional: true, dimension: 'result' },
    appraisedAt: { type: 'date', zh: '考评日期', en: 'Appraised on' },
    supersededAt: { type: 'date', zh: '被替代日期', en: 'Superseded on', optional: true },
  },
  validity: { from: 'appraisedAt', to: 'supersededAt' },
  noun: 'appraisal',
  measures: [
    flow('centreAppraisals.count', ['考评的服务中心数', 'Service centres appraised', '家'], { on }),
    flow('centreAppraisals.scoreSum', ['服务中心考评总分之和', 'Sum of the scores of centres', '分值'], {
      on,
      field: 'score',
    }),
  ],
});
