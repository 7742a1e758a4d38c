import { expect, test } from '@jest/globals';
import { databaseFile, kindsOfLevel, partOf } from '@onenx/cli';
import { NodeDatabase, startLevelServer, todayInShanghai } from '@onenx/node';
import { LEVELS } from '@onenx/schema';
import { PartitionedHub, WHOLE } from '../kit/partitioned-hub.js';
import { COMMITTEE, DISTRICT, STREET, tree } from '../kit/records.js';
import { putTree } from '../kit/store.js';
import { TEAM } from '../kit/team-changes.js';

const WORKER = { 'x-onenx-actor': `COMMITTEE_WORKER@${COMMITTEE}` };
const OFFICER = { 'x-onenx-actor': `STREET_OFFICER@${STREET}` };
const TODAY = todayInShanghai();
const dayFromToday = (days: number) =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const GROUP = {
  groupNo: 'G1',
  name: '示例小组',
  form: 'STUDIO',
  category: 'CULTURE_SPORT',
  members: 12,
  leader: '示例甲',
  foundedAt: dayFromToday(-10),
};

let data = '';

async function fillEmpty(directory: string): Promise<void> {
  data = directory;
  for (const level of LEVELS) {
    const location = databaseFile(directory, partOf(level));
    const database = await NodeDatabase.open({ location, kinds: kindsOfLevel[level] });
    await putTree(database, tree);
    await database.close();
  }
  const hub = await NodeDatabase.open({ location: databaseFile(directory, 'hub'), kinds: [] });
  await putTree(hub, tree);
  await hub.close();
}

interface Asked {
  readonly [name: string]: unknown;
}

async function ask(
  hub: PartitionedHub,
  query: string,
  variables: object,
  headers: Record<string, string> = {},
): Promise<Asked> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Asked; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const SAVE_GROUP = `mutation($input: SaveActivityGroupInput!) { change: saveActivityGroup(input: $input) {
  ok group { id } problems { code message } } }`;
const PROMOTE = `mutation($input: PromoteActivityGroupInput!) { change: promoteActivityGroup(input: $input) {
  ok problems { code message } } }`;
const SAVE_TEAM = `mutation($input: SaveActivityTeamInput!) { change: saveActivityTeam(input: $input) {
  ok team { id } problems { code message rule { code } } } }`;
const TRANSFERS = `query($under: DivisionCode!, $state: [TransferState!]) { transfers(under: $under, state: $state) {
  nodes { id state given { kind id place on } accepted { kind id place on } } totalCount
  coverage { complete missing { level } } } }`;
const COUNT = `query($asOf: Date) { rollup(input: { scope: "${DISTRICT}", measures: [{ of: "communityOrgs" }], asOf: $asOf }) {
  total { values { value } } } }`;

async function transfers(hub: PartitionedHub, under: string, state?: readonly string[]) {
  const { transfers: list } = await ask(hub, TRANSFERS, { under, state });
  return list as { nodes: object[]; totalCount: number | null; coverage: { complete: boolean } };
}

async function counted(hub: PartitionedHub, asOf: string): Promise<unknown> {
  const { rollup } = await ask(hub, COUNT, { asOf });
  return (rollup as { total: { values: { value: unknown }[] } }).total.values[0]?.value;
}

test('a group that becomes a team is one transfer, listed until it is accepted, and counted once on every day', async () => {
  await using hub = await PartitionedHub.start(WHOLE, fillEmpty);
  await using stack = new AsyncDisposableStack();
  const group = {
    requestId: 'g1',
    place: COMMITTEE,
    group: GROUP,
  };
  const { change: saved } = await ask(hub, SAVE_GROUP, { input: group }, WORKER);
  expect(saved).toMatchObject({ ok: true, problems: [] });
  const { id } = (saved as { group: { id: string } }).group;
  const give = { requestId: 'g2', id, expectedVersion: 1, transferId: 'X1' };
  expect((await ask(hub, PROMOTE, { input: give }, WORKER))['change']).toEqual({ ok: true, problems: [] });

  const given = [{ kind: 'ActivityGroup', id: give.id, place: COMMITTEE, on: TODAY }];
  for (const under of [DISTRICT, STREET, COMMITTEE]) {
    expect(await transfers(hub, under)).toMatchObject({
      nodes: [{ id: 'X1', state: 'UNFINISHED', given, accepted: [] }],
      totalCount: 1,
      coverage: { complete: true },
    });
  }
  expect((await transfers(hub, '310105002000')).nodes).toEqual([]);
  const street = await hub.server('STREET', '310105');
  await street.close();
  expect(await transfers(hub, DISTRICT)).toMatchObject({
    nodes: [{ id: 'X1', state: 'UNKNOWN', given }],
    totalCount: null,
    coverage: { complete: false },
  });
  const { port } = new URL(street.url);
  const again = await startLevelServer({
    level: 'STREET',
    kinds: kindsOfLevel.STREET,
    database: databaseFile(data, 'street'),
    owns: '310105',
    port: Number(port),
  });
  stack.defer(async () => again.close());

  const accept = (requestId: string, teamNo: string) => ({
    input: { requestId, place: STREET, team: { ...TEAM, teamNo, filedAt: TODAY, acceptedTransferId: 'X1' } },
  });
  for (let time = 0; time < 2; time++) {
    const { change } = await ask(hub, SAVE_TEAM, accept('t1', 'T1'), OFFICER);
    expect(change).toMatchObject({ ok: true, team: { id: `${STREET}-T-T1` } });
  }
  const twice = await ask(hub, SAVE_TEAM, accept('t2', 'T2'), OFFICER);
  expect(twice['change']).toMatchObject({ ok: false, problems: [{ code: 'RULE_BROKEN' }] });
  const accepted = [{ kind: 'ActivityTeam', id: `${STREET}-T-T1`, place: STREET, on: TODAY }];
  expect((await transfers(hub, STREET)).nodes).toMatchObject([{ id: 'X1', state: 'COMPLETE', given, accepted }]);
  expect((await transfers(hub, DISTRICT, ['UNFINISHED'])).nodes).toEqual([]);

  for (let days = -12; days <= 2; days++) {
    const day = dayFromToday(days);
    expect([day, await counted(hub, day)]).toEqual([day, day < GROUP.foundedAt ? 0 : 1]);
  }
}, 120_000);
