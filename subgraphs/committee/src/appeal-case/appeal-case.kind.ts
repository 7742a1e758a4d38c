import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { appealPlatform, appealStatus, defineKind, serviceField } from '@onenx/schema';
import { appealHandling } from './appeal-handling.js';

const measure = measuresOver('AppealCase', 'COMMITTEE', 'Jizhou case (2014): 三个平台、两支队伍、一个中心(3+2+1)');
const sensitive = true;

/** A matter on one of the three platforms. Who brought it is not kept. */
export const appealCase = defineKind({
  name: 'AppealCase',
  plural: 'appealCases',
  code: 'APPL',
  zh: '居民诉求事项',
  en: 'Appeal case',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['appealNo'],
  fields: {
    appealNo: { type: 'text', zh: '事项编号', en: 'Appeal number', maxLength: 60 },
    platform: { type: appealPlatform, zh: '受理平台', en: 'Platform', dimension: 'appealPlatform' },
    serviceField: {
      type: serviceField,
      zh: '服务领域',
      en: 'Service field',
      optional: true,
      dimension: 'serviceField',
    },
    gridCode: { type: 'text', zh: '网格编码', en: 'Grid', optional: true, maxLength: 15 },
    appealStatus: { type: appealStatus, zh: '办理状态', en: 'Status', dimension: 'appealStatus' },
    receivedAt: { type: 'date', zh: '受理日期', en: 'Received on' },
    assignedTo: {
      type: 'text',
      zh: '承办单位或队伍',
      en: 'Unit or team it was assigned to',
      optional: true,
      maxLength: 200,
    },
    dueAt: { type: 'date', zh: '办理期限', en: 'Due on', optional: true },
    satisfied: { type: 'boolean', zh: '居民是否满意', en: 'Whether the resident was satisfied', optional: true },
    closeReason: { type: 'text', zh: '不予受理原因', en: 'Why it was refused', optional: true, maxLength: 500 },
    closedAt: { type: 'date', zh: '办结日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'receivedAt', to: 'closedAt' },
  check: endsAfter('receivedAt', 'closedAt'),
  noun: 'appeal',
  workflow: appealHandling,
  measures: [
    measure.flow('appeals.received', ['受理诉求数', 'Appeals received', '件'], { on: 'receivedAt', sensitive }),
    measure.flow('appeals.closed', ['受理后已办结的诉求数', 'Appeals received that were closed since', '件'], {
      on: 'receivedAt',
      where: { field: 'appealStatus', in: ['CLOSED'] },
      sensitive,
    }),
    measure.flow('appeals.rated', ['受理后有满意度反馈的诉求数', 'Appeals received that were rated since', '件'], {
      on: 'receivedAt',
      where: { field: 'satisfied', isNull: false },
      sensitive,
    }),
    measure.flow('appeals.satisfied', ['受理后反馈满意的诉求数', 'Appeals received with a satisfied resident', '件'], {
      on: 'receivedAt',
      where: { field: 'satisfied', in: [true] },
      sensitive,
    }),
    measure.stock('appeals.overdue', ['超期未办结的诉求数', 'Appeals overdue', '件'], {
      where: { field: 'dueAt', passed: true },
      sensitive,
    }),
  ],
});
