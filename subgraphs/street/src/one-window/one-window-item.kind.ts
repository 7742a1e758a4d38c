import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';

const SOURCE = 'Jizhou case (2014): 前台一口受理、后台分类办理, 52项';
const { stock } = measuresOver('OneWindowItem', 'STREET', SOURCE);

/** A matter that a street's one window accepts, and who handles it behind. */
export const oneWindowItem = defineKind({
  name: 'OneWindowItem',
  plural: 'oneWindowItems',
  code: 'OWIT',
  zh: '一口受理事项',
  en: 'Matter of the one window',
  level: 'STREET',
  interfaces: [],
  key: ['place', 'itemNo'],
  fields: {
    itemNo: { type: 'text', zh: '事项编号', en: 'Item number', maxLength: 60 },
    title: { type: 'text', zh: '事项名称', en: 'Title', maxLength: 200 },
    backOffice: { type: 'text', zh: '后台办理部门', en: 'Who handles it', optional: true, maxLength: 100 },
    promisedDays: { type: 'integer', zh: '承诺办结工作日', en: 'Working days promised', optional: true, min: 0 },
    offeredFrom: { type: 'date', zh: '开办日期', en: 'Offered from' },
    ...endingFields,
  },
  validity: { from: 'offeredFrom', to: 'endedAt' },
  check: endsAfter('offeredFrom', 'endedAt'),
  noun: 'item',
  workflow: endingBy({
    action: 'endOneWindowItem',
    zh: '取消事项',
    en: 'End the matter',
    by: ['STREET_OFFICER'],
    source: SOURCE,
  }),
  measures: [stock('oneWindowItems', ['一口受理事项数', 'Matters of the one window', '项'])],
});
