import { firstProblem, endsAfter, measuresOver, notMoreThan } from '@onenx/node/kinds';
import { defineKind, meetingStatus } from '@onenx/schema';
import { meeting } from './meeting.js';

const measure = measuresOver('JointMeeting', 'COMMITTEE', 'Changning consultative report (about 2014): 四位一体');
const present = { type: 'boolean', optional: true } as const;
const count = { type: 'integer', optional: true, min: 0 } as const;

/** A meeting of committee, owners' committee, property firm and community police (四位一体). */
export const jointMeeting = defineKind({
  name: 'JointMeeting',
  plural: 'jointMeetings',
  code: 'JOIN',
  zh: '四位一体联席会议',
  en: 'Joint meeting of the four parties',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['meetingNo'],
  fields: {
    meetingNo: { type: 'text', zh: '会议编号', en: 'Meeting number', maxLength: 60 },
    topic: { type: 'text', zh: '议题', en: 'Topic', maxLength: 200 },
    estateNo: { type: 'text', zh: '小区编号', en: 'Estate number', optional: true, maxLength: 60 },
    meetingStatus: { type: meetingStatus, zh: '会议状态', en: 'Status', dimension: 'meetingStatus' },
    plannedAt: { type: 'date', zh: '计划日期', en: 'Planned on' },
    heldAt: { type: 'date', zh: '召开日期', en: 'Held on', optional: true },
    committeePresent: { ...present, zh: '居委会到会', en: 'Committee present' },
    ownersPresent: { ...present, zh: '业委会到会', en: "Owners' committee present" },
    propertyPresent: { ...present, zh: '物业到会', en: 'Property firm present' },
    policePresent: { ...present, zh: '社区警务站到会', en: 'Community police present' },
    itemsRaised: { ...count, zh: '提出事项数', en: 'Items raised' },
    itemsClosed: { ...count, zh: '办结事项数', en: 'Items closed' },
    settledAt: { type: 'date', zh: '议题办结日期', en: 'Items settled on', optional: true },
  },
  validity: { from: 'plannedAt', to: 'settledAt' },
  check: firstProblem(endsAfter('plannedAt', 'settledAt'), notMoreThan('itemsRaised', ['itemsClosed'])),
  workflow: meeting,
  measures: [
    measure.flow('jointMeetings', ['四位一体联席会议次数', 'Joint meetings held', '次'], { on: 'heldAt' }),
    measure.flow('jointMeetings.allParties', ['四方到齐的联席会议次数', 'Joint meetings with all four parties', '次'], {
      on: 'heldAt',
      where: {
        and: ['committeePresent', 'ownersPresent', 'propertyPresent', 'policePresent'].map((field) => ({
          field,
          in: [true],
        })),
      },
    }),
    measure.flow('jointMeetings.itemsRaised', ['联席会议提出事项数', 'Items raised in joint meetings', '项'], {
      on: 'heldAt',
      field: 'itemsRaised',
    }),
    measure.flow('jointMeetings.itemsClosed', ['联席会议办结事项数', 'Items of joint meetings closed', '项'], {
      on: 'heldAt',
      field: 'itemsClosed',
    }),
  ],
});
