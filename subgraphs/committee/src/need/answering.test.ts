import { describe, expect, test } from '@jest/globals';
import { addDays, daysBetween } from '@onenx/schema';
import fc from 'fast-check';
import { ruleInput } from '@onenx/node/testing';
import { answering } from './answering.js';
import { matchRule, mergeRule } from './need-rules.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));

describe('the answering of needs', () => {
  test('counts the term from the day on which the need was raised', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (raisedAt, term) => {
        const set = answering.actions['acceptNeed']?.sets?.(
          ruleInput({ after: { raisedAt }, parameters: { 'need.answer.days': term } }),
        );
        expect(daysBetween(raisedAt, String(set?.['answerBy']))).toBe(term);
      }),
    );
  });

  test('counts the days until the answer, and forgets them when the need is opened again', () => {
    const after = { raisedAt: '2024-02-01', answeredAt: '2024-03-01' };
    expect(answering.actions['answerNeed']?.sets?.(ruleInput({ after }))).toEqual({ answerDays: 29 });
    expect(answering.actions['reopenNeed']?.sets?.(ruleInput({ after }))).toEqual({
      answeredAt: null,
      answerDays: null,
    });
  });
});

describe('the merging of needs', () => {
  const after = { needNo: 'N2', mergedInto: 'N1' };
  const broken = (needStatus: string, needNo = 'N1') =>
    mergeRule.check(ruleInput({ after, related: { target: [{ needNo, needStatus }] } })) !== null;

  test('is into another need that still waits or was answered', () => {
    const open = ['RAISED', 'ACCEPTED', 'CLAIMED', 'MATCHED', 'ANSWERED'];
    expect(open.filter((state) => broken(state))).toEqual([]);
    expect(['MERGED', 'DECLINED', 'CLOSED'].filter((state) => !broken(state))).toEqual([]);
  });

  test('is not into itself nor into one that the node does not have', () => {
    expect(broken('RAISED', 'N2')).toBe(true);
    expect(mergeRule.check(ruleInput({ after, related: { target: [] } }))).toMatchObject({
      field: 'mergedInto',
      found: 'N1',
    });
  });
});

test.each([
  [{}, true],
  [{ projectId: null, offeringId: null }, true],
  [{ projectId: 'p' }, false],
  [{ offeringId: 'o' }, false],
])('a match with %j is refused: %s', (after, refused) => {
  expect(matchRule.check(ruleInput({ after })) !== null).toBe(refused);
});
