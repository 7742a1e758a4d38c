import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { catalogueKind, defineKind, serviceField } from '@onenx/schema';
import { S0, S2, S3 } from '../sources.js';

const { stock } = measuresOver('CatalogueItem', 'DISTRICT', `${S3}; ${S0}`);

/** An item of a catalogue of purchases, of basic services, or of functions that government hands over. */
export const catalogueItem = defineKind({
  name: 'CatalogueItem',
  plural: 'catalogueItems',
  code: 'CATI',
  zh: '购买服务目录条目',
  en: 'Catalogue item',
  level: 'DISTRICT',
  interfaces: [],
  key: ['catalogueVersion', 'itemCode'],
  fields: {
    catalogueVersion: { type: 'text', zh: '目录版本', en: 'Version of the catalogue', maxLength: 60 },
    itemCode: { type: 'text', zh: '条目代码', en: 'Code of the item', maxLength: 60 },
    catalogueKind: { type: catalogueKind, zh: '目录种类', en: 'Kind of catalogue', dimension: 'catalogueKind' },
    itemLevel: { type: 'integer', zh: '条目级次', en: 'Level of the item, 1 to 3', min: 1, max: 3 },
    parentCode: { type: 'text', zh: '上级条目代码', en: 'Code of the item above', optional: true, maxLength: 60 },
    title: { type: 'text', zh: '条目名称', en: 'Title', maxLength: 200 },
    serviceField: {
      type: serviceField,
      zh: '服务领域',
      en: 'Service field',
      optional: true,
      dimension: 'serviceField',
    },
    handedOverFrom: { type: 'text', zh: '原承担部门', en: 'Department that did it', optional: true, maxLength: 100 },
    validFrom: { type: 'date', zh: '施行日期', en: 'In force from' },
    ...endingFields,
  },
  validity: { from: 'validFrom', to: 'endedAt' },
  check: endsAfter('validFrom', 'endedAt'),
  noun: 'item',
  workflow: endingBy({
    action: 'withdrawCatalogueItem',
    zh: '条目失效',
    en: 'Withdraw the item',
    by: ['DISTRICT_SUPERVISOR'],
    source: S3,
  }),
  measures: [
    stock('catalogueItems', ['在行目录条目数', 'Catalogue items in force', '项']),
    stock('catalogueItems.functionTransfer', ['在行转移职能事项数', 'Functions to be handed over, in force', '项'], {
      where: { field: 'catalogueKind', in: ['FUNCTION_TRANSFER'] },
      source: S2,
    }),
  ],
});
