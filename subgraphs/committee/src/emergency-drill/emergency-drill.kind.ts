import { endsAfter, measuresOver, refersTo } from '@onenx/node/kinds';
import { defineKind, drillStatus } from '@onenx/schema';
import { drilling } from './drilling.js';

const SOURCE = 'Changning implementation opinion (2021): 演练';
const measure = measuresOver('EmergencyDrill', 'COMMITTEE', SOURCE);

/** A drill of an emergency plan. */
export const emergencyDrill = defineKind({
  name: 'EmergencyDrill',
  plural: 'emergencyDrills',
  code: 'DRIL',
  zh: '应急演练',
  en: 'Emergency drill',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['drillNo'],
  fields: {
    drillNo: { type: 'text', zh: '演练编号', en: 'Drill number', maxLength: 60 },
    planNo: { type: 'text', zh: '预案编号', en: 'Plan number', maxLength: 60 },
    drillStatus: { type: drillStatus, zh: '演练状态', en: 'Status', dimension: 'drillStatus' },
    plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
    heldAt: { type: 'date', zh: '演练日期', en: 'Held on', optional: true },
    participants: { type: 'integer', zh: '参加人数', en: 'Participants', optional: true, min: 0 },
    closedAt: { type: 'date', zh: '结束日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'plannedAt', to: 'closedAt' },
  check: endsAfter('plannedAt', 'closedAt'),
  rules: [
    refersTo(
      { field: 'planNo', kind: 'EmergencyPlan', theirs: 'planNo' },
      {
        code: 'DRILL_PLAN',
        zh: '演练应依据本居委会的应急预案',
        en: "A drill is one of the committee's emergency plans",
        source: 'OneNX: numbers that a record names exist',
      },
    ),
  ],
  noun: 'drill',
  workflow: drilling,
  measures: [
    measure.flow('drills', ['应急演练次数', 'Emergency drills', '次'], { on: 'heldAt' }),
    measure.flow('drills.participants', ['参加应急演练人次', 'Participants of emergency drills', '人次'], {
      on: 'heldAt',
      field: 'participants',
    }),
  ],
});
