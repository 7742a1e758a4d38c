import { expect, test } from '@jest/globals';
import { levelSchema, PartService, requestContext, type NodeDatabase } from '@onenx/node';
import { Catalogue, LegalParameters, parseCodeSet } from '@onenx/schema';
import { graphql } from 'graphql';
import { onEachDatabase } from '../kit/databases.js';
import { put } from '../kit/store.js';
import { COMMITTEES, DISTRICT, kindsOf, STREETS, teams, tree } from '../kit/street-world.js';

const kinds = kindsOf.STREET;
const team = kinds.find((kind) => kind.name === 'ActivityTeam') ?? kinds[0];
const { schema } = levelSchema('STREET', kinds);

interface Asked {
  readonly variables?: Record<string, unknown>;
  readonly codes?: string;
}

/** Answers a request and counts what it cost: the statements on the table of teams. */
async function ask(database: NodeDatabase, statements: string[], source: string, { variables, codes }: Asked = {}) {
  const parts = new PartService({ database, catalogue: Catalogue.of(kinds, []), tree, node: DISTRICT });
  const parameters = new LegalParameters([]);
  const services = {
    database,
    kinds,
    tree,
    level: 'STREET' as const,
    codes: parseCodeSet('310105'),
    parameters,
    parts,
  };
  statements.length = 0;
  const contextValue = requestContext(services, { codes });
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue });
  const cost = statements.filter((text) => /select/i.test(text) && text.includes('"activity_team"')).length;
  return {
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    errors: errors?.map(({ extensions }) => extensions['code']),
    cost,
  };
}

const ENTITIES = `query ($places: [_Any!]!) { _entities(representations: $places) {
  ... on Street { activityTeams(first: 2) { nodes { name place { code name } } } }
  ... on Committee { activityTeams(first: 2) { nodes { name } } }
} }`;

onEachDatabase('a request of a level', (open) => {
  const statements: string[] = [];
  const filled = async (): Promise<NodeDatabase> => {
    const database = await open(kinds, (text) => statements.push(text));
    if (team) await put(database, team, teams);
    return database;
  };

  test('asks for the records of many ids in one statement', async () => {
    const ids = [...teams.map(({ id }) => id), `${DISTRICT}-T-none`, 'garbage', teams[0]?.['id']];
    const source =
      'query ($records: [_Any!]!) { _entities(representations: $records) { ... on ActivityTeam { id name } } }';
    const { data, errors, cost } = await ask(await filled(), statements, source, {
      variables: { records: ids.map((id) => ({ __typename: 'ActivityTeam', id })) },
    });
    expect(errors).toBeUndefined();
    const named = teams.map(({ id, name }) => ({ id, name }));
    expect(data['_entities']).toEqual([...named, null, null, named[0]]);
    expect(cost).toBe(1);
  });

  test('asks for the lists of ten streets in one statement, and for their counts in one more', async () => {
    const database = await filled();
    const places = STREETS.map((code) => ({ __typename: 'Street', code }));
    const plain = await ask(database, statements, ENTITIES, { variables: { places } });
    expect(plain.errors).toBeUndefined();
    expect(plain.data['_entities']).toEqual(
      STREETS.map((code, i) => ({
        activityTeams: { nodes: [0, 1].map((n) => ({ name: `团队${i}${n}`, place: { code, name: `示例${code}` } })) },
      })),
    );
    expect(plain.cost).toBe(1);
    const counted = await ask(database, statements, ENTITIES.replaceAll('nodes {', 'totalCount nodes {'), {
      variables: { places },
    });
    expect(counted.data['_entities']).toMatchObject(STREETS.map(() => ({ activityTeams: { totalCount: 3 } })));
    expect(counted.cost).toBe(2);
  });

  test('asks for the last pages of ten streets in one statement, and for what lies beside their cursors in one more', async () => {
    const database = await filled();
    const variables = { places: STREETS.map((code) => ({ __typename: 'Street', code })) };
    const connections = async (list: string) => {
      const source = `query ($places: [_Any!]!) { _entities(representations: $places) { ... on Street { ${list} } } }`;
      const { data, errors, cost } = await ask(database, statements, source, { variables });
      expect(errors).toBeUndefined();
      const found = data['_entities'] as { activityTeams: Record<string, unknown> }[];
      return { cost, lists: found.map(({ activityTeams }) => activityTeams) };
    };
    const plain = await connections(
      'activityTeams(last: 2) { nodes { name } pageInfo { startCursor hasPreviousPage hasNextPage } }',
    );
    expect(plain.cost).toBe(1);
    expect(plain.lists).toMatchObject(
      STREETS.map((_, i) => ({
        nodes: [{ name: `团队${i}1` }, { name: `团队${i}2` }],
        pageInfo: { hasPreviousPage: true, hasNextPage: false },
      })),
    );
    const fifth = plain.lists.map(({ pageInfo }) => (pageInfo as { startCursor: string }).startCursor)[4] ?? '';
    const before = `activityTeams(last: 5, before: "${fifth}") { nodes { name }`;
    const unasked = await connections(`${before} pageInfo { hasPreviousPage } }`);
    const asked = await connections(`${before} pageInfo { hasPreviousPage hasNextPage } }`);
    expect([unasked.cost, asked.cost]).toEqual([1, 2]);
    expect(asked.lists).toMatchObject(
      STREETS.map((_, i) => ({
        nodes: (i < 4 ? [0, 1, 2] : i === 4 ? [0] : []).map((n) => ({ name: `团队${i}${n}` })),
        pageInfo: { hasPreviousPage: false, hasNextPage: i >= 4 },
      })),
    );
  });

  test('asks for the lists of 189 committees in one statement, and of both levels in two', async () => {
    const database = await filled();
    const committees = COMMITTEES.map((code) => ({ __typename: 'Committee', code }));
    const { data, cost } = await ask(database, statements, ENTITIES, { variables: { places: committees } });
    const found = data['_entities'] as { activityTeams: { nodes: unknown[] } }[];
    expect(found.map(({ activityTeams }) => activityTeams.nodes.length)).toEqual(
      COMMITTEES.map((_, i) => (i < 10 ? 1 : 0)),
    );
    expect(cost).toBe(1);
    const both = [...committees, ...STREETS.map((code) => ({ __typename: 'Street', code }))];
    expect((await ask(database, statements, ENTITIES, { variables: { places: both } })).cost).toBe(2);
  });

  test('answers each alias by itself: one that fails costs no other', async () => {
    const source = `{
      good: activityTeams(under: "310105001", first: 1) { nodes { name } }
      deep: activityTeams(under: "310105001", first: 5000) { nodes { name } }
      lost: activityTeams(under: "310105001", first: 1, after: "x") { nodes { name } }
      high: activityTeams(under: "310000", first: 1) { nodes { name } }
      odd: activityTeams(under: "310105001", orderBy: [{ field: "leader" }]) { nodes { name } }
    }`;
    const { data, errors } = await ask(await filled(), statements, source);
    expect(data).toEqual({ good: { nodes: [{ name: '团队00' }] }, deep: null, lost: null, high: null, odd: null });
    expect(errors?.sort()).toEqual(['ARGUMENT_INVALID', 'CURSOR_INVALID', 'DIVISION_CODE_LEVEL', 'FIELD_UNKNOWN']);
  });

  test('is answered for the codes that it names', async () => {
    const source = `query ($records: [_Any!]!, $specs: [String!]!) {
      activityTeams(under: "310105") { totalCount coverage { expected answered complete } }
      _entities(representations: $records) { ... on ActivityTeam { name } }
      parts(specs: $specs) { codesAnswered rows }
      nodeInfo { codes }
    }`;
    const spec = {
      v: '1.0',
      scope: DISTRICT,
      measures: ['teams.filed'],
      by: [],
      where: null,
      at: '2024-12-31',
      from: null,
      to: null,
    };
    const records = [teams[0], teams[29]].map((one) => ({ __typename: 'ActivityTeam', id: one?.['id'] }));
    const variables = { records, specs: [JSON.stringify(spec)] };
    const database = await filled();
    const partly = await ask(database, statements, source, { variables, codes: '310105,-310105010' });
    expect(partly.data).toEqual({
      activityTeams: { totalCount: 27, coverage: { expected: 9, answered: 9, complete: true } },
      _entities: [{ name: '团队00' }, null],
      parts: [{ codesAnswered: '310105,-310105010', rows: [{ group: [], cells: [27] }] }],
      nodeInfo: { codes: '310105,-310105010' },
    });
    const other = await ask(database, statements, source, { variables, codes: '310106' });
    expect(other.data).toMatchObject({
      activityTeams: { totalCount: 0, coverage: { expected: 0 } },
      parts: [{ codesAnswered: '', rows: [] }],
    });
  });
});
