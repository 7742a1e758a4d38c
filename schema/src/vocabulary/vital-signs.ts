import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S3 = 'Changning implementation opinion (2021)';
const CODES = 'GB 32100-2015: the first two characters of a credit code';

export const vitalSign = defineVocabulary(
  'VitalSignName',
  { zh: '生命体征', en: 'Vital sign', source: `${S3}: 生命体征监测` },
  {
    ACTIVITY: ['活动', 'Activity'],
    FINANCE: ['资金', 'Finance'],
    GOVERNANCE: ['治理', 'Governance'],
    COMPLIANCE: ['合规', 'Compliance'],
    SATISFACTION: ['满意', 'Satisfaction'],
  },
);

/** What is not known is not bad: it is a level of its own. */
export const vitalLevel = defineVocabulary(
  'VitalLevel',
  { zh: '体征状态', en: 'State of a vital sign', source: 'OneNX: the worst of its findings' },
  {
    GOOD: ['正常', 'Good'],
    WATCH: ['关注', 'Watch'],
    ALERT: ['警示', 'Alert'],
    UNKNOWN: ['数据不足', 'Not known'],
  },
);

export const partyKind = defineVocabulary(
  'PartyKind',
  { zh: '主体类别', en: 'Sort of party', source: CODES },
  {
    SOCIAL_ORGANIZATION: ['社会组织', 'Social organization'],
    ENTERPRISE: ['企业', 'Enterprise'],
    PUBLIC_INSTITUTION: ['事业单位', 'Public institution'],
    AUTHORITY: ['机关', 'Authority'],
    MASS_ORGANIZATION: ['群众团体', 'Mass organization'],
    RURAL_COLLECTIVE: ['农村集体经济组织', 'Rural collective'],
    SELF_GOVERNING: ['基层群众性自治组织', 'Grassroots self-governing organization'],
    PERSON: ['个人', 'Person'],
    OTHER: ['其他', 'Other'],
    UNKNOWN: ['未知', 'Not known'],
  },
);

export const vitalSignsVocabularies: readonly Vocabulary[] = [partyKind, vitalLevel, vitalSign];
