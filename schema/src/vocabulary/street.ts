import { defineVocabulary, type Vocabulary } from './vocabulary.js';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';
const S2 = 'Minhang study (2015)';
const S3 = 'Changning implementation opinion (2021)';
const HOUSE = 'OneNX: states of the work';

export const platformKind = defineVocabulary(
  'PlatformKind',
  { zh: '两会一中心', en: 'Platform of a street', source: S3 },
  {
    FEDERATION: ['社会组织联合会', 'Federation of social organizations'],
    FOUNDATION: ['社区基金会', 'Community foundation'],
    SERVICE_CENTRE: ['社会组织服务中心', 'Service centre of social organizations'],
  },
);

export const platformStatus = defineVocabulary(
  'PlatformStatus',
  { zh: '平台运行状态', en: 'How the platform is run', source: `${S2}: 招投标委托运营` },
  { OWN_RUN: ['自主运营', 'Run by itself'], ENTRUSTED: ['委托运营', 'Entrusted'], CLOSED: ['关闭', 'Closed'] },
);

export const incubatorKind = defineVocabulary(
  'IncubatorKind',
  { zh: '孵化基地类别', en: 'Sort of incubation base', source: `${S0}; ${S1}; ${S2}; ${S3}` },
  {
    INNOVATION_PARK: ['社会组织创新实践园', 'Innovation park'],
    INCUBATION_PARK: ['孵化园', 'Incubation park'],
    DEVELOPMENT_CENTRE: ['发展中心', 'Development centre'],
    GUIDANCE_CENTRE: ['培育指导中心', 'Guidance centre'],
    COMMUNITY_BASE: ['社区社会组织孵化基地', 'Community incubation base'],
  },
);

export const incubationStatus = defineVocabulary(
  'IncubationStatus',
  { zh: '孵化状态', en: 'Stage of an incubation', source: `${S0}: 出壳; ${HOUSE}` },
  {
    ADMITTED: ['准予入驻', 'Admitted'],
    INCUBATING: ['孵化中', 'Incubating'],
    GRADUATED: ['出壳', 'Graduated'],
    EXITED: ['退出', 'Left'],
  },
);

export const spaceTenure = defineVocabulary(
  'SpaceTenure',
  { zh: '房屋权属', en: 'Whose rooms', source: `${S3}: “安家”工程` },
  { STATE: ['国有', 'State'], COLLECTIVE: ['集体', 'Collective'] },
);

export const spaceStatus = defineVocabulary(
  'SpaceStatus',
  { zh: '房屋资源状态', en: 'Status of the rooms', source: HOUSE },
  { OFFERED: ['已提供', 'Offered'], WITHDRAWN: ['已收回', 'Withdrawn'] },
);

export const spaceTerms = defineVocabulary(
  'SpaceTerms',
  { zh: '使用条件', en: 'Terms of use', source: `${S3}: “安家”工程` },
  { FREE: ['免费', 'Free'], DISCOUNT: ['低价', 'At a low rent'] },
);

export const spaceAllocationStatus = defineVocabulary(
  'SpaceAllocationStatus',
  { zh: '安家状态', en: 'Status of the allocation', source: HOUSE },
  {
    REQUESTED: ['已申请', 'Requested'],
    ALLOCATED: ['已安置', 'Allocated'],
    RETURNED: ['已退还', 'Returned'],
    DROPPED: ['未安置', 'Not allocated'],
  },
);

export const offeringStatus = defineVocabulary(
  'OfferingStatus',
  { zh: '服务项目状态', en: 'Status of the offering', source: HOUSE },
  { OFFERED: ['提供中', 'Offered'], SUSPENDED: ['暂停', 'Suspended'], WITHDRAWN: ['已撤回', 'Withdrawn'] },
);

export const needMatchStatus = defineVocabulary(
  'NeedMatchStatus',
  { zh: '对接状态', en: 'Status of the match', source: `${S3}: 供需对接` },
  {
    OPEN: ['待对接', 'Open'],
    MATCHED: ['已对接', 'Matched'],
    AGREED: ['已达成', 'Agreed'],
    REFUSED: ['未达成', 'Refused'],
    WITHDRAWN: ['已撤回', 'Withdrawn'],
  },
);

/** The code lists of kinds of streets, and of those that districts keep too. */
export const streetVocabularies: readonly Vocabulary[] = [
  incubatorKind,
  incubationStatus,
  needMatchStatus,
  offeringStatus,
  platformKind,
  platformStatus,
  spaceAllocationStatus,
  spaceStatus,
  spaceTenure,
  spaceTerms,
];
