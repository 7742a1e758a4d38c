import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, dutyStatus, type Condition } from '@onenx/schema';
import { fulfilment } from './fulfilment.js';

const { flow } = measuresOver('ReportingDuty', 'DISTRICT', 'OneNX data model 5.3 (59)');
const on = 'dueAt';
const expected: Condition = { not: { field: 'dutyStatus', in: ['WAIVED'] } };

/**
 * What a place has to report for a period, and what became of it. Its place is who reports. Made before anybody reports, so
 * that what is expected never follows from what came; a duty without a stated basis cannot be entered.
 */
export const reportingDuty = defineKind({
  name: 'ReportingDuty',
  plural: 'reportingDuties',
  code: 'DUTY',
  zh: '报送任务',
  en: 'Reporting duty',
  level: 'DISTRICT',
  interfaces: [],
  key: ['form', 'period', 'place'],
  fields: {
    form: { type: 'text', zh: '报表', en: 'Form', maxLength: 60, dimension: 'form' },
    period: { type: 'text', zh: '报告期', en: 'Period', maxLength: 20 },
    basis: { type: 'text', zh: '报送依据', en: 'Basis', maxLength: 300 },
    dutyStatus: { type: dutyStatus, zh: '报送状态', en: 'Status', dimension: 'dutyStatus' },
    assignedAt: { type: 'date', zh: '布置日期', en: 'Assigned on' },
    dueAt: { type: 'date', zh: '截止日期', en: 'Due on' },
    submittedAt: { type: 'date', zh: '报送日期', en: 'Submitted on', optional: true },
    submissionId: { type: 'id', zh: '报送记录', en: 'The record submitted', optional: true },
    returnReason: { type: 'text', zh: '退回原因', en: 'Why it was given back', optional: true, maxLength: 200 },
    endedAt: { type: 'date', zh: '审核或免报日期', en: 'Approved or waived on', optional: true },
  },
  validity: { from: 'assignedAt', to: 'endedAt' },
  check: endsAfter('assignedAt', 'dueAt'),
  noun: 'duty',
  workflow: fulfilment,
  measures: [
    flow('completeness.expected', ['应报送数', 'Reports expected', '份'], { on, where: expected }),
    flow('completeness.submitted', ['应报送中已报送数', 'Of those expected, submitted', '份'], {
      on,
      where: { and: [expected, { field: 'submittedAt', isNull: false }] },
    }),
    flow('completeness.approved', ['应报送中已审核数', 'Of those expected, approved', '份'], {
      on,
      where: { field: 'dutyStatus', in: ['APPROVED'] },
    }),
    flow('completeness.submittedOnTime', ['应报送中按时报送数', 'Of those expected, submitted in time', '份'], {
      on,
      where: { and: [expected, { field: 'submittedAt', notAfter: 'dueAt' }] },
    }),
  ],
});
