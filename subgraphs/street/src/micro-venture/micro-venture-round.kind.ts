import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, ventureStatus } from '@onenx/schema';
import { allAnswered } from './micro-venture-rules.js';
import { S3 } from './sources.js';

const { stock, flow } = measuresOver('MicroVentureRound', 'STREET', `${S3}; OneNX data model 5.3 (41)`);
const by = ['STREET_OFFICER'] as const;

/** A round of small grants with which a street helps organizations and teams to begin. Money is in integer fen. */
export const microVentureRound = defineKind({
  name: 'MicroVentureRound',
  plural: 'microVentureRounds',
  code: 'MVR',
  zh: '微创投',
  en: 'Micro-venture round',
  level: 'STREET',
  interfaces: [],
  key: ['roundNo'],
  fields: {
    roundNo: { type: 'text', zh: '轮次编号', en: 'Round number', maxLength: 60 },
    title: { type: 'text', zh: '名称', en: 'Title', maxLength: 200 },
    ventureStatus: { type: ventureStatus, zh: '微创投状态', en: 'Status', dimension: 'ventureStatus' },
    budget: { type: 'fen', zh: '资助预算(分)', en: 'Budget (fen)', min: 0 },
    preparedAt: { type: 'date', zh: '筹备日期', en: 'Prepared on' },
    announcedAt: { type: 'date', zh: '发布日期', en: 'Announced on', optional: true },
    applyUntil: { type: 'date', zh: '申请截止日期', en: 'Last day to apply', optional: true },
    selectedAt: { type: 'date', zh: '评选日期', en: 'Selected on', optional: true },
    closedAt: { type: 'date', zh: '结束日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'preparedAt', to: 'closedAt' },
  check: endsAfter('preparedAt', 'closedAt'),
  noun: 'round',
  workflow: {
    field: 'ventureStatus',
    initial: 'PREPARED',
    managed: ['applyUntil'],
    actions: {
      openMicroVentureRound: {
        zh: '发布微创投',
        en: 'Announce the round',
        from: ['PREPARED'],
        to: 'OPEN',
        by,
        takes: { applyUntil: 'required' },
        stamps: ['announcedAt'],
        source: S3,
      },
      selectMicroVentureRound: {
        zh: '完成评选',
        en: 'End the applications and select',
        from: ['OPEN'],
        to: 'SELECTED',
        by,
        stamps: ['selectedAt'],
        source: S3,
      },
      closeMicroVentureRound: {
        zh: '结束微创投',
        en: 'Close the round',
        from: ['SELECTED'],
        to: 'CLOSED',
        by,
        stamps: ['closedAt'],
        rules: [allAnswered],
        source: S3,
      },
    },
  },
  measures: [
    stock('microVentureRounds.open', ['进行中微创投数', 'Micro-venture rounds under way', '个']),
    flow('microVentureRounds', ['发布微创投数', 'Micro-venture rounds announced', '个'], { on: 'announcedAt' }),
    flow('microVentureRounds.budget', ['发布微创投预算', 'Budget of the micro-venture rounds announced', '分'], {
      on: 'announcedAt',
      field: 'budget',
    }),
  ],
});
