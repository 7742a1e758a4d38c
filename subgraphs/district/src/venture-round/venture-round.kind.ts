import { endsAfter, measuresOver, notMoreThan, firstProblem } from '@onenx/node/kinds';
import { defineKind, ventureStatus, type WorkflowDefinition } from '@onenx/schema';
import { S1, S3 } from '../sources.js';

const SOURCE = `${S3}: 区公益创投; ${S1}`;
const { stock, flow } = measuresOver('VentureRound', 'DISTRICT', `${SOURCE}; OneNX data model 5.3 (41)`);
const by = ['DISTRICT_SUPERVISOR'] as const;

const round: WorkflowDefinition = {
  field: 'ventureStatus',
  initial: 'PREPARED',
  managed: ['applications', 'selected'],
  actions: {
    openVentureRound: {
      zh: '启动征集',
      en: 'Open the round',
      from: ['PREPARED'],
      to: 'OPEN',
      by,
      takes: { openedAt: 'optional' },
      stamps: ['openedAt'],
      source: SOURCE,
    },
    selectVentureProjects: {
      zh: '公布评选结果',
      en: 'Say how many applied and were selected',
      from: ['OPEN'],
      to: 'SELECTED',
      by,
      takes: { applications: 'required', selected: 'required', selectedAt: 'optional' },
      stamps: ['selectedAt'],
      source: SOURCE,
    },
    closeVentureRound: {
      zh: '结束本届',
      en: 'Close the round',
      from: ['PREPARED', 'OPEN', 'SELECTED'],
      to: 'CLOSED',
      by,
      takes: { closedAt: 'optional' },
      stamps: ['closedAt'],
      source: SOURCE,
    },
  },
};

/** A round of the district's venture philanthropy; its projects are district projects that name it. Money is in fen. */
export const ventureRound = defineKind({
  name: 'VentureRound',
  plural: 'ventureRounds',
  code: 'VENT',
  zh: '公益创投届次',
  en: 'Round of venture philanthropy',
  level: 'DISTRICT',
  interfaces: [],
  key: ['roundNo'],
  fields: {
    roundNo: { type: 'text', zh: '届次编号', en: 'Round number', maxLength: 60 },
    title: { type: 'text', zh: '届次名称', en: 'Title', maxLength: 200 },
    ventureStatus: { type: ventureStatus, zh: '届次状态', en: 'Status', dimension: 'ventureStatus' },
    budget: { type: 'fen', zh: '创投资金(分)', en: 'Money of the round (fen)', min: 0 },
    preparedAt: { type: 'date', zh: '筹备日期', en: 'Prepared from' },
    openedAt: { type: 'date', zh: '征集日期', en: 'Opened on', optional: true },
    applications: { type: 'integer', zh: '申报项目数', en: 'Projects that applied', optional: true, min: 0 },
    selected: { type: 'integer', zh: '入选项目数', en: 'Projects selected', optional: true, min: 0 },
    selectedAt: { type: 'date', zh: '评选日期', en: 'Selected on', optional: true },
    closedAt: { type: 'date', zh: '结束日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'preparedAt', to: 'closedAt' },
  check: firstProblem(endsAfter('preparedAt', 'closedAt'), notMoreThan('applications', ['selected'])),
  noun: 'round',
  workflow: round,
  measures: [
    stock('ventureRounds.open', ['进行中公益创投届次', 'Rounds of venture philanthropy under way', '届']),
    flow('ventureRounds.applications', ['公益创投申报项目数', 'Projects that applied', '个'], {
      on: 'selectedAt',
      field: 'applications',
    }),
    flow('ventureRounds.selected', ['公益创投入选项目数', 'Projects selected', '个'], {
      on: 'selectedAt',
      field: 'selected',
    }),
    flow('ventureRounds.budget', ['公益创投资金', 'Money of the rounds opened', '分'], {
      on: 'openedAt',
      field: 'budget',
    }),
  ],
});
