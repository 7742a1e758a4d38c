import {
  defineKind,
  listingStatus,
  listingSubject,
  serviceField,
  type Condition,
  type KindDefinition,
  type WorkflowDefinition,
} from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { measuresOver } from '../measures-over.js';
import { buyerOf, type Buyer, type BuyerLevel } from './buyer.js';
import { S3 } from './sources.js';

const SOURCE = `${S3}: 上海市政府购买社会组织服务供需对接平台, 应上尽上; OneNX data model 5.3 (32)`;

/** What is put on the municipal platform that matches demand and supply, and whether it had to be. */
export function externalListingKind(level: BuyerLevel): KindDefinition {
  const buyer = buyerOf(level);
  const { prefix, suffix, letter, zh } = buyer;
  const name = `${prefix}ExternalListing`;
  const { stock, flow } = measuresOver(name, level, SOURCE);
  // What was withdrawn before it was listed need not be listed any more.
  const required: Condition = {
    and: [
      { field: 'listingRequired', in: [true] },
      { or: [{ field: 'listedAt', isNull: false }, { not: { field: 'listingStatus', in: ['WITHDRAWN'] } }] },
    ],
  };
  const on = 'dueFrom';
  return defineKind({
    name,
    plural: `${suffix}ExternalListings`,
    code: `${letter}LST`,
    zh: `${zh}供需对接平台上架`,
    en: `Listing by the ${suffix} on the municipal platform`,
    level,
    interfaces: [],
    key: ['listingNo'],
    fields: {
      listingNo: { type: 'text', zh: '上架编号', en: 'Listing number', maxLength: 60 },
      title: { type: 'text', zh: '上架内容', en: 'Title', maxLength: 200 },
      listingSubject: { type: listingSubject, zh: '内容种类', en: 'What is listed', dimension: 'listingSubject' },
      listingStatus: { type: listingStatus, zh: '上架状态', en: 'Status', dimension: 'listingStatus' },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      subjectId: { type: 'id', zh: '对应记录', en: 'The record that is listed', optional: true },
      listingRequired: { type: 'boolean', zh: '应上架', en: 'Has to be listed' },
      dueFrom: { type: 'date', zh: '应上架日期', en: 'To be listed from' },
      platformNo: { type: 'text', zh: '平台编号', en: 'Number on the platform', optional: true, maxLength: 100 },
      listedAt: { type: 'date', zh: '上架日期', en: 'Listed on', optional: true },
      matchedUscc: { type: 'creditCode', zh: '对接组织统一社会信用代码', en: 'Credit code matched', optional: true },
      matchedAt: { type: 'date', zh: '对接日期', en: 'Matched on', optional: true },
      endedAt: { type: 'date', zh: '对接或下架日期', en: 'Matched or withdrawn on', optional: true },
    },
    validity: { from: 'dueFrom', to: 'endedAt' },
    check: endsAfter('listedAt', 'matchedAt'),
    noun: 'listing',
    workflow: listing(buyer),
    measures: [
      stock(`listings.open.${suffix}`, [`${zh}未对接上架数`, `Listings of the ${suffix} not matched`, '条']),
      flow(`listings.required.${suffix}`, [`${zh}应上架数`, `To be listed by the ${suffix}`, '条'], {
        on,
        where: required,
      }),
      flow(
        `listings.listed.${suffix}`,
        [`${zh}应上架中已上架数`, `Of those to be listed by the ${suffix}, listed`, '条'],
        {
          on,
          where: { and: [required, { field: 'listedAt', isNull: false }] },
        },
      ),
      flow(
        `listings.matched.${suffix}`,
        [`${zh}应上架中已对接数`, `Of those to be listed by the ${suffix}, matched`, '条'],
        {
          on,
          where: { and: [required, { field: 'matchedAt', isNull: false }] },
        },
      ),
    ],
  });
}

function listing({ prefix, by }: Buyer): WorkflowDefinition {
  return {
    field: 'listingStatus',
    initial: 'DUE',
    managed: ['platformNo', 'matchedUscc', 'endedAt'],
    actions: {
      [`publish${prefix}Listing`]: {
        zh: '上架',
        en: 'Put it on the platform',
        from: ['DUE'],
        to: 'LISTED',
        by: [...by, 'INTEGRATOR'],
        takes: { platformNo: 'required', listedAt: 'optional' },
        stamps: ['listedAt'],
        source: SOURCE,
      },
      [`match${prefix}Listing`]: {
        zh: '记录对接',
        en: 'Record the match',
        from: ['LISTED'],
        to: 'MATCHED',
        by: [...by, 'INTEGRATOR'],
        takes: { matchedUscc: 'optional', matchedAt: 'optional' },
        stamps: ['matchedAt'],
        sets: ({ after }) => ({ endedAt: after['matchedAt'] ?? null }),
        source: SOURCE,
      },
      [`withdraw${prefix}Listing`]: {
        zh: '下架',
        en: 'Take it off, or off the list of what is due',
        from: ['DUE', 'LISTED'],
        to: 'WITHDRAWN',
        by,
        stamps: ['endedAt'],
        source: 'OneNX: what is no longer wanted is taken off',
      },
    },
  };
}
