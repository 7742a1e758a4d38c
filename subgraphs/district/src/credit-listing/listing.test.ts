import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { broken, setBy } from '@onenx/node/testing';
import { listing } from './listing.js';
import { entryRules, listingRules, removalRules } from './listing-rules.js';

const TODAY = '2026-06-30';

describe('an entry on a credit list', () => {
  test('sets the terms of its list', () => {
    const listedAt = '2026-01-31';
    expect(setBy(listing, 'enterCreditListing', { after: { creditKind: 'ABNORMAL', listedAt } })).toEqual({
      removableFrom: '2026-07-31',
      seriousFrom: '2028-01-31',
    });
    expect(setBy(listing, 'enterCreditListing', { after: { creditKind: 'SERIOUS', listedAt } })).toEqual({
      removableFrom: '2028-01-31',
      seriousFrom: null,
    });
  });

  test('has its terms start anew from the day of a relapse, and what was put right before counts no more', () => {
    const after = { creditKind: 'ABNORMAL', listedAt: '2026-01-31', fixedAt: '2026-03-01' };
    expect(setBy(listing, 'restartCreditListing', { after })).toEqual({
      removableFrom: '2026-12-30',
      seriousFrom: '2028-06-30',
      fixedAt: null,
    });
  });

  test('has a reason of its list', () => {
    const kept = (creditKind: string, creditReason: string) =>
      broken(listingRules, 'CREDIT_REASON', { after: { creditKind, creditReason } }) === null;
    expect([kept('ABNORMAL', 'UNREACHABLE'), kept('SERIOUS', 'LARGE_FINE')]).toEqual([true, true]);
    expect([kept('SERIOUS', 'UNREACHABLE'), kept('ABNORMAL', 'LARGE_FINE')]).toEqual([false, false]);
  });

  test.each([
    // A Friday and five working days.
    ['2026-06-26', '2026-07-03', true],
    ['2026-06-26', '2026-07-04', false],
  ])('found on %s and made on %s is in time: %s', (foundAt, listedAt, inTime) => {
    expect(broken(entryRules, 'CREDIT_ENTRY_DAYS', { after: { foundAt, listedAt } }) === null).toBe(inTime);
  });

  test('as serious for too long an abnormality needs one whose years have run', () => {
    const rests = (listings: RecordValues[]) =>
      broken(entryRules, 'CREDIT_ABNORMAL_YEARS', {
        after: { creditReason: 'ABNORMAL_TOO_LONG' },
        related: { listings },
      }) === null;
    const ripe = { creditKind: 'ABNORMAL', creditStatus: 'LISTED', seriousFrom: TODAY };
    expect(rests([ripe])).toBe(true);
    expect(rests([{ ...ripe, seriousFrom: '2026-07-01' }])).toBe(false);
    expect(rests([{ ...ripe, creditStatus: 'REMOVED' }])).toBe(false);
  });

  test('as serious for a large fine needs one that is large and stands', () => {
    const rests = (fine: number, penaltyStatus = 'DECIDED') =>
      broken(entryRules, 'CREDIT_LARGE_FINE', {
        after: { creditReason: 'LARGE_FINE' },
        related: { penalties: [{ penaltyKind: 'FINE', penaltyStatus, fine }] },
      }) === null;
    expect([rests(5_000_000), rests(4_999_999), rests(5_000_000, 'ANNULLED')]).toEqual([true, false, false]);
  });
});

describe('removal from a credit list', () => {
  test.each<[RecordValues, boolean]>([
    [{ creditKind: 'ABNORMAL', removableFrom: '2026-12-30', fixedAt: '2026-06-29' }, true],
    [{ creditKind: 'ABNORMAL', removableFrom: '2026-12-30', fixedAt: null }, false],
    [{ creditKind: 'ABNORMAL', removableFrom: TODAY, fixedAt: null }, true],
    [{ creditKind: 'SERIOUS', removableFrom: '2026-12-30', fixedAt: '2026-06-29' }, false],
    [{ creditKind: 'SERIOUS', removableFrom: TODAY, fixedAt: null }, true],
  ])('of %j is allowed: %s', (after, allowed) => {
    expect(broken(removalRules, 'CREDIT_REMOVAL_TERM', { after }) === null).toBe(allowed);
  });

  test('from the serious list needs years without a penalty', () => {
    const clean = (decidedAt: string, penaltyStatus = 'PERFORMED') =>
      broken(removalRules, 'CREDIT_CLEAN_YEARS', {
        after: { creditKind: 'SERIOUS' },
        related: { penalties: [{ decidedAt, penaltyStatus }] },
      }) === null;
    expect([clean('2024-06-30'), clean('2024-07-01'), clean('2026-01-01', 'ANNULLED')]).toEqual([true, false, true]);
  });

  test('late after the fault was put right is told', () => {
    const told = (fixedAt: string) => broken(removalRules, 'CREDIT_REMOVAL_DAYS', { after: { fixedAt } }) !== null;
    expect([told('2026-06-23'), told('2026-06-22')]).toEqual([false, true]);
  });
});
