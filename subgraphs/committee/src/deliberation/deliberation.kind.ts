import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, deliberationKind, deliberationStatus, serviceField, type Condition } from '@onenx/schema';
import { deliberating } from './deliberating.js';

const SOURCE = '上海市居民委员会工作条例 §16; OneNX data model 5.3 (50)';
const measure = measuresOver('Deliberation', 'COMMITTEE', SOURCE);
const adopted: Condition = { field: 'deliberationStatus', in: ['ADOPTED', 'COMPLETED'] };

/** A matter on which residents deliberate: 三会, joint meetings, congresses, hearings on aid, the talk room. */
export const deliberation = defineKind({
  name: 'Deliberation',
  plural: 'deliberations',
  code: 'DEL',
  zh: '民主协商',
  en: 'Deliberation',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['deliberationNo'],
  fields: {
    deliberationNo: { type: 'text', zh: '协商编号', en: 'Deliberation number', maxLength: 60 },
    topic: { type: 'text', zh: '议题', en: 'Topic', maxLength: 200 },
    deliberationKind: { type: deliberationKind, zh: '协商形式', en: 'Form', dimension: 'deliberationKind' },
    serviceField: {
      type: serviceField,
      zh: '服务领域',
      en: 'Service field',
      optional: true,
      dimension: 'serviceField',
    },
    deliberationStatus: { type: deliberationStatus, zh: '协商状态', en: 'Status', dimension: 'deliberationStatus' },
    plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
    heldAt: { type: 'date', zh: '召开日期', en: 'Held on', optional: true },
    attended: { type: 'integer', zh: '参加人数', en: 'Attended', optional: true, min: 0 },
    outcome: { type: 'text', zh: '协商结果', en: 'Outcome', optional: true, maxLength: 500 },
    followUpDue: { type: 'date', zh: '落实期限', en: 'Follow-up due on', optional: true },
    followUpDoneAt: { type: 'date', zh: '落实日期', en: 'Followed up on', optional: true },
    petitionsAfter: { type: 'integer', zh: '会后信访件数', en: 'Petitions after it', optional: true, min: 0 },
    closedAt: { type: 'date', zh: '结束日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'plannedAt', to: 'closedAt' },
  check: endsAfter('plannedAt', 'closedAt'),
  noun: 'deliberation',
  workflow: deliberating,
  measures: [
    measure.flow('deliberations', ['协商会议次数', 'Deliberations held', '次'], { on: 'heldAt' }),
    measure.flow('deliberations.attended', ['参加协商人次', 'Attendance of deliberations', '人次'], {
      on: 'heldAt',
      field: 'attended',
    }),
    measure.flow('deliberations.adopted', ['通过的协商事项数', 'Deliberations that adopted something', '项'], {
      on: 'heldAt',
      where: adopted,
    }),
    measure.flow('deliberations.followUpDue', ['到期应落实的协商事项数', 'Follow-ups that fell due', '项'], {
      on: 'followUpDue',
    }),
    measure.flow(
      'deliberations.followUpDone',
      ['到期应落实且已落实的协商事项数', 'Follow-ups that fell due and are done', '项'],
      {
        on: 'followUpDue',
        where: { field: 'followUpDoneAt', isNull: false },
      },
    ),
    measure.stock('deliberations.overdue', ['超期未落实的协商事项数', 'Follow-ups overdue', '项'], {
      where: { field: 'followUpDue', passed: true },
    }),
  ],
});
