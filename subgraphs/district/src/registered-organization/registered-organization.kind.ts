import {
  defineKind,
  legalForm,
  organizationCategory,
  organizationRole,
  organizationStatus,
  registrationMode,
  reportClass,
  serviceField,
  type BasicMeasure,
} from '@onenx/schema';
import { endsAfter } from '@onenx/node/kinds';

const S0 = 'Changning consultative report (about 2014)';
const S3 = 'Changning implementation opinion (2021)';
const count = { kind: 'STOCK', unit: '家', ownerLevel: 'DISTRICT' } as const;
const stock = { kind: 'RegisteredOrganization', op: 'sum', timing: { stock: true } } as const;

const measures: readonly BasicMeasure[] = [
  {
    ...count,
    name: 'orgs.registered',
    zh: '注册社会组织数',
    en: 'Registered organizations',
    formula: 'count of RegisteredOrganization from registeredAt until closedAt',
    source: S0,
    basis: stock,
  },
  {
    ...count,
    name: 'orgs.community',
    zh: '注册的社区社会组织数',
    en: 'Registered community organizations',
    formula: 'count of RegisteredOrganization with communityOrganization',
    source: S3,
    basis: { ...stock, where: { field: 'communityOrganization', in: [true] } },
  },
  {
    ...count,
    name: 'orgs.charityAndService',
    zh: '公益类和社区服务类注册数(报告口径)',
    en: "Registered, of the report's charity and community-service classes",
    formula: 'count of RegisteredOrganization with reportClass CHARITY or COMMUNITY_SERVICE',
    source: S0,
    basis: { ...stock, where: { field: 'reportClass', in: ['CHARITY', 'COMMUNITY_SERVICE'] } },
  },
  {
    ...count,
    kind: 'ADDITIVE',
    name: 'orgs.new',
    zh: '新登记数',
    en: 'Newly registered',
    formula: 'count of RegisteredOrganization by registeredAt',
    source: 'model.md 5.3 (3)',
    basis: { ...stock, timing: { flow: 'registeredAt' } },
  },
  {
    ...count,
    kind: 'ADDITIVE',
    name: 'orgs.closed',
    zh: '注销和撤销数',
    en: 'Deregistered and revoked',
    formula: 'count of RegisteredOrganization by closedAt',
    source: 'model.md 5.3 (4)',
    basis: { ...stock, timing: { flow: 'closedAt' } },
  },
];

/** A social organization in the district's register. Its place is its seat: an address, not where it works. */
export const registeredOrganization = defineKind({
  name: 'RegisteredOrganization',
  plural: 'registeredOrganizations',
  code: 'ORG',
  zh: '注册社会组织',
  en: 'Registered social organization',
  level: 'DISTRICT',
  interfaces: ['Organization'],
  key: ['uscc'],
  fields: {
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    legalForm: { type: legalForm, zh: '法人形式', en: 'Legal form', dimension: 'legalForm' },
    status: { type: organizationStatus, zh: '登记状态', en: 'Registration status', dimension: 'status' },
    category: {
      type: organizationCategory,
      zh: '类别(四个领域)',
      en: 'Category (four fields of 2021)',
      optional: true,
      dimension: 'category',
    },
    reportClass: {
      type: reportClass,
      zh: '报告分类',
      en: 'Class of the 2014 report',
      optional: true,
      dimension: 'reportClass',
    },
    role: { type: organizationRole, zh: '功能角色', en: 'Functional role', optional: true, dimension: 'role' },
    serviceField: {
      type: serviceField,
      zh: '服务领域',
      en: 'Service field',
      optional: true,
      dimension: 'serviceField',
    },
    registrationMode: {
      type: registrationMode,
      zh: '登记方式',
      en: 'Registration mode',
      dimension: 'registrationMode',
    },
    supervisingUnit: {
      type: 'text',
      zh: '业务主管单位',
      en: 'Supervising unit',
      optional: true,
      maxLength: 100,
      dimension: 'supervisingUnit',
    },
    communityOrganization: { type: 'boolean', zh: '社区社会组织', en: 'Community organization' },
    promotedFrom: {
      type: 'text',
      zh: '由何小组或团队转来',
      en: 'Promoted from (group or team number)',
      optional: true,
      maxLength: 60,
    },
    legalRepresentative: {
      type: 'text',
      zh: '法定代表人',
      en: 'Legal representative',
      optional: true,
      personal: true,
      maxLength: 50,
    },
    registeredAt: { type: 'date', zh: '登记日期', en: 'Registered on' },
    closedAt: { type: 'date', zh: '注销日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'registeredAt', to: 'closedAt' },
  constants: { tier: 'REGISTERED' },
  check: endsAfter('registeredAt', 'closedAt'),
  measures,
});
