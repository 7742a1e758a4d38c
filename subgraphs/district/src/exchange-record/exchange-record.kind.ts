import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, exchangeStatus, exchangeTopic, type ActionDefinition } from '@onenx/schema';
import { S3 } from '../sources.js';

const source = `${S3}; 政务数据共享条例(国务院令第809号)`;
const { stock, flow } = measuresOver('ExchangeRecord', 'DISTRICT', source);

/** What became of a message: settled for good, but one in conflict may still be decided either way. */
function settle(text: Pick<ActionDefinition, 'zh' | 'en' | 'to'>): ActionDefinition {
  const by = ['DISTRICT_SUPERVISOR', 'INTEGRATOR'] as const;
  return {
    ...text,
    from: ['RECEIVED', 'CONFLICT'],
    by,
    takes: { resolution: 'optional' },
    stamps: ['settledAt'],
    source,
  };
}

/** What another authority's system sent about a record, and whether the hub took it over. The content is not kept here. */
export const exchangeRecord = defineKind({
  name: 'ExchangeRecord',
  plural: 'exchangeRecords',
  code: 'EXCH',
  zh: '信息交换记录',
  en: 'Exchange record',
  level: 'DISTRICT',
  interfaces: [],
  key: ['system', 'messageNo'],
  fields: {
    system: { type: 'text', zh: '来源系统', en: 'Sending system', maxLength: 60, dimension: 'system' },
    messageNo: { type: 'text', zh: '报文编号', en: 'Message number', maxLength: 100 },
    exchangeTopic: { type: exchangeTopic, zh: '交换内容', en: 'Topic', dimension: 'exchangeTopic' },
    exchangeStatus: { type: exchangeStatus, zh: '交换状态', en: 'Status', dimension: 'exchangeStatus' },
    subjectId: { type: 'id', zh: '对应记录', en: 'The record that it is about', optional: true },
    sentVersion: { type: 'text', zh: '对方版本', en: "The sender's version", optional: true, maxLength: 60 },
    contentHash: { type: 'text', zh: '内容摘要值', en: 'Hash of the content', optional: true, maxLength: 128 },
    receivedAt: { type: 'date', zh: '接收日期', en: 'Received on' },
    resolution: { type: 'text', zh: '处理说明', en: 'How it was settled', optional: true, maxLength: 300 },
    settledAt: { type: 'date', zh: '处理完成日期', en: 'Settled on', optional: true },
  },
  validity: { from: 'receivedAt', to: 'settledAt' },
  check: endsAfter('receivedAt', 'settledAt'),
  noun: 'exchange',
  savedBy: ['DISTRICT_SUPERVISOR', 'INTEGRATOR'],
  workflow: {
    field: 'exchangeStatus',
    initial: 'RECEIVED',
    managed: ['resolution'],
    actions: {
      applyExchange: settle({ zh: '采用交换信息', en: 'Take it over', to: 'APPLIED' }),
      rejectExchange: settle({ zh: '不采用交换信息', en: 'Do not take it over', to: 'REJECTED' }),
      markExchangeConflict: {
        zh: '标记信息冲突',
        en: 'Say that it contradicts what is held',
        from: ['RECEIVED'],
        to: 'CONFLICT',
        by: ['DISTRICT_SUPERVISOR', 'INTEGRATOR'],
        takes: { resolution: 'optional' },
        source,
      },
    },
  },
  measures: [
    flow('exchange.received', ['接收交换信息数', 'Messages received', '条'], { on: 'receivedAt' }),
    stock('exchange.open', ['待处理交换信息数', 'Messages not settled', '条']),
    stock('exchange.conflicts', ['有冲突的交换信息数', 'Messages in conflict', '条'], {
      where: { field: 'exchangeStatus', in: ['CONFLICT'] },
    }),
  ],
});
