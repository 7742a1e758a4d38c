import { describe, expect, test } from '@jest/globals';
import type { RecordValues } from '@onenx/schema';
import { buyerOf } from './buyer.js';
import { grantWork } from './grant-work.js';
import { performanceWork } from './performance-work.js';
import { procurementWork } from './procurement-work.js';
import { projectLife } from './project-life.js';
import { brokenBy, setBy } from '../rule-input.test-kit.js';

const district = buyerOf('DISTRICT');
const procurement = procurementWork(district);
const project = projectLife(district);

describe('a catalogue item that a purchase cites', () => {
  test.each<[RecordValues | null, boolean]>([
    [{ validFrom: '2026-06-30', endedAt: null }, true],
    [{ validFrom: '2026-07-01', endedAt: null }, false],
    [{ validFrom: '2020-01-01', endedAt: '2026-07-01' }, true],
    [{ validFrom: '2020-01-01', endedAt: '2026-06-30' }, false],
    [null, false],
  ])('as %j is in force on 30 June 2026: %s', (item, inForce) => {
    const asked = { after: { catalogueItemCode: 'A1' }, related: { items: item === null ? [] : [item] } };
    const code = 'DISTRICT_PROCUREMENT_CATALOGUE';
    expect(brokenBy(procurement, 'announceDistrictProcurement', [code, asked]) === null).toBe(inForce);
  });

  test('is not asked for where none is cited, nor in a street, whose node keeps no catalogue', () => {
    const code = 'DISTRICT_PROJECT_CATALOGUE';
    expect(brokenBy(project, 'approveDistrictProject', [code, { after: {} }])).toBeNull();
    const needs = Object.values(procurementWork(buyerOf('STREET')).actions).flatMap(({ rules = [] }) =>
      rules.flatMap((rule) => Object.values(rule.needs ?? {}).map(({ kind }) => kind)),
    );
    expect(needs).toEqual(['StreetPerformance']);
  });
});

test.each<[RecordValues, boolean]>([
  [{}, false],
  [{ procurementMethod: 'OPEN_TENDER' }, true],
  [{ arrangement: 'FEE_FOLLOWS' }, true],
])('a purchase that says %j says how it is made: %s', (after, says) => {
  const code = 'DISTRICT_PROCUREMENT_METHOD';
  expect(brokenBy(procurement, 'announceDistrictProcurement', [code, { after }]) === null).toBe(says);
});

test.each<[string, RecordValues, RecordValues[], boolean]>([
  ['a listed organization', { supplierKind: 'SOCIAL_ORGANIZATION' }, [{ eligibleStatus: 'LISTED' }], true],
  ['one that was removed', { supplierKind: 'SOCIAL_ORGANIZATION' }, [{ eligibleStatus: 'REMOVED' }], false],
  ['a firm, which no list is for', { supplierKind: 'ENTERPRISE' }, [], true],
])('an award to %s is told of: %s', (_, after, listed, quiet) => {
  const found = brokenBy(procurement, 'awardDistrictProcurement', [
    'DISTRICT_AWARD_ELIGIBLE',
    { after, related: { listed } },
  ]);
  expect(found === null).toBe(quiet);
});

test.each<[RecordValues, boolean]>([
  [{ result: 'FAILED', evaluatedAt: '2025-01-01' }, false],
  [{ result: 'FAILED', evaluatedAt: '2025-01-01', replacedAt: '2025-06-01' }, true],
  [{ result: 'GOOD', evaluatedAt: '2025-01-01' }, true],
])('an earlier evaluation %j of the supplier leaves the award quiet: %s', (evaluation, quiet) => {
  const related = { evaluations: [{ ...evaluation, evaluationNo: 'E1' }] };
  const found = brokenBy(procurement, 'awardDistrictProcurement', [
    'DISTRICT_AWARD_EARLIER_RESULTS',
    { after: {}, related },
  ]);
  expect(found === null).toBe(quiet);
});

describe('a project', () => {
  test('knows the days from its approval to its contract, and since when it is in its stage', () => {
    const signed = (approvedAt: string | null) =>
      setBy(project, 'contractDistrictProject', { after: { approvedAt, signedAt: '2026-06-30' } });
    expect(signed('2026-05-31')).toEqual({ stageSince: '2026-06-30', daysToContract: 30 });
    expect(signed(null)).toEqual({ stageSince: '2026-06-30', daysToContract: null });
  });

  test.each<[number[], boolean]>([
    [[], true],
    [[100], true],
    [[33.33, 33.33, 33.34], true],
    [[0.1, 0.2, 99.7], true],
    [[50, 49.99], false],
    [[60, 50], false],
  ])('over places with shares %j is signed: %s', (percents, signed) => {
    const related = { shares: percents.map((percent) => ({ percent })) };
    const found = brokenBy(project, 'contractDistrictProject', ['DISTRICT_PROJECT_SHARES', { after: {}, related }]);
    expect(found === null).toBe(signed);
  });
});

test.each<[string, RecordValues, boolean]>([
  ['a later one of the project', {}, true],
  ['itself', { evaluationNo: 'E1' }, false],
  ['one of another project', { projectNo: 'P2' }, false],
  ['one of another year', { contractYear: 2 }, false],
  ['one that is only planned', { evaluatedAt: null }, false],
  ['one that was replaced', { replacedAt: '2026-06-01' }, false],
])('an evaluation is replaced by %s: %s', (_, differs, replaced) => {
  const after = { evaluationNo: 'E1', projectNo: 'P1', contractYear: 1, replacedBy: 'E2' };
  const successor = { evaluationNo: 'E2', projectNo: 'P1', evaluatedAt: '2026-05-01', ...differs };
  const asked = { after, related: { successors: [successor] } };
  const code = 'DISTRICT_PERFORMANCE_REPLACED_BY';
  expect(brokenBy(performanceWork(district), 'replaceDistrictPerformance', [code, asked]) === null).toBe(replaced);
});

test.each<[string, RecordValues[], RecordValues[], boolean]>([
  [
    'what is left of an approved fund',
    [{ fundStatus: 'APPROVED', budget: 100 }],
    [{ amount: 60, grantStatus: 'PAID' }],
    true,
  ],
  ['more than is left', [{ fundStatus: 'APPROVED', budget: 99 }], [{ amount: 60, grantStatus: 'APPROVED' }], false],
  [
    'what was refused to another',
    [{ fundStatus: 'APPROVED', budget: 40 }],
    [{ amount: 60, grantStatus: 'REFUSED' }],
    true,
  ],
  ['a fund not approved', [{ fundStatus: 'PLANNED', budget: 100 }], [], false],
  ['no fund', [], [], false],
])('a grant comes out of %s: %s', (_, funds, grants, granted) => {
  const after = { grantNo: 'G9', fundNo: 'F1', budgetYear: 2026, amount: 40 };
  const others = grants.map((one, i) => ({ ...one, grantNo: `G${i}` }));
  const related = { funds, grants: [...others, { ...after, grantStatus: 'APPLIED' }] };
  const found = brokenBy(grantWork(district), 'approveDistrictGrant', [
    'DISTRICT_GRANT_WITHIN_FUND',
    { after, related },
  ]);
  expect(found === null).toBe(granted);
});
