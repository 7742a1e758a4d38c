import { endingBy, endingFields, endsAfter, measuresOver, present } from '@onenx/node/kinds';
import { defineKind, seatKind } from '@onenx/schema';
import { S0, S3 } from '../sources.js';

const { stock, distinct } = measuresOver('Appointment', 'DISTRICT', `${S0}; ${S3}`);

/** A seat that somebody of a social organization holds in a congress or conference. */
export const appointment = defineKind({
  name: 'Appointment',
  plural: 'appointments',
  code: 'APPT',
  zh: '参政议政席位',
  en: 'Appointment',
  level: 'DISTRICT',
  interfaces: [],
  key: ['appointmentNo'],
  fields: {
    appointmentNo: { type: 'text', zh: '任职编号', en: 'Number', maxLength: 60 },
    seatKind: { type: seatKind, zh: '席位', en: 'Seat', dimension: 'seatKind' },
    bodyName: { type: 'text', zh: '机构和届次', en: 'Body and term', maxLength: 200 },
    person: { type: 'text', zh: '姓名', en: 'Name', personal: true, optional: true, maxLength: 50 },
    uscc: { type: 'creditCode', zh: '所属组织统一社会信用代码', en: 'Credit code of the organization' },
    appointedAt: { type: 'date', zh: '任职日期', en: 'Appointed on' },
    ...endingFields,
  },
  validity: { from: 'appointedAt', to: 'endedAt' },
  check: endsAfter('appointedAt', 'endedAt'),
  rules: [
    present('person', {
      code: 'APPOINTMENT_PERSON',
      zh: '参政议政席位应写明任职人',
      en: 'An appointment names who holds the seat',
      source: S3,
    }),
  ],
  workflow: endingBy({
    action: 'endAppointment',
    zh: '终止任职',
    en: 'End the appointment',
    by: ['DISTRICT_SUPERVISOR'],
    source: S3,
  }),
  measures: [
    stock('appointments.seats', ['社会组织的参政议政席位数', 'Seats held by social organizations', '席'], {
      sensitive: true,
    }),
    distinct('appointments.organizations', ['有参政议政席位的组织数', 'Organizations that hold a seat', '家'], {
      field: 'uscc',
    }),
  ],
});
