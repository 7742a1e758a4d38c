import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, spaceStatus, spaceTenure } from '@onenx/schema';
import { assetFree } from './space-rules.js';
import { S3 } from './sources.js';

const { stock } = measuresOver('SpaceAsset', 'STREET', `${S3}; OneNX data model 5.3 (47)`);

/** Idle rooms that are offered to organizations. Areas are in square metres. */
export const spaceAsset = defineKind({
  name: 'SpaceAsset',
  plural: 'spaceAssets',
  code: 'SPAS',
  zh: '“安家”房屋资源',
  en: 'Rooms offered to organizations',
  level: 'STREET',
  interfaces: [],
  key: ['assetNo'],
  fields: {
    assetNo: { type: 'text', zh: '资源编号', en: 'Asset number', maxLength: 60 },
    address: { type: 'text', zh: '地址', en: 'Address', maxLength: 200 },
    spaceTenure: { type: spaceTenure, zh: '房屋权属', en: 'Whose rooms', dimension: 'spaceTenure' },
    owner: { type: 'text', zh: '权属单位', en: 'Owning unit', optional: true, maxLength: 200 },
    areaM2: { type: 'number', zh: '面积(平方米)', en: 'Area (m²)', min: 0 },
    spaceStatus: { type: spaceStatus, zh: '资源状态', en: 'Status', dimension: 'spaceStatus' },
    offeredAt: { type: 'date', zh: '提供日期', en: 'Offered from' },
    withdrawnAt: { type: 'date', zh: '收回日期', en: 'Withdrawn on', optional: true },
  },
  validity: { from: 'offeredAt', to: 'withdrawnAt' },
  check: endsAfter('offeredAt', 'withdrawnAt'),
  noun: 'asset',
  workflow: {
    field: 'spaceStatus',
    initial: 'OFFERED',
    actions: {
      withdrawSpaceAsset: {
        zh: '收回房屋资源',
        en: 'Withdraw the rooms',
        from: ['OFFERED'],
        to: 'WITHDRAWN',
        by: ['STREET_OFFICER'],
        stamps: ['withdrawnAt'],
        rules: [assetFree],
        source: S3,
      },
    },
  },
  measures: [
    stock('spaceAssets', ['“安家”房屋资源数', 'Rooms offered to organizations', '处']),
    stock('spaceM2', ['“安家”房屋资源面积', 'Area offered to organizations', '㎡'], { field: 'areaM2' }),
  ],
});
