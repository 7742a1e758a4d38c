import { anyPresent, endsAfter, firstProblem, measuresOver } from '@onenx/node/kinds';
import { defineKind, spaceAllocationStatus, spaceTerms, type Condition } from '@onenx/schema';
import { allocating } from './allocating.js';
import { S3 } from './sources.js';

const { stock, distinct } = measuresOver('SpaceAllocation', 'STREET', `${S3}; OneNX data model 5.3 (47)`);
const housed: Condition = { field: 'allocatedAt', passed: true };
const optional = true;

/** Rooms for an organization, from its request until it gives them back. Areas in square metres, rents in fen. */
export const spaceAllocation = defineKind({
  name: 'SpaceAllocation',
  plural: 'spaceAllocations',
  code: 'SPAL',
  zh: '“安家”安置',
  en: 'Allocation of rooms',
  level: 'STREET',
  interfaces: [],
  key: ['allocationNo'],
  fields: {
    allocationNo: { type: 'text', zh: '安置编号', en: 'Allocation number', maxLength: 60 },
    tenantName: { type: 'text', zh: '使用方名称', en: 'For whom', maxLength: 200 },
    tenantUscc: { type: 'creditCode', zh: '使用方统一社会信用代码', en: "Tenant's credit code", optional },
    tenantId: { type: 'id', zh: '使用的团队或小组', en: 'Team or group', optional },
    wantedM2: { type: 'number', zh: '申请面积(平方米)', en: 'Area asked for (m²)', optional, min: 0 },
    allocationStatus: {
      type: spaceAllocationStatus,
      zh: '安家状态',
      en: 'Status',
      dimension: 'spaceAllocationStatus',
    },
    requestedAt: { type: 'date', zh: '申请日期', en: 'Asked for on' },
    assetNo: { type: 'text', zh: '资源编号', en: 'Asset number', optional, maxLength: 60 },
    areaM2: { type: 'number', zh: '安置面积(平方米)', en: 'Area allocated (m²)', optional, min: 0 },
    spaceTerms: { type: spaceTerms, zh: '使用条件', en: 'Terms', optional, dimension: 'spaceTerms' },
    monthlyRent: { type: 'fen', zh: '月租金(分)', en: 'Rent a month (fen)', optional, min: 0 },
    allocatedAt: { type: 'date', zh: '安置日期', en: 'Allocated on', optional },
    agreedUntil: { type: 'date', zh: '约定使用至', en: 'Agreed until', optional },
    returnedAt: { type: 'date', zh: '退还日期', en: 'Given back on', optional },
    endReason: { type: 'text', zh: '退还或未安置原因', en: 'Why it ended', optional, maxLength: 200 },
    endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional },
  },
  validity: { from: 'requestedAt', to: 'endedAt' },
  check: firstProblem(endsAfter('requestedAt', 'endedAt'), endsAfter('allocatedAt', 'returnedAt')),
  noun: 'allocation',
  rules: [
    anyPresent(['tenantUscc', 'tenantId'], {
      code: 'SPACE_TENANT',
      zh: '应写明使用方的统一社会信用代码或团队、小组',
      en: 'Rooms are for a credit code, a team or a group',
      source: S3,
    }),
  ],
  workflow: allocating,
  measures: [
    stock('spaceAllocations', ['安家安置数', 'Allocations of rooms', '个'], { where: housed }),
    stock('spaceAllocatedM2', ['安家安置面积', 'Area allocated', '㎡'], { field: 'areaM2', where: housed }),
    stock('spaceWaiting', ['等待安家的申请数', 'Requests for rooms that wait', '个'], { where: { not: housed } }),
    stock('spaceOverstayed', ['超过约定期限的安置数', 'Allocations beyond their agreed end', '个'], {
      where: { and: [housed, { field: 'agreedUntil', passed: true }] },
    }),
    distinct('housedOrgs', ['安家组织数(去重)', 'Organizations housed', '家'], { field: 'tenantUscc', where: housed }),
    distinct('housedTeams', ['安家团队和小组数(去重)', 'Teams and groups housed', '个'], {
      field: 'tenantId',
      where: housed,
    }),
  ],
});
