import { beforeAll, describe, expect, test } from '@jest/globals';
import { readings, standing, type Asked } from './oracle.test-kit.js';
import { DEFAULT_SEED } from './write-sample.js';
import { rowsIn, writtenSample, type WrittenSample } from './written-sample.test-kit.js';

const REPORT = '2014-09-30';

describe.each([
  [DEFAULT_SEED, '2026-11-22'],
  [1, '2025-07-31'],
  [20_260_229, '2028-02-29'],
])('the sample of seed %d at %s', (seed, today) => {
  let sample: WrittenSample;
  const read = (measure: string, asked: Partial<Asked> = {}): number | null =>
    readings[measure]?.({ sample, at: REPORT, ...asked }) ?? null;

  beforeAll(async () => {
    sample = await writtenSample({ seed, today });
  });

  test('stays small enough for a quick first start', () => {
    expect(sample.summary.rows).toBeLessThan(25_000);
  });

  test('has 185 committees at the report and 189 since 2023-06-30, four of them marked as made up', () => {
    expect([read('places.streets'), read('places.committees')]).toEqual([10, 185]);
    expect(read('places.committees', { at: '2023-06-29' })).toBe(185);
    expect(read('places.committees', { at: '2023-06-30' })).toBe(189);
    const marked = rowsIn(sample, 'divisions').filter((row) => row['synthetic'] === 'true');
    expect(marked).toHaveLength(4);
    for (const { predecessors, parent } of marked) {
      const neighbour = rowsIn(sample, 'divisions').filter((row) => row['code'] === predecessors);
      expect(neighbour).toMatchObject([{ parent, validFrom: '2010-01-01', validTo: '' }]);
    }
  });

  test('has the published organizations: 74, then 526 and 568, of which 445 of two classes', () => {
    expect(read('orgs.registered', { at: '1999-12-31' })).toBe(74);
    expect(read('orgs.registered', { at: '2013-09-30' })).toBe(526);
    expect(read('orgs.registered')).toBe(568);
    expect(read('orgs.charityAndService')).toBe(445);
    expect(Math.round((568 / 526 - 1) * 100)).toBe(8);
    expect(read('orgs.registered', { at: today })).toBe(760);
  });

  test('has 53 valid grades of 3A and above, 23 of them 4A and 5A, and a few below', () => {
    expect(read('grade.ge3A')).toBe(53);
    expect(read('grade.ge4A')).toBe(23);
    expect(read('grade.valid')).toBe(60);
  });

  test('has 1,370 teams and 180 studios, 19 of which are among the registered', () => {
    expect(read('teams.filed')).toBe(1370);
    expect(read('studios.founded')).toBe(180);
    expect(read('studios.promoted')).toBe(19);
    const promoted = rowsIn(sample, 'ActivityGroup').filter(
      (row) => row['form'] === 'STUDIO' && row['promotedAt'] !== '' && (row['promotedAt'] ?? '') <= REPORT,
    );
    const bodies = rowsIn(sample, 'RegisteredOrganization').filter((row) =>
      standing(row, ['registeredAt', 'closedAt'], REPORT),
    );
    for (const { groupNo, endedAt, promotedAt, promotedToUscc } of promoted) {
      expect(endedAt).toBe(promotedAt);
      const body = bodies.filter((row) => row['promotedFrom'] === groupNo);
      expect(body).toMatchObject([{ uscc: promotedToUscc, registeredAt: endedAt, communityOrganization: 'true' }]);
    }
  });

  test('has 65 projects of 2013 for 2,380,900,000 fen, and suppliers that district and streets share', () => {
    const year = { from: '2013-01-01', to: '2013-12-31' };
    expect(read('projects.signed', year)).toBe(65);
    expect(read('contracts.amount', year)).toBe(2_380_900_000);
    const [ofDistrict, ofStreets] = ['DistrictProject', 'StreetProject'].map((name) => {
      const signed = rowsIn(sample, name).filter((row) => row['signedAt']?.startsWith('2013'));
      return new Set(signed.map((row) => row['supplierUscc']));
    });
    const shared = [...(ofDistrict ?? [])].filter((uscc) => ofStreets?.has(uscc));
    expect(shared.length).toBeGreaterThan(0);
  });

  test('has the figures that the district observed as the report prints them', () => {
    expect([read('medicalDisputes.resolved'), read('medicalDisputes.accepted')]).toEqual([353, 413]);
    expect([read('nursingBeds.private'), read('nursingBeds.total')]).toEqual([409, 1189]);
    expect([read('officeBuildings.served'), read('officeBuildings.total')]).toEqual([57, null]);
    expect([read('careBeds.public'), read('careBeds.publicPrivateRun'), read('careBeds.social')]).toEqual([
      653,
      null,
      3605,
    ]);
    expect(['public', 'publicPrivateRun', 'social'].map((kind) => read(`careHomes.${kind}`))).toEqual([8, 4, 25]);
    expect([read('units.mobilised'), read('volunteerBrigades')]).toEqual([1800, 4]);
    expect([read('aid.persons'), read('aid.households')]).toEqual([17_182, 12_345]);
    expect([read('rehab.jobsHelped'), read('rehab.succeeded'), read('talents.named')]).toEqual([76, 26, 3]);
  });

  test('says of the undecidable figure why it is empty', () => {
    const [row] = rowsIn(sample, 'DistrictObservation').filter(
      ({ measure, periodTo }) => measure === 'careBeds.publicPrivateRun' && periodTo === REPORT,
    );
    expect(row).toMatchObject({ numerator: '', denominator: '' });
    expect(row?.['note']).toContain('无法判定');
  });

  test('has 110,000 volunteers of 185 committees without denominators, and the households of one committee', () => {
    expect([read('volunteers.registered'), read('population.resident')]).toEqual([110_000, null]);
    const counted = rowsIn(sample, 'CommitteeObservation').filter(
      ({ measure, periodTo }) => measure === 'volunteers' && periodTo === REPORT,
    );
    expect(new Set(counted.map((row) => row['place'])).size).toBe(185);
    expect(read('consensus.households', { under: '310105005018' })).toBe(1193);
    expect(read('consensus.households')).toBe(1193);
  });

  test('knows residents of every committee today, and never lacks an observation of volunteers', () => {
    const since = sample.summary.demonstration.from;
    const rows = rowsIn(sample, 'CommitteeObservation').filter(
      ({ measure, periodTo }) => measure === 'volunteers' && (periodTo ?? '') >= since,
    );
    for (const [, sameDay] of Map.groupBy(rows, (row) => row['periodTo'])) expect(sameDay).toHaveLength(189);
    for (const row of rows) expect(Number(row['denominator'])).toBeGreaterThan(Number(row['numerator']));
    expect(read('population.resident', { at: today })).toBeGreaterThan(400_000);
  });

  test('lacks quarters of needs and the newest disputes of some committees', () => {
    const { from, to } = sample.summary.demonstration;
    const observations = rowsIn(sample, 'CommitteeObservation');
    const needs = observations.filter((row) => row['measure'] === 'needs.open' && (row['periodTo'] ?? '') >= from);
    expect(needs.length).toBeLessThan(8 * 189);
    expect(needs.length).toBeGreaterThan(7 * 189);
    const newest = observations.filter((row) => row['measure'] === 'disputes' && row['periodTo'] === to);
    expect(newest.length).toBeGreaterThan(120);
    expect(newest.length).toBeLessThan(189);
  });

  test('has committees far below 12 community organizations beside an average of about 12', () => {
    const tiers = ['orgs.community', 'teams.filed', 'groups'];
    const count = (under: string): number =>
      tiers.reduce((total, tier) => total + (read(tier, { at: today, under }) ?? 0), 0);
    const committees = rowsIn(sample, 'divisions').filter((row) => !row['code']?.endsWith('000'));
    const counts = committees.map((row) => count(row['code'] ?? ''));
    const average = count('310105') / 189;
    expect(average).toBeGreaterThan(11);
    expect(average).toBeLessThan(14);
    expect(counts.filter((found) => found < 6).length).toBeGreaterThan(10);
    expect(counts.filter((found) => found >= 12).length).toBeGreaterThan(40);
  });

  test('has grades that expire this quarter, projects at work, and contracts of this year and the last', () => {
    const month = Number(today.slice(5, 7));
    const first = `${today.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    const expiring = rowsIn(sample, 'GradeAssessment').filter(
      ({ validTo = '' }) => validTo >= first && Date.parse(validTo) < Date.parse(first) + 90 * 86_400_000,
    );
    expect(expiring.length).toBeGreaterThan(0);
    const year = Number(today.slice(0, 4));
    const signed = [year - 1, year].map((y) => read('projects.signed', { from: `${y}-01-01`, to: `${y}-12-31` }) ?? 0);
    expect(signed[0]).toBeGreaterThan(60);
    expect(signed[1]).toBeGreaterThan(0);
    const running = rowsIn(sample, 'StreetProject').filter((row) => row['stage'] === 'RUNNING');
    expect(running.length).toBeGreaterThan(5);
  });

  test('has some low scores and low satisfaction, and rounds about projects', () => {
    const scores = ['DistrictPerformance', 'StreetPerformance'].flatMap((name) => rowsIn(sample, name));
    expect(scores.filter((row) => row['result'] === 'FAILED').length).toBeGreaterThan(2);
    const rounds = rowsIn(sample, 'SatisfactionRound');
    expect(rounds.filter((row) => Number(row['satisfied']) < 0.7 * Number(row['respondents'])).length).toBeGreaterThan(
      20,
    );
    expect(rounds.filter((row) => row['projectNo'] !== '').length).toBeGreaterThan(30);
  });
});
