import {
  directClass,
  legalForm,
  organizationCategory,
  organizationOrigin,
  organizationRole,
  organizationStatus,
  partyCoverage,
  registrationMode,
  reportClass,
  serviceField,
  type FieldDefinition,
} from '@onenx/schema';

const optional = true;
type Fields = Readonly<Record<string, FieldDefinition>>;

/** What the body is and what it does. */
const body: Fields = {
  uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
  name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
  legalForm: { type: legalForm, zh: '法人形式', en: 'Legal form', dimension: 'legalForm' },
  status: { type: organizationStatus, zh: '登记状态', en: 'Registration status', dimension: 'status' },
  category: {
    type: organizationCategory,
    zh: '类别(四个领域)',
    en: 'Category (four fields of 2021)',
    optional,
    dimension: 'category',
  },
  reportClass: {
    type: reportClass,
    zh: '报告分类',
    en: 'Class of the 2014 report',
    optional,
    dimension: 'reportClass',
  },
  role: { type: organizationRole, zh: '功能角色', en: 'Functional role', optional, dimension: 'role' },
  serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', optional, dimension: 'serviceField' },
  communityOrganization: { type: 'boolean', zh: '社区社会组织', en: 'Community organization' },
  origin: { type: organizationOrigin, zh: '组织来源', en: 'Origin', optional, dimension: 'origin' },
  promotedFrom: {
    type: 'text',
    zh: '由何小组或团队转来',
    en: 'Promoted from (group or team number)',
    optional,
    maxLength: 60,
  },
  acceptedTransferId: { type: 'text', zh: '转接编号', en: 'Transfer number', optional, maxLength: 60 },
  hubUscc: {
    type: 'creditCode',
    zh: '所属枢纽型组织统一社会信用代码',
    en: 'Credit code of the hub organization that it belongs to',
    optional,
  },
};

/** How it is registered. */
const registration: Fields = {
  registrationMode: { type: registrationMode, zh: '登记方式', en: 'Registration mode', dimension: 'registrationMode' },
  directClass: { type: directClass, zh: '直接登记类别', en: 'Class that may register directly', optional },
  registrationAuthority: { type: 'text', zh: '登记管理机关', en: 'Registration authority', optional, maxLength: 100 },
  supervisingUnit: {
    type: 'text',
    zh: '业务主管单位',
    en: 'Supervising unit',
    optional,
    maxLength: 100,
    dimension: 'supervisingUnit',
  },
  legalRepresentative: {
    type: 'text',
    zh: '法定代表人',
    en: 'Legal representative',
    optional,
    personal: true,
    maxLength: 50,
  },
  memberPersons: { type: 'integer', zh: '个人会员数', en: 'Individual members', optional, min: 0 },
  memberUnits: { type: 'integer', zh: '单位会员数', en: 'Unit members', optional, min: 0 },
  funds: { type: 'fen', zh: '注册(活动)资金(分)', en: 'Registered funds (fen)', optional, min: 0 },
  appliedAt: { type: 'date', zh: '申请日期', en: 'Applied on', optional },
  registeredAt: { type: 'date', zh: '登记日期', en: 'Registered on (empty while in preparation)', optional },
  certificateValidTo: { type: 'date', zh: '证书有效期至', en: 'Certificate valid to', optional },
  rectifyBy: { type: 'date', zh: '整改期限', en: 'To be rectified by', optional },
  suspendedUntil: { type: 'date', zh: '停止活动期满日', en: 'Suspended until', optional },
  endReason: { type: 'text', zh: '终止原因', en: 'Why it ended', optional, maxLength: 200 },
  closedAt: { type: 'date', zh: '注销日期', en: 'Closed on', optional },
};

/** Its tie to authorities and to the party. */
const ties: Fields = {
  decoupled: { type: 'boolean', zh: '已与党政机关脱钩', en: 'Decoupled from party and government', optional },
  decoupledAt: { type: 'date', zh: '脱钩日期', en: 'Decoupled on', optional },
  partyOrganizationDue: { type: 'boolean', zh: '应建党组织', en: 'Has to have a party organization', optional },
  partyCoverage: { type: partyCoverage, zh: '党建覆盖', en: 'Party coverage', optional, dimension: 'partyCoverage' },
  partyOrganizationNo: {
    type: 'text',
    zh: '覆盖它的党组织编号',
    en: 'Number of the party organization that covers it',
    optional,
    maxLength: 60,
  },
};

/** What is known of its life, and from which days on it can be taken for one in name only. */
const life: Fields = {
  checkedAt: { type: 'date', zh: '最近核查日期', en: 'Last checked on', optional },
  lastActivityAt: { type: 'date', zh: '最近活动日期', en: 'Last activity on', optional },
  lastReportYear: { type: 'integer', zh: '最近年报年度', en: 'Last year reported', optional, min: 1950, max: 2200 },
  unreachableSince: { type: 'date', zh: '失联日期', en: 'Unreachable since', optional },
  activityDueBy: { type: 'date', zh: '应有活动的最后日期', en: 'Activity due by', optional },
  reportDueBy: { type: 'date', zh: '应有年报的最后日期', en: 'Annual report due by', optional },
};

export const fields: Fields = { ...body, ...registration, ...ties, ...life };
