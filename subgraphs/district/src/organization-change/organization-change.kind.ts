import { endsAfter, measuresOver, notLater, refersTo } from '@onenx/node/kinds';
import { addDays, defineKind, organizationChangeKind, organizationChangeStatus } from '@onenx/schema';
import { ASSOCIATIONS } from '../sources.js';

const source = `${ASSOCIATIONS} §18`;
const { stock, flow } = measuresOver('OrganizationChange', 'DISTRICT', `${source}; tallies of the district platform`);
const by = ['DISTRICT_SUPERVISOR'] as const;

/** A change of what is registered, an approval of a charter or an extension, from acceptance to decision. */
export const organizationChange = defineKind({
  name: 'OrganizationChange',
  plural: 'organizationChanges',
  code: 'OCHG',
  zh: '变更登记',
  en: 'Change of registration',
  level: 'DISTRICT',
  interfaces: [],
  key: ['changeNo'],
  fields: {
    changeNo: { type: 'text', zh: '办件编号', en: 'Number', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    changeKind: { type: organizationChangeKind, zh: '变更事项', en: 'What is changed', dimension: 'changeKind' },
    changeStatus: { type: organizationChangeStatus, zh: '办理状态', en: 'Status', dimension: 'changeStatus' },
    resolvedAt: { type: 'date', zh: '组织决议日期', en: 'Resolved by the organization on', optional: true },
    acceptedAt: { type: 'date', zh: '受理日期', en: 'Accepted on' },
    refusalReason: { type: 'text', zh: '不予变更原因', en: 'Why it was refused', optional: true, maxLength: 200 },
    decidedAt: { type: 'date', zh: '决定日期', en: 'Decided on', optional: true },
  },
  validity: { from: 'acceptedAt', to: 'decidedAt' },
  check: endsAfter('acceptedAt', 'decidedAt'),
  noun: 'change',
  rules: [
    refersTo(
      { field: 'uscc', kind: 'RegisteredOrganization', theirs: 'uscc' },
      { code: 'CHANGE_ORGANIZATION', zh: '变更的组织应已登记', en: 'What is changed is registered', source },
    ),
    notLater(
      'acceptedAt',
      (input) =>
        typeof input.after['resolvedAt'] === 'string'
          ? addDays(input.after['resolvedAt'], input.parameter('org.change.days'))
          : null,
      {
        code: 'CHANGE_DAYS',
        zh: '应自决议之日起规定期限内申请变更登记',
        en: 'A change is applied for within days of the resolution',
        source,
        severity: 'WARNING',
      },
    ),
  ],
  workflow: {
    field: 'changeStatus',
    initial: 'ACCEPTED',
    managed: ['refusalReason'],
    actions: {
      approveOrganizationChange: {
        zh: '准予变更',
        en: 'Approve the change',
        from: ['ACCEPTED'],
        to: 'APPROVED',
        by,
        stamps: ['decidedAt'],
        source,
      },
      refuseOrganizationChange: {
        zh: '不予变更',
        en: 'Refuse the change',
        from: ['ACCEPTED'],
        to: 'REFUSED',
        by,
        takes: { refusalReason: 'required' },
        stamps: ['decidedAt'],
        source,
      },
    },
  },
  measures: [
    flow('changes.accepted', ['受理变更登记数', 'Changes accepted', '件'], { on: 'acceptedAt' }),
    flow('changes.approved', ['准予变更登记数', 'Changes approved', '件'], {
      on: 'decidedAt',
      where: { field: 'changeStatus', in: ['APPROVED'] },
    }),
    stock('changes.open', ['在办变更登记数', 'Changes open', '件']),
  ],
});
