import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, eventKind } from '@onenx/schema';
import { S0, S3 } from '../sources.js';

const { flow } = measuresOver('PublicEvent', 'DISTRICT', `${S0}; ${S3}`);
const on = 'heldFrom';

/** A day, month or contest of public good, or a talk on a typical case (典型案例宣讲). */
export const publicEvent = defineKind({
  name: 'PublicEvent',
  plural: 'publicEvents',
  code: 'EVT',
  zh: '公益活动与案例宣讲',
  en: 'Public event',
  level: 'DISTRICT',
  interfaces: [],
  key: ['eventNo'],
  fields: {
    eventNo: { type: 'text', zh: '活动编号', en: 'Event number', maxLength: 60 },
    eventKind: { type: eventKind, zh: '活动种类', en: 'Kind', dimension: 'eventKind' },
    title: { type: 'text', zh: '名称', en: 'Title', maxLength: 200 },
    caseNo: { type: 'text', zh: '宣讲案件编号', en: 'Number of the case that is told', optional: true, maxLength: 60 },
    host: { type: 'text', zh: '主办单位', en: 'Host', optional: true, maxLength: 200 },
    heldFrom: { type: 'date', zh: '开始日期', en: 'First day' },
    heldTo: { type: 'date', zh: '结束日期', en: 'Last day', optional: true },
    organizations: { type: 'integer', zh: '参与组织数', en: 'Organizations taking part', optional: true, min: 0 },
    personTimes: { type: 'integer', zh: '参与人次', en: 'Person-times', optional: true, min: 0 },
  },
  validity: { from: 'heldFrom', to: 'heldTo' },
  check: endsAfter('heldFrom', 'heldTo'),
  noun: 'event',
  measures: [
    flow('events', ['活动场次', 'Events', '场'], { on }),
    flow('events.personTimes', ['活动参与人次', 'Person-times at events', '人次'], {
      on,
      field: 'personTimes',
      sensitive: true,
    }),
    flow('caseTalks', ['典型案例宣讲场次', 'Talks on typical cases', '场'], {
      on,
      where: { field: 'eventKind', in: ['CASE_TALK'] },
    }),
  ],
});
