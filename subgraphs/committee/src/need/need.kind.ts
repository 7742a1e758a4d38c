import { endsAfter, firstProblem } from '@onenx/node/kinds';
import {
  defineKind,
  needChannel,
  needPriority,
  needStatus,
  serviceField,
  supplyMode,
  targetGroup,
} from '@onenx/schema';
import { answering } from './answering.js';
import { needMeasures } from './need-measures.js';

/** What residents ask for, on their community's list of needs (需求清单). Who asked is not kept. */
export const need = defineKind({
  name: 'Need',
  plural: 'needs',
  code: 'NEED',
  zh: '需求',
  en: 'Need',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['needNo'],
  fields: {
    needNo: { type: 'text', zh: '需求编号', en: 'Need number', maxLength: 60 },
    title: { type: 'text', zh: '需求内容', en: 'Title', maxLength: 200 },
    serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', dimension: 'serviceField' },
    targetGroup: { type: targetGroup, zh: '服务对象', en: 'Target group', dimension: 'targetGroup' },
    raisedVia: { type: needChannel, zh: '提出途径', en: 'How it was raised', dimension: 'raisedVia' },
    priority: { type: needPriority, zh: '优先程度', en: 'Priority', optional: true, dimension: 'priority' },
    needStatus: { type: needStatus, zh: '需求状态', en: 'Status', dimension: 'needStatus' },
    raisedAt: { type: 'date', zh: '提出日期', en: 'Raised on' },
    answerBy: { type: 'date', zh: '回应期限', en: 'To be answered by', optional: true },
    mergedInto: {
      type: 'text',
      zh: '合并至需求编号',
      en: 'Number of the need merged into',
      optional: true,
      maxLength: 60,
    },
    claimedAt: { type: 'date', zh: '认领日期', en: 'Claimed on', optional: true },
    claimantUscc: { type: 'creditCode', zh: '认领单位统一社会信用代码', en: "Claimant's credit code", optional: true },
    supplyMode: { type: supplyMode, zh: '供给方式', en: 'Mode of supply', optional: true, dimension: 'supplyMode' },
    matchedAt: { type: 'date', zh: '对接日期', en: 'Matched on', optional: true },
    projectId: { type: 'id', zh: '对接项目', en: 'Project that answers it', optional: true },
    offeringId: { type: 'id', zh: '对接服务', en: 'Offering that answers it', optional: true },
    answeredAt: { type: 'date', zh: '回应日期', en: 'Answered on', optional: true },
    answerDays: { type: 'integer', zh: '回应用时(天)', en: 'Days until answered', optional: true, min: 0 },
    closeReason: { type: 'text', zh: '办结说明', en: 'Why it was closed', optional: true, maxLength: 500 },
    closedAt: { type: 'date', zh: '办结日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'raisedAt', to: 'closedAt' },
  check: firstProblem(endsAfter('raisedAt', 'answeredAt'), endsAfter('raisedAt', 'closedAt')),
  noun: 'need',
  workflow: answering,
  measures: needMeasures,
});
