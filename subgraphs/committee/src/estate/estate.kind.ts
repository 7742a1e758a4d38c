import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';

const SOURCE = 'Ningbo and other cases (2013–2019): 小区、楼门; OneNX data model 5.1';
const measure = measuresOver('Estate', 'COMMITTEE', SOURCE);

/** A housing estate: the second tree, beside that of administration. */
export const estate = defineKind({
  name: 'Estate',
  plural: 'estates',
  code: 'EST',
  zh: '小区',
  en: 'Estate',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['estateNo'],
  fields: {
    estateNo: { type: 'text', zh: '小区编号', en: 'Estate number', maxLength: 60 },
    name: { type: 'text', zh: '小区名称', en: 'Name', maxLength: 200 },
    households: { type: 'integer', zh: '户数', en: 'Households', min: 0 },
    buildings: { type: 'integer', zh: '楼栋数', en: 'Buildings', optional: true, min: 0 },
    areaM2: { type: 'number', zh: '建筑面积(平方米)', en: 'Floor area (m²)', optional: true, min: 0 },
    propertyUscc: {
      type: 'creditCode',
      zh: '物业企业统一社会信用代码',
      en: "Property firm's credit code",
      optional: true,
    },
    propertyFirm: { type: 'text', zh: '物业企业名称', en: 'Property firm', optional: true, maxLength: 200 },
    startedAt: { type: 'date', zh: '建成或纳入日期', en: 'On the list from' },
    ...endingFields,
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  workflow: endingBy({
    action: 'endEstate',
    zh: '撤销小区',
    en: 'Take the estate off the list',
    by: ['COMMITTEE_WORKER'],
    source: SOURCE,
  }),
  measures: [
    measure.stock('estates', ['小区数', 'Estates', '个']),
    measure.stock('estates.households', ['小区户数', 'Households of the estates', '户'], { field: 'households' }),
    measure.stock('estates.buildings', ['楼栋数', 'Buildings of the estates', '栋'], { field: 'buildings' }),
    measure.stock('estates.withPropertyFirm', ['有物业企业的小区数', 'Estates with a property firm', '个'], {
      where: { field: 'propertyUscc', isNull: false },
    }),
  ],
});
