import { endsAfter } from '@onenx/node/kinds';
import {
  defineKind,
  groupForm,
  groupStatus,
  organizationCategory,
  organizationOrigin,
  type BasicMeasure,
} from '@onenx/schema';
import { groupRules } from './group-rules.js';
import { guidance } from './guidance.js';

const S0 = 'Changning consultative report (about 2014)';
const common = { kind: 'STOCK', unit: '个', ownerLevel: 'COMMITTEE' } as const;
const base = { kind: 'ActivityGroup', op: 'sum' } as const;

const measures: readonly BasicMeasure[] = [
  {
    ...common,
    name: 'groups',
    zh: '社区活动小组数',
    en: 'Activity groups',
    formula: 'count of ActivityGroup from foundedAt until endedAt; a promoted one has ended',
    source: 'Changning implementation opinion (2021)',
    basis: { ...base, timing: { stock: true } },
  },
  {
    ...common,
    name: 'studios.founded',
    zh: '党员志愿者工作室数(含已转为注册)',
    en: 'Party-member volunteer studios ever founded, those since registered included',
    formula: 'count of ActivityGroup of form STUDIO founded by the date',
    source: S0,
    basis: { ...base, timing: { since: 'foundedAt' }, where: { field: 'form', in: ['STUDIO'] } },
  },
  {
    ...common,
    name: 'studios.promoted',
    zh: '已转为注册的党员志愿者工作室数',
    en: 'Party-member volunteer studios that became registered',
    formula: 'count of ActivityGroup of form STUDIO promoted by the date',
    source: S0,
    basis: { ...base, timing: { since: 'promotedAt' }, where: { field: 'form', in: ['STUDIO'] } },
  },
  {
    ...common,
    name: 'groups.promoted',
    kind: 'ADDITIVE',
    zh: '转为备案团队或注册组织的小组数',
    en: 'Activity groups that became filed teams or registered organizations',
    formula: 'count of ActivityGroup by endedAt where status is PROMOTED or REGISTERED',
    source: 'OneNX data model 5.3 (13)',
    basis: { ...base, timing: { flow: 'endedAt' }, where: { field: 'status', in: ['PROMOTED', 'REGISTERED'] } },
  },
];

/** An activity group or studio that a residents' committee guides: the smallest tier. */
export const activityGroup = defineKind({
  name: 'ActivityGroup',
  plural: 'activityGroups',
  code: 'G',
  zh: '社区活动小组',
  en: 'Activity group',
  level: 'COMMITTEE',
  interfaces: ['Organization'],
  key: ['groupNo'],
  fields: {
    groupNo: { type: 'text', zh: '小组编号', en: 'Group number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    form: { type: groupForm, zh: '小组形式', en: 'Form', dimension: 'groupForm' },
    category: {
      type: organizationCategory,
      zh: '类别(四个领域)',
      en: 'Category (four fields of 2021)',
      dimension: 'category',
    },
    status: { type: groupStatus, zh: '小组状态', en: 'Status', optional: true, dimension: 'groupStatus' },
    members: { type: 'integer', zh: '成员人数', en: 'Members', optional: true, min: 0, max: 100_000 },
    leader: { type: 'text', zh: '负责人', en: 'Leader', optional: true, personal: true, maxLength: 50 },
    origin: { type: organizationOrigin, zh: '组织来源', en: 'Origin', optional: true, dimension: 'origin' },
    hasCharter: { type: 'boolean', zh: '有自定章程', en: 'Has rules of its own', optional: true },
    leaderElected: { type: 'boolean', zh: '负责人由成员推选', en: 'Chose its leader itself', optional: true },
    foundedAt: { type: 'date', zh: '成立日期', en: 'Founded on' },
    promotedAt: { type: 'date', zh: '转为注册日期', en: 'Promoted on', optional: true },
    promotedToUscc: {
      type: 'creditCode',
      zh: '转为注册后的统一社会信用代码',
      en: 'Credit code after promotion',
      optional: true,
    },
    transferId: { type: 'text', zh: '转接编号', en: 'Transfer number', optional: true, maxLength: 60 },
    endReason: { type: 'text', zh: '终止原因', en: 'Why it ended', optional: true, maxLength: 200 },
    endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'foundedAt', to: 'endedAt' },
  constants: { tier: 'ACTIVITY_GROUP' },
  check: endsAfter('foundedAt', 'endedAt'),
  noun: 'group',
  rules: groupRules,
  workflow: guidance,
  measures,
});
