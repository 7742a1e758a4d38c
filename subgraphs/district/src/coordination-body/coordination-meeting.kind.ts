import { endsAfter, measuresOver, notMoreThan, firstProblem, refersTo } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';
import { S2 } from '../sources.js';

const { flow } = measuresOver('CoordinationMeeting', 'DISTRICT', S2);
const on = 'heldAt';
const count = { type: 'integer', optional: true, min: 0 } as const;

/** A meeting of a coordinating body: what it resolved and how much of that was done. */
export const coordinationMeeting = defineKind({
  name: 'CoordinationMeeting',
  plural: 'coordinationMeetings',
  code: 'CMTG',
  zh: '议事协调会议',
  en: 'Meeting of a coordinating body',
  level: 'DISTRICT',
  interfaces: [],
  key: ['meetingNo'],
  fields: {
    meetingNo: { type: 'text', zh: '会议编号', en: 'Meeting number', maxLength: 60 },
    bodyNo: { type: 'text', zh: '机构编号', en: 'Number of the body', maxLength: 60 },
    topic: { type: 'text', zh: '议题', en: 'Topic', maxLength: 300 },
    heldAt: { type: 'date', zh: '召开日期', en: 'Held on' },
    attendedUnits: { ...count, zh: '出席单位数', en: 'Units attending' },
    resolved: { ...count, zh: '议定事项数', en: 'Matters resolved' },
    done: { ...count, zh: '已落实事项数', en: 'Of them, done' },
    settledAt: { type: 'date', zh: '全部落实日期', en: 'All done on', optional: true },
  },
  validity: { from: 'heldAt', to: 'settledAt' },
  check: firstProblem(endsAfter('heldAt', 'settledAt'), notMoreThan('resolved', ['done'])),
  noun: 'meeting',
  rules: [
    refersTo(
      { field: 'bodyNo', kind: 'CoordinationBody', theirs: 'bodyNo' },
      {
        code: 'COORDINATION_BODY',
        zh: '会议应属于已登记的机构',
        en: 'A meeting is of a body in the register',
        source: S2,
      },
    ),
  ],
  measures: [
    flow('coordination.meetings', ['议事协调会议数', 'Meetings of coordinating bodies', '次'], { on }),
    flow('coordination.resolved', ['议定事项数', 'Matters resolved', '项'], { on, field: 'resolved' }),
    flow('coordination.done', ['议定事项中已落实数', 'Of them, done', '项'], { on, field: 'done' }),
  ],
});
