import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { censusStatus, defineKind } from '@onenx/schema';
import { S3 } from '../sources.js';

const by = ['DISTRICT_SUPERVISOR'] as const;
const { stock, flow } = measuresOver('CensusRound', 'DISTRICT', S3);

/** A round of the baseline census; each committee answers it with a `CensusReturn` of the same `roundNo`. */
export const censusRound = defineKind({
  name: 'CensusRound',
  plural: 'censusRounds',
  code: 'CRND',
  zh: '摸底调研',
  en: 'Census round',
  level: 'DISTRICT',
  interfaces: [],
  key: ['roundNo'],
  fields: {
    roundNo: { type: 'text', zh: '调研批次', en: 'Round', maxLength: 60 },
    title: { type: 'text', zh: '名称', en: 'Title', maxLength: 200 },
    censusStatus: { type: censusStatus, zh: '状态', en: 'Status', dimension: 'censusStatus' },
    countedOn: { type: 'date', zh: '标准时点', en: 'The day that is counted' },
    dueAt: { type: 'date', zh: '报送期限', en: 'Returns due on' },
    openedAt: { type: 'date', zh: '开始日期', en: 'Opened on', optional: true },
    closedAt: { type: 'date', zh: '结束日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'openedAt', to: 'closedAt' },
  check: endsAfter('openedAt', 'closedAt'),
  noun: 'round',
  workflow: {
    field: 'censusStatus',
    initial: 'PREPARED',
    actions: {
      openCensus: {
        zh: '启动摸底调研',
        en: 'Open the round',
        from: ['PREPARED'],
        to: 'OPEN',
        by,
        takes: { openedAt: 'optional' },
        stamps: ['openedAt'],
        source: S3,
      },
      closeCensus: {
        zh: '结束摸底调研',
        en: 'Close the round',
        from: ['OPEN'],
        to: 'CLOSED',
        by,
        stamps: ['closedAt'],
        source: S3,
      },
    },
  },
  measures: [
    stock('censusRounds.open', ['进行中的摸底调研数', 'Census rounds open', '次']),
    flow('censusRounds.opened', ['期内启动的摸底调研数', 'Census rounds opened', '次'], { on: 'openedAt' }),
  ],
});
