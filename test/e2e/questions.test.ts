import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../kit/hub.js';
import { Divisions } from '../kit/oracle/divisions.js';
import * as facts from '../kit/oracle/facts.js';
import { observationsOf } from '../kit/oracle/headlines.js';
import { communitiesReaching, count, observation, observedShare, perCommunity } from '../kit/oracle/measures.js';
import { SampleFiles } from '../kit/oracle/sample-files.js';
import { shared, sortedBy, table, type TableRow } from '../kit/oracle/table.js';
import { askRollup, tableSeen } from '../kit/rollup-answer.js';

const DISTRICT = '310105000000';
const HONGQIAO = '310105009000';
const CATEGORIES = ['CHARITY', 'COMMUNITY_AFFAIRS', 'CULTURE_SPORT', 'LIFE_SERVICE'];

/** The two vintages of the sample: the report's, with 185 committees, and the demonstration's, with 189. */
const vintages = [
  { day: '2014-09-30', committees: 185, year: { from: '2014-01-01', to: '2014-09-30' } },
  { day: '2026-11-22', committees: 189, year: { from: '2026-01-01', to: '2026-12-31' } },
] as const;

let hub: TestHub;
let files: SampleFiles;

beforeAll(async () => {
  hub = await startHub();
  files = new SampleFiles(hub.sampleDirectory);
});

afterAll(async () => hub?.close());

describe.each(vintages)('on $day, with $committees committees', ({ day, committees, year }) => {
  function divisions(): Divisions {
    return new Divisions(files, day);
  }

  test('1: registered organizations, by legal form', async () => {
    const input = { scope: '310105', measures: [{ of: 'orgs.registered' }], by: ['legalForm'], asOf: day };
    const rollup = await askRollup(hub, { ...input, members: 'ALL' });

    const registered = facts.standing(files, facts.registered, day);
    const members = ['ASSOCIATION', 'FOUNDATION', 'SERVICE_ORG'].map((form) => [form]);
    const measures = { 'orgs.registered': count(registered) };
    const by = { divisions: divisions(), scope: DISTRICT, by: ['legalForm'], members };
    expect(tableSeen(rollup)).toEqual(table({ ...by, measures, facts: registered }));
    expect(rollup).toMatchObject({ rowCount: 3, undetermined: 0, coverage: { expected: 1, answered: 1 } });
  });

  /** Question 2, the streets with the most teams first. */
  function filed(): { rows: TableRow[]; total: TableRow } {
    const teams = facts.standing(files, facts.teams, day);
    const groups = facts.standing(files, facts.groups, day);
    const measures = { teams: count(teams), groups: count(groups) };
    const by = { divisions: divisions(), scope: DISTRICT, by: ['street'] };
    const { rows, total } = table({ ...by, measures, facts: [...teams, ...groups] });
    return { rows: sortedBy(rows, ({ values }) => -(values['teams']?.value ?? 0)), total };
  }

  const filedInput = {
    scope: '310105',
    measures: [
      { of: 'teams.filed', as: 'teams' },
      { of: 'groups', as: 'groups' },
    ],
    by: ['street'],
    orderBy: [{ measure: 'teams' }],
    asOf: day,
  };

  test('2: filed teams and groups of the ten streets, ranked', async () => {
    const rollup = await askRollup(hub, filedInput);
    expect(tableSeen(rollup)).toEqual(filed());
    expect(rollup.rows).toHaveLength(10);
    expect(rollup.coverage).toMatchObject({ expected: 10 + committees, answered: 10 + committees, complete: true });
  });

  test('2: the first three streets, and the others as one row', async () => {
    const rollup = await askRollup(hub, { ...filedInput, first: 3, others: true });
    const { rows, total } = filed();
    const rest = rows.slice(3);
    const sum = (name: string) => rest.reduce((sum, { values }) => sum + (values[name]?.value ?? 0), 0);
    const cells = ['teams', 'groups'].map((name) => [
      name,
      { value: sum(name), numerator: null, denominator: null, missing: null, rank: null, shareOfTotal: null },
    ]);
    const others: TableRow = {
      group: [null],
      depth: 1,
      place: DISTRICT,
      remainder: 'OTHERS',
      values: Object.fromEntries(cells) as TableRow['values'],
    };
    expect(tableSeen(rollup)).toEqual({ rows: [...rows.slice(0, 3), shared(others, total)], total });
    expect(rollup.rowCount).toBe(10);
  });

  test('3: communities below 12 organizations; the average of all; the share that reaches 12', async () => {
    const rollup = await askRollup(hub, {
      scope: '310105',
      measures: [
        { of: 'communityOrgs', as: 'organizations' },
        { of: 'communityOrgs.perCommunity', as: 'average' },
        { of: 'committees.atLeast', as: 'reaching', args: { atLeast: 12 } },
      ],
      by: ['committee'],
      members: 'ALL',
      having: [{ measure: 'organizations', lt: 12 }],
      orderBy: [{ measure: 'organizations', direction: 'ASC' }],
      asOf: day,
    });

    const places = divisions();
    const organizations = facts.communityOrganizations(files, day);
    const measures = {
      organizations: count(organizations),
      average: perCommunity(organizations),
      reaching: communitiesReaching(organizations, places, 12),
    };
    const members = places.under(DISTRICT, 'committee').map((code) => [code]);
    const by = { divisions: places, scope: DISTRICT, by: ['committee'], members };
    const { rows, total } = table({ ...by, measures, facts: organizations });
    const organizationsOf = ({ values }: TableRow): number => values['organizations']?.value ?? 0;
    const below = rows.filter((row) => organizationsOf(row) < 12);

    expect(tableSeen(rollup)).toEqual({ rows: sortedBy(below, organizationsOf), total });
    expect(rollup).toMatchObject({ rowCount: below.length, undetermined: 0 });
    expect(total.values['average']).toMatchObject({ denominator: committees });
    expect(rollup.coverage).toMatchObject({ expected: 11 + committees, complete: true });
  });

  test('5: Hongqiao street, down to each committee by the four categories', async () => {
    const asked = { measures: [{ of: 'communityOrgs', as: 'organizations' }], by: ['committee', 'category'] };
    const rollup = await askRollup(hub, { scope: '310105009', ...asked, subtotals: true, asOf: day });

    const places = divisions();
    const organizations = facts.communityOrganizations(files, day);
    const measures = { organizations: count(organizations) };
    const by = { divisions: places, scope: HONGQIAO, by: ['committee', 'category'], subtotals: true };
    const expected = table({ ...by, measures, facts: organizations });

    expect(tableSeen(rollup)).toEqual(expected);
    expect(rollup.rows.some(({ remainder }) => remainder === 'UNALLOCATED')).toBe(true);
    for (const { group, place, remainder } of rollup.rows) {
      const [committee, category] = group;
      expect(committee?.labelZh).toBe(remainder === null ? places.name(committee?.value ?? '') : null);
      expect(place?.name).toBe(remainder === null ? committee?.labelZh : '虹桥街道');
      if (category?.value !== null && category !== undefined) expect(CATEGORIES).toContain(category.value);
    }
  });

  test('5: the categories of each committee add up to it, and the committees to the street', async () => {
    const asked = { measures: [{ of: 'communityOrgs', as: 'organizations' }], by: ['committee', 'category'] };
    const rollup = await askRollup(hub, { scope: '310105009', ...asked, subtotals: true, asOf: day });
    const { rows, total } = tableSeen(rollup);
    const sumOf = (some: readonly TableRow[]): number =>
      some.reduce((sum, { values }) => sum + (values['organizations']?.value ?? 0), 0);
    const subtotals = rows.filter(({ depth }) => depth === 1);
    expect(sumOf(subtotals)).toBe(total.values['organizations']?.value);
    for (const subtotal of subtotals) {
      const parts = rows.filter(({ depth, group }) => depth === 2 && group[0] === subtotal.group[0]);
      expect(sumOf(parts)).toBe(subtotal.values['organizations']?.value);
    }
  });

  test('7: disputes accepted and resolved, and their rate, at three levels', async () => {
    const rollup = await askRollup(hub, {
      scope: '310105',
      measures: [
        { of: 'disputes.accepted', as: 'accepted' },
        { of: 'disputes.resolved', as: 'resolved' },
        { of: 'disputes.rate', as: 'rate' },
      ],
      by: ['street', 'committee'],
      subtotals: true,
      members: 'ALL',
      period: year,
      asOf: day,
    });

    const places = divisions();
    const disputes = observationsOf(files.rows('CommitteeObservation'), 'disputes');
    const accepted = facts.observed(disputes, 'denominator', year);
    const resolved = facts.observed(disputes, 'numerator', year);
    const measures = {
      accepted: observation(accepted),
      resolved: observation(resolved),
      rate: observedShare(resolved, accepted),
    };
    const communities = places.under(DISTRICT, 'committee');
    const members = communities.map((code) => [places.placeOf(code, 'street'), code]);
    const by = { divisions: places, scope: DISTRICT, by: ['street', 'committee'], subtotals: true, members };
    const expected = table({ ...by, measures, facts: [...accepted, ...resolved] });

    expect(tableSeen(rollup)).toEqual(expected);
    expect(rollup.rows).toHaveLength(10 + committees);
    const rate = expected.total.values['rate'];
    expect([rate?.numerator, rate?.denominator]).toEqual([
      expected.total.values['resolved']?.value,
      expected.total.values['accepted']?.value,
    ]);
    const silent = communities.filter((code) => !accepted.some(({ place }) => places.holds(code, place)));
    const { coverage } = rollup.total.values.find(({ as }) => as === 'rate') ?? rollup;
    expect(coverage).toMatchObject({ expected: committees, answered: committees - silent.length });
    expect(coverage.missing).toEqual(
      silent.map((code) => ({ code, name: places.name(code), level: 'COMMITTEE', reason: 'NOT_SUBMITTED' })),
    );
  });
});
