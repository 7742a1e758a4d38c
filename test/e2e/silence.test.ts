import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SAMPLE_TODAY } from '../kit/hub-sample.js';
import { startHub, type Answer, type TestHub } from '../kit/hub.js';
import { askRollup, type CoverageSeen, type MissingNode, type RollupSeen } from '../kit/rollup-answer.js';
import {
  HEADLINES,
  placesOf,
  VIEW,
  VIEW_FRAGMENTS,
  type DistrictSeen,
  type Headline,
  type PlaceSeen,
} from '../kit/view.js';

interface TeamsSeen {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly coverage: CoverageSeen;
}
interface Data {
  readonly district: DistrictSeen;
  readonly street: { readonly name: string; readonly activityTeams: TeamsSeen };
}
type Reason = 'UNREACHABLE' | 'TIMEOUT';

/** Long enough for a busy machine to answer in, short enough to wait for. */
const TIMEOUT_MS = 2_500;
/** The headline figures that stand on records of the streets, alone or with others'. */
const OF_STREETS: readonly Headline[] = ['teams', 'openWarnings'];
const TOUCHED: readonly Headline[] = [...OF_STREETS, 'communityOrganizations', 'projects', 'contractAmount'];
const UNTOUCHED = (Object.keys(HEADLINES) as Headline[]).filter((name) => !TOUCHED.includes(name));

/** The whole view and a list that only a street can give, in one request. */
const TEXT = `query View($asOf: Date!) {
  ${VIEW}
  street(code: "310105009", asOf: $asOf) {
    name
    activityTeams(first: 3) { nodes { id } totalCount coverage { expected answered complete missing { code name level reason } } }
  }
} ${VIEW_FRAGMENTS}`;

let hub: TestHub;
let before: Answer<Data>;

beforeAll(async () => {
  hub = await startHub({ timeoutMs: TIMEOUT_MS });
  before = await ask();
});

afterAll(async () => hub?.close());

async function ask(): Promise<Answer<Data>> {
  return hub.query<Data>(TEXT, { asOf: SAMPLE_TODAY });
}

function dataOf({ body }: Answer<Data>): Data {
  if (!body.data) throw new Error(`no data: ${JSON.stringify(body.errors)}`);
  return body.data;
}

/** The streets that have records in a place: those under it, or the one that holds it. */
function streetsFor(place: PlaceSeen): readonly string[] {
  const { streets } = dataOf(before).district;
  const found = streets.filter(({ code, committees }) => {
    if (place.level === 'DISTRICT' || code === place.code) return true;
    return committees.some((committee) => committee.code === place.code);
  });
  return found.map(({ code }) => code);
}

/** The nodes at or under a place. */
function expectedAt({ code, level }: PlaceSeen): number {
  if (level === 'COMMITTEE') return 1;
  const streets = dataOf(before).district.streets.filter((street) => level === 'DISTRICT' || street.code === code);
  const under = streets.reduce((sum, { committees }) => sum + 1 + committees.length, 0);
  return level === 'DISTRICT' ? 1 + under : under;
}

function silentOnes({ coverage }: { coverage: CoverageSeen }): readonly MissingNode[] {
  return coverage.missing.filter(({ reason }) => reason !== 'NOT_SUBMITTED');
}

function missingStreets(codes: readonly string[], reason: Reason): MissingNode[] {
  const { streets } = dataOf(before).district;
  const named = streets.filter(({ code }) => codes.includes(code));
  return named.map(({ code, name }) => ({ code, name, level: 'STREET', reason }));
}

test('while every level answers, no node is silent', () => {
  expect([before.status, before.body.errors]).toEqual([200, undefined]);
  const { district, street } = dataOf(before);
  expect(placesOf(district)).toHaveLength(200);
  for (const place of placesOf(district)) {
    expect(place.coverage.complete).toBe(true);
    for (const name of TOUCHED) expect(silentOnes(place.summary[name])).toEqual([]);
  }
  expect(street.activityTeams).toMatchObject({ coverage: { expected: 1, answered: 1, complete: true, missing: [] } });
  expect(street.activityTeams.nodes).toHaveLength(3);
  expect(street.activityTeams.totalCount).toBeGreaterThan(3);
});

describe.each([
  ['has ended', 'UNREACHABLE'],
  ['hangs', 'TIMEOUT'],
] as const)('when the street server %s', (_, reason) => {
  let during: Answer<Data>;

  beforeAll(async () => {
    if (reason === 'TIMEOUT') hub.hangLevel('STREET');
    else await hub.stopLevel('STREET');
    during = await ask();
  });

  test('the view answers 200 without errors, its tree whole', () => {
    expect([during.status, during.body.errors]).toEqual([200, undefined]);
    const tree = (answer: Answer<Data>): string[] =>
      placesOf(dataOf(answer).district).map(({ code, name, level }) => `${level} ${code} ${name}`);
    expect(tree(during)).toEqual(tree(before));
  });

  test('every value that streets would have touched names them, and no other value does', () => {
    const known = new Map(placesOf(dataOf(before).district).map((place) => [place.code, place]));
    for (const place of placesOf(dataOf(during).district)) {
      const was = known.get(place.code);
      const missing = missingStreets(streetsFor(place), reason);
      expect(missing).toHaveLength(place.level === 'DISTRICT' ? 10 : 1);
      for (const name of TOUCHED) {
        const { coverage } = place.summary[name];
        expect([place.code, name, silentOnes({ coverage })]).toEqual([place.code, name, missing]);
        expect(coverage).toMatchObject({ complete: false, expected: was?.summary[name].coverage.expected });
        expect(coverage.answered).toBe(coverage.expected - coverage.missing.length);
      }
      for (const name of UNTOUCHED) expect(place.summary[name]).toEqual(was?.summary[name]);
    }
  });

  test('the coverage of a place names the streets at or under it', () => {
    for (const place of placesOf(dataOf(during).district)) {
      const streets = place.level === 'COMMITTEE' ? [] : streetsFor(place);
      const expected = expectedAt(place);
      expect(place.coverage).toEqual({
        expected,
        answered: expected - streets.length,
        complete: streets.length === 0,
        missing: missingStreets(streets, reason),
      });
    }
  });

  test('what only streets count is absent, and what others count too is theirs', () => {
    const places = placesOf(dataOf(before).district);
    for (const [i, { summary }] of placesOf(dataOf(during).district).entries()) {
      for (const name of OF_STREETS) expect(summary[name]).toMatchObject({ value: null, missing: 'NODE_MISSING' });
      const was = places[i]?.summary;
      const others = Number(was?.communityOrganizations.value) - Number(was?.teams.value);
      expect(summary.communityOrganizations).toMatchObject({ value: others, missing: null });
    }
  });

  test('a list of a street is empty, its total unknown, and its coverage says why', () => {
    const { name, activityTeams } = dataOf(during).street;
    expect(name).toBe('虹桥街道');
    expect(activityTeams).toEqual({
      nodes: [],
      totalCount: null,
      coverage: { expected: 1, answered: 0, complete: false, missing: missingStreets(['310105009000'], reason) },
    });
  });

  test('with it back, the next request is complete and says what was said before', async () => {
    if (reason === 'TIMEOUT') hub.releaseLevel('STREET');
    else await hub.startLevel('STREET');
    expect(await ask()).toEqual(before);
  });
});

describe('partial data decides nothing silently', () => {
  beforeAll(async () => hub.stopLevel('STREET'));
  afterAll(async () => hub.startLevel('STREET'));

  async function rollup(input: object): Promise<RollupSeen> {
    return askRollup(hub, { scope: '310105', by: ['street'], asOf: SAMPLE_TODAY, ...input });
  }

  const organizations = [{ of: 'communityOrgs', as: 'organizations' }];
  const registered = [{ of: 'orgs.registered', as: 'organizations' }];

  test('a condition that a silent node could change leaves every row open, kept or not', async () => {
    const { rows, undetermined } = await rollup({
      measures: organizations,
      having: [{ measure: 'organizations', gte: 50 }],
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(10);
    expect(rows.every(({ decided }) => !decided)).toBe(true);
    expect(undetermined).toBe(10);
  });

  test('where only silent nodes could say, no row holds and all are open', async () => {
    const having = [{ measure: 'teams', gte: 1 }];
    const answer = await rollup({ measures: [{ of: 'teams.filed', as: 'teams' }], members: 'ALL', having });
    expect(answer).toMatchObject({ rows: [], rowCount: 0, undetermined: 10 });
    expect(answer.coverage).toMatchObject({ expected: 10, answered: 0 });
  });

  test('the first of an order that a silent node could change are not decided', async () => {
    const { rows } = await rollup({ measures: organizations, orderBy: [{ measure: 'organizations' }], first: 3 });
    expect(rows.map(({ decided }) => decided)).toEqual([false, false, false]);
  });

  test('what no silent node can change is decided', async () => {
    const having = [{ measure: 'organizations', gte: 1 }];
    const orderBy = [{ measure: 'organizations' }];
    const answer = await rollup({ measures: registered, having, orderBy, first: 3 });
    expect(answer.rows.map(({ decided }) => decided)).toEqual([true, true, true]);
    expect(answer).toMatchObject({ undetermined: 0, coverage: { expected: 1, answered: 1, complete: true } });
  });

  test('every street is a node that is down, and the others are up', async () => {
    const { body } = await hub.query<{ dataNodes: { level: string; state: string }[] }>(
      '{ dataNodes { level state } }',
    );
    const states = body.data?.dataNodes ?? [];
    expect(states).toHaveLength(200);
    for (const { level, state } of states) expect(state).toBe(level === 'STREET' ? 'DOWN' : 'UP');
  });
});
