import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import * as questions from './questions.js';
import { randomTraversal } from './random-traversal.js';
import {
  ROUTERS,
  startRoutedHub,
  SUPERGRAPH,
  type RoutedHub,
  type RouterAnswer,
  type RouterName,
} from './routed-hub.js';
import { hasFields, isEmptyRoot, ownFieldsOf, withoutFields } from './silent-level.js';

/** A first start installs the routers. */
const START_MS = 300_000;
/** Long enough for a busy machine to answer in. */
const TIMEOUT_MS = 4_000;
const ROUTER_TIMEOUT_MS = 10_000;
const DEPTH = 6;
const RUNS = { numRuns: 60, endOnFailure: true };

/** What the hub answers by itself, so that silence changes nothing between routers. */
const OF_THE_HUB = Object.entries({ 'the 1+N+X view': questions.view, ...questions.rollups });
const TRAVERSALS = Object.entries(questions.traversals);

let hub: RoutedHub;
let schema: GraphQLSchema;
let ofStreets: ReadonlySet<string>;
let team: string;

beforeAll(async () => {
  hub = await startRoutedHub({ timeoutMs: TIMEOUT_MS, routerTimeoutMs: ROUTER_TIMEOUT_MS });
  schema = buildClientSchema((await ours(getIntrospectionQuery())) as IntrospectionQuery);
  ofStreets = await ownFieldsOf('STREET');
  const teams = await ours('{ activityTeams(under: "310105009", first: 1) { nodes { id } } }');
  team = (teams as { activityTeams: { nodes: { id: string }[] } }).activityTeams.nodes[0]?.id ?? '';
}, START_MS);

afterAll(async () => hub?.close());

/** Our data. @throws when there are errors: while a level is silent there are none either */
async function ours(query: string): Promise<unknown> {
  const { data, errors } = await hub.ask('onenx serve', { query });
  if (errors !== undefined || data == null) throw new Error(`not answered: ${JSON.stringify(errors)}\n${query}`);
  return data;
}

async function expectSame(query: string): Promise<void> {
  const [data, answers] = await Promise.all([ours(query), theirs(query)]);
  for (const answer of answers) expect(answer).toEqual({ name: answer.name, data });
}

/** The same data but for the fields of the streets, which are null; errors if and only if such a field was asked. */
async function expectSameWithoutStreets(query: string): Promise<void> {
  const [whole, answers] = await Promise.all([ours(query), theirs(query)]);
  const data = withoutFields(whole, ofStreets);
  for (const { name, ...answer } of answers) {
    // Hive Gateway leaves out `data` when no subgraph gave any.
    const isNothing = name === 'Hive Gateway' && answer.data === undefined && isEmptyRoot(data);
    expect({ name, data: isNothing ? data : answer.data }).toEqual({ name, data });
    expect({ name, hasErrors: answer.errors !== undefined }).toEqual({ name, hasErrors: hasFields(whole, ofStreets) });
  }
}

async function theirs(query: string): Promise<({ name: RouterName } & RouterAnswer)[]> {
  return Promise.all(ROUTERS.map(async (name) => ({ name, ...(await hub.ask(name, { query })) })));
}

test('the routers serve the supergraph as it is emitted, which names no address of theirs', async () => {
  const sdl = await readFile(SUPERGRAPH, 'utf8');
  expect(sdl).toContain('@join__graph(name: "hub", url: "http://hub")');
  expect(sdl).not.toContain('127.0.0.1');
});

describe('while every level answers, both routers say what `onenx serve` says', () => {
  test.each(OF_THE_HUB)('%s', async (_, query) => expectSame(query));

  test.each(TRAVERSALS)('%s', async (_, query) => expectSame(query));

  test('random traversals', async () => {
    await fc.assert(fc.asyncProperty(randomTraversal(schema, DEPTH), expectSame), RUNS);
  });

  test('a record by its id', async () => {
    const data = await dataOfRecord('onenx serve');
    expect(data).toMatchObject({ data: { node: { __typename: 'ActivityTeam', id: team } } });
    for (const name of ROUTERS) expect(await dataOfRecord(name)).toEqual(data);
  });

  test.each(['en', 'zh'])('an error of the hub, in the language %s', async (language) => {
    const wanted = await hub.ask('onenx serve', { query: questions.refused, language });
    expect(wanted.errors).toHaveLength(1);
    for (const name of ROUTERS) {
      const { data, errors } = await hub.ask(name, { query: questions.refused, language });
      expect(data).toEqual(wanted.data);
      // Each adds which service said it.
      expect(errors).toMatchObject(wanted.errors ?? []);
    }
  });
});

describe('when the street level has ended', () => {
  beforeAll(async () => hub.own.stopLevel('STREET'));
  afterAll(async () => hub.own.startLevel('STREET'));

  test('the view names the missing nodes', async () => {
    expect(JSON.stringify(await ours(questions.view))).toContain('UNREACHABLE');
  });

  test.each(OF_THE_HUB)('%s: the same', async (_, query) => expectSame(query));

  test.each(TRAVERSALS)('%s: the same but for the fields of the streets', async (_, query) => {
    expect(hasFields(await ours(query), ofStreets)).toBe(true);
    await expectSameWithoutStreets(query);
  });

  test('random traversals: the same but for the fields of the streets', async () => {
    await fc.assert(fc.asyncProperty(randomTraversal(schema, DEPTH), expectSameWithoutStreets), RUNS);
  });

  test('a record of a street is null, or an object without the fields of the street, with an error', async () => {
    expect(await dataOfRecord('onenx serve')).toEqual({ data: { node: null } });
    const apollo = await dataOfRecord('@apollo/gateway');
    expect(apollo).toEqual({ data: { node: null }, errors: [expect.anything()] });
    const hive = await dataOfRecord('Hive Gateway');
    expect(hive).toEqual({ data: { node: { __typename: 'ActivityTeam', id: team } }, errors: [expect.anything()] });
  });
});

test('with the street level back, the next answers are whole', async () => {
  for (const [, query] of [...OF_THE_HUB.slice(0, 1), ...TRAVERSALS]) await expectSame(query);
});

describe('when the street level hangs', () => {
  beforeAll(() => hub.own.hangLevel('STREET'));
  afterAll(() => hub.own.releaseLevel('STREET'));

  test('the view names the missing nodes and is the same', async () => {
    expect(JSON.stringify(await ours(questions.view))).toContain('TIMEOUT');
    await expectSame(questions.view);
  });

  test.each(TRAVERSALS.slice(0, 1))('%s: the same but for the fields of the streets', async (_, query) =>
    expectSameWithoutStreets(query),
  );
});

async function dataOfRecord(of: RouterName | 'onenx serve'): Promise<RouterAnswer> {
  return hub.ask(of, { query: questions.record, variables: { id: team } });
}
