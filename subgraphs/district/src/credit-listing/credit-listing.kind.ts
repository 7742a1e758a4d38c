import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { creditKind, creditReason, creditStatus, defineKind, type Condition } from '@onenx/schema';
import { CREDIT } from '../sources.js';
import { listing } from './listing.js';
import { listingRules } from './listing-rules.js';

const { stock, flow } = measuresOver('CreditListing', 'DISTRICT', `OneNX data model 5.3 (19-21); ${CREDIT}`);
const abnormal: Condition = { field: 'creditKind', in: ['ABNORMAL'] };
const serious: Condition = { field: 'creditKind', in: ['SERIOUS'] };

/** An organization on the list of abnormal activity or of serious breaches; each entry is a record of its own. */
export const creditListing = defineKind({
  name: 'CreditListing',
  plural: 'creditListings',
  code: 'CRED',
  zh: '信用名录',
  en: 'Credit listing',
  level: 'DISTRICT',
  interfaces: [],
  key: ['listingNo'],
  fields: {
    listingNo: { type: 'text', zh: '列入编号', en: 'Listing number', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    creditKind: { type: creditKind, zh: '名录', en: 'List', dimension: 'creditKind' },
    creditReason: { type: creditReason, zh: '列入事由', en: 'Why', dimension: 'creditReason' },
    creditStatus: { type: creditStatus, zh: '列入状态', en: 'Status', dimension: 'creditStatus' },
    foundAt: { type: 'date', zh: '认定日期', en: 'Found on' },
    listedAt: { type: 'date', zh: '列入日期', en: 'Listed on', optional: true },
    fixedAt: { type: 'date', zh: '整改完成日期', en: 'Put right on', optional: true },
    removableFrom: { type: 'date', zh: '期满可移出日期', en: 'May be removed from', optional: true },
    seriousFrom: { type: 'date', zh: '应转入严重名单日期', en: 'Has to be listed as serious from', optional: true },
    removalReason: { type: 'text', zh: '移出事由', en: 'Why it was removed', optional: true, maxLength: 200 },
    removedAt: { type: 'date', zh: '移出日期', en: 'Removed on', optional: true },
  },
  validity: { from: 'listedAt', to: 'removedAt' },
  check: endsAfter('listedAt', 'removedAt'),
  noun: 'listing',
  rules: listingRules,
  workflow: listing,
  measures: [
    stock('abnormal.current', ['在册异常名录数', 'On the list of abnormal activity', '条'], { where: abnormal }),
    flow('abnormal.in', ['列入异常名录数', 'Entered on the list of abnormal activity', '条'], {
      on: 'listedAt',
      where: abnormal,
    }),
    flow('abnormal.out', ['移出异常名录数', 'Removed from the list of abnormal activity', '条'], {
      on: 'removedAt',
      where: abnormal,
    }),
    stock('abnormal.overdue', ['应转入严重名单的异常名录数', 'Abnormal for so long that they are serious', '条'], {
      where: { and: [abnormal, { field: 'seriousFrom', passed: true }] },
    }),
    stock('serious.current', ['在册严重违法失信名单数', 'On the list of serious breaches', '条'], { where: serious }),
  ],
});
