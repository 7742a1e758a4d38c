import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { coreKind, defineKind } from '@onenx/schema';

const SOURCE = 'Jizhou case (2014): 1+8+X; OneNX data model 5.3 (15)';
const measure = measuresOver('CoreOrganization', 'COMMITTEE', SOURCE);

/** Which organization stands in a community for one of the eight core kinds. */
export const coreOrganization = defineKind({
  name: 'CoreOrganization',
  plural: 'coreOrganizations',
  code: 'CORE',
  zh: '社区核心社会组织',
  en: 'Core organization of a community',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['coreNo'],
  fields: {
    coreNo: { type: 'text', zh: '编号', en: 'Number', maxLength: 60 },
    coreKind: { type: coreKind, zh: '核心类别', en: 'Core kind', dimension: 'coreKind' },
    organizationName: { type: 'text', zh: '组织名称', en: 'Organization', maxLength: 200 },
    organizationId: { type: 'id', zh: '组织', en: 'Its record', optional: true },
    startedAt: { type: 'date', zh: '认定日期', en: 'Named on' },
    ...endingFields,
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  workflow: endingBy({
    action: 'endCoreOrganization',
    zh: '终止核心组织认定',
    en: 'End its standing as a core organization',
    by: ['COMMITTEE_WORKER'],
    source: SOURCE,
  }),
  measures: [
    measure.stock('coreOrganizations', ['社区核心社会组织数', 'Core organizations', '个']),
    measure.distinct('coreKinds', ['已有的核心组织类别数', 'Core kinds that are there', '类'], { field: 'coreKind' }),
  ],
});
