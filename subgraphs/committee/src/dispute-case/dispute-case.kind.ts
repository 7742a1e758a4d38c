import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, disputeHandler, disputeStatus, disputeType } from '@onenx/schema';
import { mediation } from './mediation.js';

const measure = measuresOver('DisputeCase', 'COMMITTEE', 'OneNX data model 5.3 (49); 人民调解法');
const sensitive = true;

/** A dispute that a community mediates. Who is party to it is not kept, here or anywhere in the hub. */
export const disputeCase = defineKind({
  name: 'DisputeCase',
  plural: 'disputeCases',
  code: 'DISP',
  zh: '社区矛盾纠纷',
  en: 'Dispute case',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['caseNo'],
  fields: {
    caseNo: { type: 'text', zh: '案件编号', en: 'Case number', maxLength: 60 },
    disputeType: { type: disputeType, zh: '纠纷类别', en: 'Type', dimension: 'disputeType' },
    handler: { type: disputeHandler, zh: '调处力量', en: 'Who mediates', optional: true, dimension: 'disputeHandler' },
    disputeStatus: { type: disputeStatus, zh: '调处状态', en: 'Status', dimension: 'disputeStatus' },
    acceptedAt: { type: 'date', zh: '受理日期', en: 'Accepted on' },
    days: { type: 'integer', zh: '调处用时(天)', en: 'Days until closed', optional: true, min: 0 },
    transferredTo: { type: 'text', zh: '转送单位', en: 'Unit it was transferred to', optional: true, maxLength: 200 },
    closedAt: { type: 'date', zh: '结案日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'acceptedAt', to: 'closedAt' },
  check: endsAfter('acceptedAt', 'closedAt'),
  noun: 'dispute',
  workflow: mediation,
  measures: [
    measure.flow('disputeCases.accepted', ['登记受理的社区纠纷数', 'Dispute cases accepted', '件'], {
      on: 'acceptedAt',
      sensitive,
    }),
    measure.flow(
      'disputeCases.resolved',
      ['受理后已化解的社区纠纷数', 'Dispute cases accepted that were resolved since', '件'],
      {
        on: 'acceptedAt',
        where: { field: 'disputeStatus', in: ['RESOLVED'] },
        sensitive,
      },
    ),
    measure.flow('disputeCases.closed', ['结案的社区纠纷数', 'Dispute cases closed', '件'], {
      on: 'closedAt',
      sensitive,
    }),
    measure.flow(
      'disputeCases.days',
      ['社区纠纷调处用时合计', 'Days until dispute cases were closed, added up', '天'],
      {
        on: 'closedAt',
        field: 'days',
        sensitive,
      },
    ),
    measure.stock('disputeCases.open', ['在调社区纠纷数', 'Dispute cases open', '件'], { sensitive }),
  ],
});
