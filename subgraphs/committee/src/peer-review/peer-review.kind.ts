import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, evaluationResult, reviewStatus } from '@onenx/schema';
import { reviewing } from './reviewing.js';

const measure = measuresOver(
  'PeerReview',
  'COMMITTEE',
  'Changning implementation opinion (2021): 居委会和居民对社区社会组织的评估评议',
);

/** The yearly review of a community organization by its committee and residents. Scores are 0 to 100. */
export const peerReview = defineKind({
  name: 'PeerReview',
  plural: 'peerReviews',
  code: 'PEER',
  zh: '居民评议',
  en: "Residents' review of an organization",
  level: 'COMMITTEE',
  interfaces: [],
  key: ['reviewNo'],
  fields: {
    reviewNo: { type: 'text', zh: '评议编号', en: 'Review number', maxLength: 60 },
    year: { type: 'integer', zh: '评议年度', en: 'Year reviewed', min: 2000, max: 2100 },
    reviewedUscc: { type: 'creditCode', zh: '被评议组织统一社会信用代码', en: 'Credit code reviewed', optional: true },
    reviewedId: { type: 'id', zh: '被评议团队或小组', en: 'Team or group reviewed', optional: true },
    reviewedName: { type: 'text', zh: '被评议组织名称', en: 'Who is reviewed', maxLength: 200 },
    reviewStatus: { type: reviewStatus, zh: '评议状态', en: 'Status', dimension: 'peerReviewStatus' },
    plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
    heldAt: { type: 'date', zh: '评议日期', en: 'Held on', optional: true },
    reviewers: { type: 'integer', zh: '参评居民数', en: 'Residents who took part', optional: true, min: 0 },
    score: { type: 'number', zh: '得分', en: 'Score', optional: true, min: 0, max: 100 },
    result: { type: evaluationResult, zh: '评议结果', en: 'Result', optional: true, dimension: 'result' },
    publishedAt: { type: 'date', zh: '公布日期', en: 'Published on', optional: true },
    withdrawnAt: { type: 'date', zh: '撤回日期', en: 'Withdrawn on', optional: true },
  },
  validity: { from: 'plannedAt', to: 'withdrawnAt' },
  check: endsAfter('plannedAt', 'withdrawnAt'),
  noun: 'review',
  workflow: reviewing,
  measures: [
    measure.flow('peerReviews', ['居民评议次数', 'Reviews by residents', '次'], { on: 'heldAt' }),
    measure.flow('peerReviews.passed', ['居民评议合格及以上次数', 'Reviews by residents that were passed', '次'], {
      on: 'heldAt',
      where: { field: 'result', in: ['EXCELLENT', 'GOOD', 'PASSED'] },
    }),
    measure.flow('peerReviews.scoreSum', ['居民评议得分之和', 'Sum of the scores of reviews', '分值'], {
      on: 'heldAt',
      field: 'score',
    }),
  ],
});
