import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { awardKind, defineKind, type Condition } from '@onenx/schema';
import { S0, S3 } from '../sources.js';

const { stock, flow } = measuresOver('Award', 'DISTRICT', `OneNX data model 5.3 (57); ${S0}; ${S3}`);
const talents: Condition = {
  field: 'awardKind',
  in: ['COMMUNITY_TALENT', 'GOVERNANCE_TALENT', 'LEADING_TALENT', 'TOP_TALENT'],
};

/** An honour of an organization, a project, or a person; who the person is, is personal data. */
export const award = defineKind({
  name: 'Award',
  plural: 'awards',
  code: 'AWD',
  zh: '荣誉',
  en: 'Award',
  level: 'DISTRICT',
  interfaces: [],
  key: ['awardNo'],
  fields: {
    awardNo: { type: 'text', zh: '荣誉编号', en: 'Award number', maxLength: 60 },
    awardKind: { type: awardKind, zh: '荣誉种类', en: 'Kind', dimension: 'awardKind' },
    title: { type: 'text', zh: '荣誉名称', en: 'Title', maxLength: 200 },
    recipient: { type: 'text', zh: '获奖组织或项目', en: 'Organization or project', optional: true, maxLength: 200 },
    person: { type: 'text', zh: '获奖人', en: 'Person', optional: true, personal: true, maxLength: 50 },
    uscc: { type: 'creditCode', zh: '所属组织统一社会信用代码', en: 'Credit code of the organization', optional: true },
    projectNo: { type: 'text', zh: '项目编号', en: 'Project number', optional: true, maxLength: 60 },
    grantedBy: { type: 'text', zh: '授予单位', en: 'Granted by', optional: true, maxLength: 100 },
    awardedAt: { type: 'date', zh: '授予日期', en: 'Awarded on' },
    ...endingFields,
  },
  validity: { from: 'awardedAt', to: 'endedAt' },
  check: endsAfter('awardedAt', 'endedAt'),
  workflow: endingBy({
    action: 'withdrawAward',
    zh: '撤销荣誉',
    en: 'Withdraw the award',
    by: ['DISTRICT_SUPERVISOR'],
    source: 'OneNX: an award may be taken back',
  }),
  measures: [
    flow('awards', ['授予荣誉数', 'Awards', '项'], { on: 'awardedAt' }),
    stock('brandProjects', ['在册品牌项目数', 'Brand projects', '个'], {
      where: { field: 'awardKind', in: ['BRAND_PROJECT'] },
    }),
    stock('talents', ['在册人才数', 'Talents', '人次'], { where: talents, sensitive: true }),
  ],
});
