import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { PartitionedHub, WHOLE, type Partition } from '../kit/partitioned-hub.js';
import { ONENX, ServerProcess } from '../kit/server-process.js';

const STREETS = ['001', '002', '004', '005', '006', '008', '009', '010', '011', '102'].map(
  (digits) => `310105${digits}`,
);
const COMMITTEES = ['310105001001', '310105001002', '310105005018', '310105009001', '310105009011', '310105102001'];

/** Endpoints of a level: one for the district, and some for places within it; the most specific has a place. */
const streetLevel = fc.subarray(STREETS).map((codes) => ['310105', ...codes]);
const committeeLevel = fc
  .tuple(fc.subarray(STREETS, { maxLength: 4 }), fc.subarray(COMMITTEES))
  .map(([streets, committees]) => ['310105', ...streets, ...committees]);
const partition: fc.Arbitrary<Partition> = fc.record({
  DISTRICT: fc.constant(['310105']),
  STREET: streetLevel,
  COMMITTEE: committeeLevel,
});

const LIST =
  '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } coverage { expected answered complete missing { code } } }';

/** Everything that can go to several nodes: lists by other orders, entities, roll-ups of every kind of cell, references. */
const MIXED = `{
  district(code: "310105") {
    coverage { expected answered }
    activityTeams(first: 30, orderBy: [{ field: "members", direction: DESC }, { field: "name" }]) ${LIST}
    groups: activityGroups(first: 25, where: { members: { gte: 10 } }, orderBy: [{ field: "promotedAt", direction: DESC }]) ${LIST}
    fromEnd: activityTeams(last: 30, orderBy: [{ field: "members" }]) ${LIST}
    nodesOnly: streetProjects(first: 7, orderBy: [{ field: "contractAmount" }]) { nodes { title place { name parent { name } } } }
    streets { name activityTeams(first: 2) { totalCount nodes { name } } satisfactionRounds(first: 3) ${LIST} }
  }
  committee(code: "310105009011") { activityTeams(first: 3) ${LIST} activityGroups { totalCount nodes { name place { name } } } registeredOrganizations(first: 2) { totalCount } }
  rootList: committeeObservations(under: "310105009", first: 11, orderBy: [{ field: "periodTo", direction: DESC }]) ${LIST}
  view: rollup(input: { scope: "310105", by: ["street", "category"], subtotals: true, period: { year: 2026 },
    measures: [{ of: "communityOrgs" }, { of: "communityOrgs.perCommunity" }, { of: "projects.suppliers" }] }) {
    rows { depth remainder group { value } values { value numerator denominator missing rank coverage { expected answered } } }
    total { values { value coverage { expected answered complete } } }
  }
  shares: rollup(input: { scope: "310105", by: ["committee"], members: ALL, period: { year: 2025 },
    measures: [{ of: "disputes.rate" }, { of: "satisfaction" }, { of: "volunteers.perResidents" }, { of: "committees.atLeast", args: { atLeast: 12 } }] }) {
    rows { group { value } values { value numerator denominator missing coverage { expected answered missing(first: 200) { code reason } } } }
    total { values { value numerator denominator missing } }
  }
}`;

/** Between two cursors, from either end; and what is refused, which is to be said once. */
const PAGES = `query ($low: String, $high: String) { district(code: "310105") {
  first: activityTeams(first: 9, after: $low, before: $high, orderBy: [{ field: "members", direction: DESC }]) ${LIST}
  last: activityTeams(last: 9, after: $low, before: $high, orderBy: [{ field: "members", direction: DESC }]) ${LIST}
  all: activityTeams(first: 500, after: $low, before: $high, orderBy: [{ field: "members", direction: DESC }]) ${LIST}
  streets { committees { activityTeams(last: 1, before: $high, orderBy: [{ field: "members", direction: DESC }]) ${LIST} } }
  otherOrder: activityTeams(last: 9, before: $high) ${LIST}
  bothEnds: activityTeams(first: 9, last: 9) ${LIST}
} }`;

interface TeamsPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

let whole: PartitionedHub;
let expected: string;
let cursors: { readonly low: string | null; readonly high: string | null };
let pages: string;

beforeAll(async () => {
  whole = await PartitionedHub.start(WHOLE);
  expected = await whole.ask(MIXED);
  const cursorsQuery = `{ activityTeams(under: "310105", first: 300, orderBy: [{ field: "members", direction: DESC }]) { edges { cursor } } }`;
  const edges: { cursor: string }[] = JSON.parse(await whole.ask(cursorsQuery)).data.activityTeams.edges;
  cursors = { low: edges[40]?.cursor ?? null, high: edges[260]?.cursor ?? null };
  pages = await whole.ask(PAGES, cursors);
});

afterAll(async () => whole?.close());

describe('nodes of a level on several endpoints', () => {
  test('give, however they are split, the same answer to the byte', async () => {
    expect(JSON.parse(expected)).not.toHaveProperty('errors');
    const { data, errors } = JSON.parse(pages);
    expect(data.district.all.nodes).toHaveLength(219);
    expect(errors.map(({ path }: { path: string[] }) => path.at(-1)).sort()).toEqual(['bothEnds', 'otherOrder']);
    await fc.assert(
      fc.asyncProperty(partition, async (split) => {
        await using hub = await PartitionedHub.start(split);
        expect(await hub.ask(MIXED)).toBe(expected);
        expect(await hub.ask(PAGES, cursors)).toBe(pages);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test.each(['forwards', 'backwards'])('are paged through %s without a record lost or repeated', async (way) => {
    await using hub = await PartitionedHub.start({ ...WHOLE, STREET: ['310105', '310105009', '310105102'] });
    const page = way === 'forwards' ? 'first: 400, after: $cursor' : 'last: 400, before: $cursor';
    const query = `query ($cursor: String) { district(code: "310105") { activityTeams(${page}, orderBy: [{ field: "filedAt", direction: DESC }]) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
    const read = async (from: PartitionedHub): Promise<string[]> => {
      const ids: string[][] = [];
      let cursor: string | null = null;
      for (;;) {
        const { nodes, pageInfo }: TeamsPage = JSON.parse(await from.ask(query, { cursor })).data.district
          .activityTeams;
        ids.push(nodes.map((node) => node.id));
        const isFirst = ids.length === 1;
        expect(way === 'forwards' ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(!isFirst);
        if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
        cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
      }
      return (way === 'forwards' ? ids : ids.toReversed()).flat();
    };
    const [split, one] = [await read(hub), await read(whole)];
    expect(split).toEqual(one);
    expect(new Set(split).size).toBe(split.length);
    expect(split.length).toBeGreaterThan(2_000);
  });

  test('change hands while the hub serves, and no answer changes at any moment', async () => {
    const answers = new Set<string>();
    const moving = { isOn: true };
    let asked = 0;
    const load = Array.from({ length: 3 }, async () => {
      while (moving.isOn) {
        answers.add(await whole.ask(MIXED));
        asked++;
      }
    });
    for (const STREET of [
      ['310105', '310105009'],
      ['310105', '310105009', '310105001'],
      ['310105', '310105001'],
      ['310105'],
    ]) {
      await whole.writeTopology({ ...WHOLE, STREET });
      await pause(1_200);
    }
    moving.isOn = false;
    await Promise.all(load);
    expect(asked).toBeGreaterThan(8);
    // An answer is too long to be shown.
    expect(answers.size).toBe(1);
    expect([...answers][0] === expected).toBe(true);
  });

  test('that name one place twice, or one that the register does not know, do not start', async () => {
    await whole.writeTopology(WHOLE);
    for (const [codes, code] of [
      [['310105', '310105'], 'AMBIGUOUS_OWNER'],
      [['310105', '310105003'], 'PLACE_UNKNOWN'],
    ] as const) {
      const hub = PartitionedHub.start({ ...WHOLE, STREET: codes });
      await expect(hub).rejects.toThrow(code);
    }
  });
});

describe('onenx node check', () => {
  test('passes every level of ours, and tells another server what it lacks', async () => {
    for (const level of ['DISTRICT', 'STREET', 'COMMITTEE'] as const) {
      const { url } = await whole.server(level, '310105');
      const { stdout } = await promisify(execFile)(process.execPath, [ONENX, 'node', 'check', url]);
      expect(stdout).not.toContain('LACK');
      expect(stdout.match(/^pass/gm)?.length).toBeGreaterThan(8);
    }
    const gateway = promisify(execFile)(process.execPath, [ONENX, 'node', 'check', whole.url]);
    await expect(gateway).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('nodeInfo') });
  });
});

describe("the hub's subgraph alone", () => {
  test('answers the same roll-up as behind our own gateway', async () => {
    const topology = [
      '--topology',
      whole.topology,
      '--database',
      whole.topology.replace('onenx.topology.yaml', 'hub.sqlite'),
    ];
    const hub = await ServerProcess.start(['hub', ...topology, '--port', '0']);
    try {
      const query =
        '{ rollup(input: { scope: "310105", by: ["street"], measures: [{ of: "communityOrgs" }] }) { rows { values { value } } total { values { value coverage { expected answered } } } } }';
      const body = JSON.stringify({ query });
      const response = await fetch(hub.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(await response.json()).toEqual(JSON.parse(await whole.ask(query)));
    } finally {
      await hub.kill();
    }
  });
});
