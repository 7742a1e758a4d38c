import { describe, expect, test } from '@jest/globals';
import { testGateway, testPlaceNames } from '../testing/test-gateway.js';

const missing = (reason: string, ...nodes: [string, string][]) =>
  nodes.map(([code, name]) => ({ code, name, level: 'STREET', reason }));
const covered = (of: object[], rest: object = {}) => ({
  totalCount: null,
  coverage: { expected: of.length, answered: 0, complete: false, missing: of },
  ...rest,
});
const coverage = 'totalCount coverage { expected answered complete missing { code name level reason } }';

describe('a level that does not answer', () => {
  const { ask } = testGateway({ silent: { street: 'TIMEOUT' }, places: testPlaceNames });
  const both = missing('TIMEOUT', ['310105001000', 'Huayang'], ['310105009000', 'Beixinjing']);

  test('is coverage of a root connection, by its literal, variable or short code', async () => {
    const body = await ask(
      `query ($c: DivisionCode!) { all: activityTeams(under: "310105") { nodes { name } ${coverage} } one: activityTeams(under: $c) { ${coverage} } }`,
      { c: '310105009' },
    );
    expect(body).toEqual({ data: { all: covered(both, { nodes: [] }), one: covered(both.slice(1)) } });
  });

  test('is coverage of each place, above it where the place is lower, and the tree stays whole', async () => {
    const body =
      await ask(`{ district { name slogan teams: activityTeams { ${coverage} } streets { name committees { name
      activityTeams(first: 3) { edges { cursor } pageInfo { hasNextPage endCursor } ${coverage} } } } } }`);
    const page = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(body).toEqual({
      data: {
        district: {
          name: 'Changning',
          slogan: null,
          teams: covered(both),
          streets: [
            {
              name: 'Huayang',
              committees: [{ name: 'Huayang First', activityTeams: covered(both.slice(0, 1), page) }],
            },
            {
              name: 'Beixinjing',
              committees: [
                { name: 'Beixinjing First', activityTeams: covered(both.slice(1), page) },
                { name: 'Beixinjing Second', activityTeams: covered(both.slice(1), page) },
              ],
            },
          ],
        },
      },
    });
  });

  test('honours aliases, fragments, type names and the number of missing nodes asked for', async () => {
    const query = `query ($n: Int = 1) { activityTeams(under: "310105") { kind: __typename ...C } }
      fragment C on ActivityTeamConnection { how: coverage { of: expected gone: missing(first: $n) { __typename who: name } oldestAsOf } }`;
    const body = await ask(query);
    const how = { of: 2, gone: [{ __typename: 'MissingNode', who: 'Huayang' }], oldestAsOf: null };
    expect(body).toEqual({ data: { activityTeams: { kind: 'ActivityTeamConnection', how } } });
  });

  test('leaves other fields null, and no error', async () => {
    const body = await ask('{ activityTeam(id: "310105001000-team-1") { name } reviews { score team { name } } }');
    expect(body).toEqual({
      data: {
        activityTeam: null,
        reviews: [
          { score: 5, team: null },
          { score: 1, team: null },
          { score: 4, team: null },
        ],
      },
    });
  });

  test('is an error where its null leaves nothing of the answer', async () => {
    const { ask } = testGateway({ silent: { committee: 'SCHEMA' }, places: testPlaceNames });
    const { data, errors } = await ask('{ reviews { score } }');
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ extensions: { code: 'LEVEL_SILENT', category: 'UNAVAILABLE' } }),
    ]);
  });

  test('refuses a mutation aloud: nothing was written', async () => {
    const { data, errors } = await ask('mutation { noteAtStreet(text: "x") }');
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ extensions: { code: 'LEVEL_SILENT', category: 'UNAVAILABLE' } }),
    ]);
  });
});

test('a service that is no level is silent as an error', async () => {
  const { ask } = testGateway({ silent: { hub: 'UNREACHABLE' }, places: testPlaceNames });
  const { data, errors } = await ask(
    '{ activityTeam(id: "310105001000-team-1") { name place { code ... on Street { name } } } }',
  );
  expect(data).toEqual({ activityTeam: { name: 'Choir', place: null } });
  expect(errors).toEqual([
    {
      message: expect.stringContaining('The hub service did not answer (UNREACHABLE)'),
      path: ['activityTeam', 'place'],
      extensions: { code: 'LEVEL_SILENT', category: 'UNAVAILABLE' },
    },
  ]);
});

test('without a register of places a silent service is one error at the path of its fetch', async () => {
  const { ask } = testGateway({ silent: { street: 'UNREACHABLE' } });
  const { data, errors } = await ask('{ district { name streets { slogan } } }');
  expect(data).toEqual({ district: { name: 'Changning', streets: [{ slogan: null }, { slogan: null }] } });
  expect(errors).toEqual([expect.objectContaining({ path: ['district', 'streets'] })]);
});
