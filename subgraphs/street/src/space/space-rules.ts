import type { RecordValues, RelatedRecords, Rule } from '@onenx/schema';
import { S3 } from './sources.js';

const asset: RelatedRecords = { kind: 'SpaceAsset', match: { assetNo: 'assetNo' } };
const allocations: RelatedRecords = { kind: 'SpaceAllocation', match: { assetNo: 'assetNo' } };

/** Who has rooms has them until they are given back, whatever was agreed. */
function hasRooms({ allocationStatus }: RecordValues): boolean {
  return allocationStatus === 'ALLOCATED';
}

/** Rooms are not withdrawn from somebody who is in them. */
export const assetFree: Rule = {
  code: 'SPACE_ASSET_FREE',
  zh: '使用中的房屋资源退还后方可收回',
  en: 'Rooms are withdrawn once they are given back',
  source: 'OneNX: who has rooms is told first',
  needs: { allocations },
  check: ({ related }) => {
    const tenant = (related['allocations'] ?? []).find(hasRooms);
    if (tenant === undefined) return null;
    return { field: 'assetNo', found: String(tenant['allocationNo']), expected: 'RETURNED' };
  },
};

/** Rooms are allocated while they are offered, and to one at a time. */
export const allocationRules: readonly Rule[] = [
  {
    code: 'SPACE_OFFERED',
    zh: '安置的房屋应为已登记且在提供中的资源',
    en: 'Rooms that are allocated are on record and offered',
    source: S3,
    needs: { asset },
    check: ({ after, related }) => {
      const found = related['asset']?.[0];
      if (found?.['spaceStatus'] === 'OFFERED') return null;
      return { field: 'assetNo', found: String(after['assetNo']), expected: 'SpaceAsset: OFFERED' };
    },
  },
  {
    code: 'SPACE_ONE_AT_A_TIME',
    zh: '同一房屋资源不得同时安置两次',
    en: 'Rooms are not allocated twice at the same time',
    source: 'OneNX: rooms are used by one at a time',
    needs: { allocations },
    check: ({ after, related }) => {
      const other = (related['allocations'] ?? []).find(
        (one) => one['allocationNo'] !== after['allocationNo'] && overlaps(one, after),
      );
      if (other === undefined) return null;
      return { field: 'assetNo', found: String(other['allocationNo']), expected: 'RETURNED' };
    },
  },
  {
    code: 'SPACE_AREA',
    zh: '安置面积不得超过房屋资源面积',
    en: 'What is allocated is not larger than the rooms',
    source: S3,
    needs: { asset },
    check: ({ after, related }) => {
      const found = after['areaM2'];
      const area = related['asset']?.[0]?.['areaM2'];
      if (typeof found !== 'number' || typeof area !== 'number' || found <= area) return null;
      return { field: 'areaM2', found, expected: `≤ ${area}` };
    },
  },
  {
    code: 'SPACE_RENT',
    zh: '低价使用应写明租金, 免费使用不收租金',
    en: 'A low rent is stated; free rooms have none',
    source: S3,
    check: ({ after }) => {
      const rent = Number(after['monthlyRent'] ?? 0);
      const kept = after['spaceTerms'] === 'FREE' ? rent === 0 : rent > 0;
      return kept ? null : { field: 'monthlyRent', found: rent, expected: after['spaceTerms'] === 'FREE' ? 0 : '> 0' };
    },
  },
];

/** Whether two allocations have a day in common; the day of the return is the next one's. */
function overlaps(one: RecordValues, other: RecordValues): boolean {
  const spans = [spanOf(one), spanOf(other)].filter((span) => span !== null);
  const from = spans.map((span) => span.from).toSorted();
  const to = spans.map((span) => span.to).toSorted();
  return spans.length === 2 && (from[1] ?? '') < (to[0] ?? '');
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days for which somebody has rooms; null while nothing is allocated. */
function spanOf({ allocatedAt, returnedAt }: RecordValues): Span | null {
  if (typeof allocatedAt !== 'string') return null;
  return { from: allocatedAt, to: typeof returnedAt === 'string' ? returnedAt : FOREVER };
}

const FOREVER = '9999-12-31';
