import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';
import { S2, S3 } from '../sources.js';

const { stock } = measuresOver('ServiceItem', 'DISTRICT', `${S2}; ${S3}`);

/** A matter that the one desk for registration, annual checks and grading handles, with its terms. */
export const serviceItem = defineKind({
  name: 'ServiceItem',
  plural: 'serviceItems',
  code: 'SITM',
  zh: '一站式审批事项',
  en: 'Matter of the one desk',
  level: 'DISTRICT',
  interfaces: [],
  key: ['itemNo'],
  fields: {
    itemNo: { type: 'text', zh: '事项编号', en: 'Number', maxLength: 60 },
    title: { type: 'text', zh: '事项名称', en: 'Title', maxLength: 200 },
    authority: { type: 'text', zh: '实施机关', en: 'Authority', maxLength: 100 },
    legalDays: { type: 'integer', zh: '法定办结工作日', en: 'Working days by law', optional: true, min: 0 },
    promisedDays: { type: 'integer', zh: '承诺办结工作日', en: 'Working days promised', optional: true, min: 0 },
    online: { type: 'boolean', zh: '可网上办理(一网通办)', en: 'Handled online' },
    offeredFrom: { type: 'date', zh: '开办日期', en: 'Offered from' },
    ...endingFields,
  },
  validity: { from: 'offeredFrom', to: 'endedAt' },
  check: endsAfter('offeredFrom', 'endedAt'),
  noun: 'item',
  workflow: endingBy({
    action: 'endServiceItem',
    zh: '取消事项',
    en: 'End the matter',
    by: ['DISTRICT_SUPERVISOR'],
    source: S2,
  }),
  measures: [
    stock('serviceItems', ['一站式审批事项数', 'Matters of the one desk', '项']),
    stock('serviceItems.online', ['可网上办理的事项数', 'Of them, handled online', '项'], {
      where: { field: 'online', in: [true] },
    }),
  ],
});
