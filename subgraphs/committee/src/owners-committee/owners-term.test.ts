import { describe, expect, test } from '@jest/globals';
import { ruleInput } from '@onenx/node/testing';
import { ownersTerm } from './owners-term.js';

const parameters = { 'ownersCommittee.filing.days': 30, 'ownersCommittee.term.years': 5 };
const file = ownersTerm.actions['fileOwnersCommittee'];
const broken = (code: string, after: Record<string, string>, related = {}) =>
  file?.rules?.find((rule) => rule.code === code)?.check(ruleInput({ after, parameters, related }));

describe("the filing of an owners' committee", () => {
  test('says by when it was due and when the term ends, to the same day of a later year or that month’s last', () => {
    expect(file?.sets?.(ruleInput({ after: { electedAt: '2024-02-29' }, parameters }))).toEqual({
      filingDue: '2024-03-30',
      termEnd: '2029-02-28',
    });
    const shorter = { electedAt: '2024-02-29', termEnd: '2027-02-28' };
    expect(file?.sets?.(ruleInput({ after: shorter, parameters }))).toMatchObject({ termEnd: '2027-02-28' });
  });

  test.each([
    ['2024-03-30', null],
    ['2024-03-31', { field: 'filedAt', found: '2024-03-31', expected: '≤ 2024-03-30' }],
  ])('on %s is in time or told', (filedAt, expected) => {
    expect(broken('OWNERS_COMMITTEE_FILED_IN_TIME', { electedAt: '2024-02-29', filedAt })).toEqual(expected);
  });

  test.each([
    ['2029-02-28', true],
    ['2029-03-01', false],
  ])('for a term until %s is allowed: %s', (termEnd, allowed) => {
    expect(broken('OWNERS_COMMITTEE_TERM', { electedAt: '2024-02-29', termEnd }) === null).toBe(allowed);
  });

  test('tells of an estate that is on no list', () => {
    const after = { estateNo: 'E1' };
    expect(broken('OWNERS_COMMITTEE_ESTATE', after, { named: [] })).toMatchObject({ field: 'estateNo', found: 'E1' });
    expect(broken('OWNERS_COMMITTEE_ESTATE', after, { named: [{ estateNo: 'E1' }] })).toBeNull();
  });
});
