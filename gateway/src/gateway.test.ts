import { describe, expect, test } from '@jest/globals';
import { testGateway } from './testing/test-gateway.js';

const data = async (query: string, variables?: Record<string, unknown>) => {
  const { ask } = testGateway();
  const body = await ask(query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
};

describe('entities over several subgraphs', () => {
  test('fields of one place come from the hub and from a level', async () => {
    const answer = await data(
      '{ street(code: "310105001") { name slogan activityTeams { nodes { name } totalCount } } }',
    );
    expect(answer).toEqual({
      street: {
        name: 'Huayang',
        slogan: 'Together 310105001000',
        activityTeams: { nodes: [{ name: 'Choir' }, { name: 'Tai chi' }], totalCount: 2 },
      },
    });
  });

  test('a walk goes hub, street, committee and back to the hub', async () => {
    const answer = await data(`{ district { streets { name activityTeams(first: 1) { nodes {
      headline reviews { score } place { name parent { name ... on Street { activityTeams { totalCount } } } } } } } } }`);
    expect(answer).toEqual({
      district: {
        streets: [
          {
            name: 'Huayang',
            activityTeams: {
              nodes: [
                {
                  headline: 'The Choir team',
                  reviews: [{ score: 5 }, { score: 1 }],
                  place: { name: 'Huayang', parent: { name: 'Changning' } },
                },
              ],
            },
          },
          {
            name: 'Beixinjing',
            activityTeams: {
              nodes: [
                {
                  headline: 'The Paper cutting team',
                  reviews: [],
                  place: {
                    name: 'Beixinjing Second',
                    parent: { name: 'Beixinjing', activityTeams: { totalCount: 1 } },
                  },
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('an entity that stands in several places is asked for once, and each place is its own', async () => {
    const { ask, calls } = testGateway();
    const { data } = await ask('{ reviews { team { name place { name ... on Street { committees { name } } } } } }');
    expect(calls.map(({ service }) => service)).toEqual(['committee', 'street', 'hub']);
    expect(calls[1]?.variables.representations).toHaveLength(2);
    const place = { name: 'Huayang', committees: [{ name: 'Huayang First' }] };
    expect(data).toEqual({
      reviews: [
        { team: { name: 'Choir', place } },
        { team: { name: 'Choir', place } },
        { team: { name: 'Tai chi', place: { name: 'Huayang First' } } },
      ],
    });
  });

  test('a list keeps its nulls in their places', async () => {
    const answer = await data('{ lastTeams { name headline } }');
    expect(answer).toEqual({
      lastTeams: [
        { name: 'Paper cutting', headline: 'The Paper cutting team' },
        null,
        { name: 'Choir', headline: 'The Choir team' },
      ],
    });
  });

  test('a requirement is read although the client gave its name to another field', async () => {
    const answer = await data('{ activityTeam(id: "310105001000-team-1") { name: id headline } }');
    expect(answer).toEqual({ activityTeam: { name: '310105001000-team-1', headline: 'The Choir team' } });
  });

  test('an alias that is the name of a key or of a requirement holds what the client asked for', async () => {
    const team = 'activityTeam(id: "310105001001-team-2")';
    expect(await data(`{ ${team} { id: name reviews { id: score } } }`)).toEqual({
      activityTeam: { id: 'Tai chi', reviews: [{ id: 4 }] },
    });
    expect(await data(`{ ${team} { name: id place { name code: __typename } headline } }`)).toEqual({
      activityTeam: {
        name: '310105001001-team-2',
        place: { name: 'Huayang First', code: 'Committee' },
        headline: 'The Tai chi team',
      },
    });
  });

  test('a requirement is replaced by the field that the client wanted under its name', async () => {
    const answer = await data('{ review(id: "r1") { team { name: headline } } }');
    expect(answer).toEqual({ review: { team: { name: 'The Choir team' } } });
  });
});

describe('abstract types', () => {
  test('one key may be null in one type only, where the subgraph alone would refuse the query', async () => {
    const { ask, calls } = testGateway();
    const { data: answer } = await ask(
      `{ reviews { about { __typename ... on Praise { weight } ... on Complaint { weight } } } }`,
    );
    expect(answer).toEqual({
      reviews: [
        { about: { __typename: 'Praise', weight: 2 } },
        { about: { __typename: 'Complaint', weight: 1 } },
        { about: { __typename: 'Praise', weight: 3 } },
      ],
    });
    expect(calls[0]?.query).toContain('_internal_qp_alias_0');
  });

  test('an interface field of a record leads to the concrete places', async () => {
    const answer = await data(`{ activityTeams(under: "310105") { nodes { place {
      kind: __typename code ...Named ... on Committee { parent { __typename code } } } } } } fragment Named on Place { name }`);
    expect(answer).toEqual({
      activityTeams: {
        nodes: [
          { place: { kind: 'Street', code: '310105001000', name: 'Huayang' } },
          {
            place: {
              kind: 'Committee',
              code: '310105001001',
              name: 'Huayang First',
              parent: { __typename: 'Street', code: '310105001000' },
            },
          },
          {
            place: {
              kind: 'Committee',
              code: '310105009002',
              name: 'Beixinjing Second',
              parent: { __typename: 'Street', code: '310105009000' },
            },
          },
        ],
      },
    });
  });

  test('the key of a list of interfaces decides the level fetch of each object', async () => {
    const answer = await data(`{ places(codes: ["310105001", "310105009002", "310105"]) {
      name ... on Street { activityTeams { totalCount } } ... on Committee { activityTeams { nodes { headline } } } } }`);
    expect(answer).toEqual({
      places: [
        { name: 'Huayang', activityTeams: { totalCount: 2 } },
        { name: 'Beixinjing Second', activityTeams: { nodes: [{ headline: 'The Paper cutting team' }] } },
        { name: 'Changning' },
      ],
    });
  });
});

describe('what the client asked for, and nothing else', () => {
  test('keys are in the order of the query', async () => {
    const answer = await data('{ b: street(code: "310105001") { slogan name } unit a: __typename }');
    expect(JSON.stringify(answer)).toBe(
      '{"b":{"slogan":"Together 310105001000","name":"Huayang"},"unit":null,"a":"Query"}',
    );
  });

  test.each([
    [true, { district: { name: 'Changning', slogan: 'Together 310105000000' } }],
    [false, { district: { code: '310105000000', streets: [{ name: 'Huayang' }, { name: 'Beixinjing' }] } }],
  ])('@skip and @include with %s', async (short, expected) => {
    const query = `query ($short: Boolean!) { district {
      name @include(if: $short) ... @skip(if: $short) { code streets { name } } ...S @include(if: $short) } }
      fragment S on District { slogan }`;
    expect(await data(query, { short })).toEqual(expected);
  });

  test('a level is not asked for what is skipped', async () => {
    const { ask, calls } = testGateway();
    await ask('query ($s: Boolean = true) { district { name slogan @skip(if: $s) } }');
    expect(calls.map(({ service }) => service)).toEqual(['hub']);
  });

  test('aliases that every object inherits are names like any other', async () => {
    const answer = await data('{ lastTeams { __proto__: name constructor: headline toString: id } }');
    expect(JSON.stringify(answer)).toBe(
      '{"lastTeams":[{"__proto__":"Paper cutting","constructor":"The Paper cutting team","toString":"310105009002-team-3"},' +
        'null,{"__proto__":"Choir","constructor":"The Choir team","toString":"310105001000-team-1"}]}',
    );
  });

  test('a value of an enum that clients cannot see is null', async () => {
    expect(await data('{ unit }')).toEqual({ unit: null });
  });

  test('variables go to the service as the client wrote them, with the operation’s defaults', async () => {
    const query =
      'query ($text: String = "hello", $input: EchoInput = {codes: ["310105"]}) { a: echo(input: {text: $text, nested: $input}) }';
    const { a } = (await data(query, { text: 'given' })) as { a: string };
    expect(JSON.parse(a)).toEqual({ text: 'given', nested: { text: 'default', codes: ['310105'] } });
  });
});

test('mutations are made in the order of the query, whichever services they go to', async () => {
  const answer = await data(`mutation { a: note(text: "1") b: noteAtStreet(text: "2") c: note(text: "3")
    rename(code: "310105001000", name: "New") { name ... on Street { slogan } } }`);
  expect(answer).toEqual({
    a: ['hub 1'],
    b: ['hub 1', 'street 2'],
    c: ['hub 1', 'street 2', 'hub 3'],
    rename: { name: 'New', slogan: 'Together 310105001000' },
  });
});
