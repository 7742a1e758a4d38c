import { endsAfter, measuresOver, present } from '@onenx/node/kinds';
import { defineKind, leaderRecordStatus } from '@onenx/schema';
import { S3 } from '../sources.js';

const { stock, flow } = measuresOver('LeaderRecord', 'DISTRICT', S3);

/** The file on a leader's misconduct and who answers for it. Restricted: the person is personal data. */
export const leaderRecord = defineKind({
  name: 'LeaderRecord',
  plural: 'leaderRecords',
  code: 'LEAD',
  zh: '负责人不良行为记录',
  en: "Record of a leader's misconduct",
  level: 'DISTRICT',
  interfaces: [],
  key: ['recordNo'],
  fields: {
    recordNo: { type: 'text', zh: '记录编号', en: 'Record number', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    person: { type: 'text', zh: '负责人姓名', en: "Leader's name", personal: true, optional: true, maxLength: 50 },
    post: { type: 'text', zh: '职务', en: 'Post', personal: true, optional: true, maxLength: 100 },
    conduct: { type: 'text', zh: '不良行为', en: 'Misconduct', personal: true, optional: true, maxLength: 500 },
    liability: {
      type: 'text',
      zh: '过错责任追究结果',
      en: 'How it was answered for',
      personal: true,
      optional: true,
      maxLength: 500,
    },
    caseNo: { type: 'text', zh: '相关案件编号', en: 'Number of the case', optional: true, maxLength: 60 },
    leaderRecordStatus: { type: leaderRecordStatus, zh: '记录状态', en: 'Status' },
    notedAt: { type: 'date', zh: '记录日期', en: 'Recorded on' },
    removalReason: { type: 'text', zh: '移除原因', en: 'Why it was removed', optional: true, maxLength: 200 },
    removedAt: { type: 'date', zh: '移除日期', en: 'Removed on', optional: true },
  },
  validity: { from: 'notedAt', to: 'removedAt' },
  check: endsAfter('notedAt', 'removedAt'),
  noun: 'record',
  rules: [
    present('person', {
      code: 'LEADER_RECORD_PERSON',
      zh: '不良行为记录应写明负责人',
      en: 'A record of misconduct names the leader',
      source: S3,
    }),
    present('conduct', {
      code: 'LEADER_RECORD_CONDUCT',
      zh: '不良行为记录应写明行为',
      en: 'A record of misconduct says what it was',
      source: S3,
    }),
  ],
  workflow: {
    field: 'leaderRecordStatus',
    initial: 'RECORDED',
    managed: ['removalReason'],
    actions: {
      removeLeaderRecord: {
        zh: '移除记录',
        en: 'Remove the record',
        from: ['RECORDED'],
        to: 'REMOVED',
        by: ['DISTRICT_SUPERVISOR'],
        takes: { removalReason: 'required' },
        stamps: ['removedAt'],
        source: S3,
      },
    },
  },
  measures: [
    stock('leaderRecords.current', ['在册负责人不良行为记录数', 'Records of misconduct in force', '条'], {
      sensitive: true,
    }),
    flow('leaderRecords.new', ['新增负责人不良行为记录数', 'New records of misconduct', '条'], {
      on: 'notedAt',
      sensitive: true,
    }),
  ],
});
