import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { CODES_HEADER, startLevelServer } from '@onenx/node';
import { locationOf, onEachDatabase } from '../kit/databases.js';
import { ask, filledLevel, levelServers, reasonOf, type LevelAnswer } from '../kit/level.js';
import { DISTRICT, kindsOf, STREETS } from '../kit/street-world.js';

const english = { headers: { 'accept-language': 'en' } };

onEachDatabase('a level server', (open) => {
  const start = levelServers();

  test('knows the name of its own place, and the records under it', async () => {
    const server = await start(await filledLevel(open, 'STREET'), 'STREET', '310105009');
    const source = `{ place(code: "310105009") { __typename code name level kind ... on Street { activityTeams { totalCount nodes {
      name place { name } tier source { system } externalIds { value } synthetic } } } } }`;
    const { data, errors } = await ask(server, source);
    expect(errors).toBeUndefined();
    expect(data?.['place']).toMatchObject({
      __typename: 'Street',
      code: STREETS[8],
      name: `示例${STREETS[8]}`,
      level: 'STREET',
      kind: 'SUBDISTRICT',
    });
    expect(data?.['place']).toMatchObject({
      activityTeams: {
        totalCount: 3,
        nodes: [{ name: '团队80', tier: 'FILED_TEAM', place: { name: `示例${STREETS[8]}` } }, {}, {}],
      },
    });
    const other = await ask(
      server,
      '{ place(code: "310105001") { name } activityTeams(under: "310105001") { totalCount } }',
    );
    expect(other.data).toEqual({ place: { name: `示例${STREETS[0]}` }, activityTeams: { totalCount: 0 } });
  });

  test('says its errors in the language of the caller, with the catalogued code and no more', async () => {
    const server = await start(await filledLevel(open, 'STREET'), 'STREET');
    const unknown = '{ place(code: "310105099") { name } }';
    expect((await ask(server, unknown)).errors).toMatchObject([
      { message: expect.stringContaining('区划中没有代码 310105099000'), extensions: { code: 'PLACE_UNKNOWN' } },
    ]);
    expect((await ask(server, unknown, english)).errors).toMatchObject([
      { message: expect.stringContaining('No place has the code 310105099000') },
    ]);
    const variable = 'query ($code: DivisionCode!) { place(code: $code) { name } }';
    for (const code of ['31010', 'x', '']) {
      const literal = await ask(server, `{ place(code: "${code}") { name } }`, english);
      const given = await ask(server, variable, { variables: { code }, ...english });
      for (const { errors } of [literal, given]) {
        expect(errors).toMatchObject([
          {
            message: expect.stringContaining(`Found "${code}" where a division code was expected`),
            extensions: { code: 'DIVISION_CODE_MALFORMED' },
          },
        ]);
        expect(Object.keys(errors?.[0]?.extensions ?? {}).sort()).toEqual(['category', 'code']);
      }
    }
  });

  test('answers for the codes of the header, and refuses one that is none', async () => {
    const server = await start(await filledLevel(open, 'STREET'), 'STREET');
    const source =
      '{ activityTeams(under: "310105") { totalCount } nodeInfo { contract level codes kinds supports lastWrite rejectedRows } }';
    const whole = await ask(server, source);
    expect(whole.data).toMatchObject({
      activityTeams: { totalCount: 30 },
      nodeInfo: { contract: '1.1', level: 'STREET', codes: '310105', lastWrite: null, rejectedRows: 0 },
    });
    expect(whole.data).toMatchObject({
      nodeInfo: {
        kinds: expect.arrayContaining(['ActivityTeam']),
        supports: expect.arrayContaining(['teams.filed', 'serviceCases.accepted']),
      },
    });
    const some = await ask(server, source, { headers: { [CODES_HEADER]: '310105,-310105009' } });
    expect(some.data).toMatchObject({ activityTeams: { totalCount: 27 }, nodeInfo: { codes: '310105,-310105009' } });
    const wrong = await ask(server, source, { headers: { [CODES_HEADER]: 'everything', ...english.headers } });
    expect(wrong.errors).toMatchObject([
      {
        message: expect.stringContaining('Found the set of codes "everything"'),
        extensions: { code: 'CODE_SET_MALFORMED' },
      },
    ]);
  });

  test('answers parts over HTTP, and names what it cannot count', async () => {
    const server = await start(await filledLevel(open, 'STREET'), 'STREET');
    const spec = {
      v: '1.0',
      scope: STREETS[1],
      measures: ['nothing', 'teams.filed'],
      by: ['committee'],
      where: null,
      at: '2024-12-31',
      from: null,
      to: null,
    };
    const parts = async (change: object): Promise<LevelAnswer> =>
      ask(server, 'query ($specs: [String!]!) { parts(specs: $specs) { contract node notSupported state rows } }', {
        variables: { specs: [JSON.stringify({ ...spec, ...change })] },
        ...english,
      });
    const { data } = await parts({});
    expect(data?.['parts']).toMatchObject([
      {
        contract: '1.1',
        node: DISTRICT,
        notSupported: ['nothing'],
        state: 'COMPLETE',
        rows: [{ cells: [null, 2] }, { cells: [null, 1] }],
      },
    ]);
    expect((await parts({ by: ['quarter'] })).data?.['parts']).toMatchObject([
      { notSupported: ['nothing', 'teams.filed'], rows: [] },
    ]);
    expect((await parts({ measures: ['projects.signed.street'] })).errors).toMatchObject([
      { extensions: { code: 'SPEC_MALFORMED' } },
    ]);
    expect((await parts({ by: ['stret'] })).errors).toMatchObject([
      { message: expect.stringContaining('street'), extensions: { code: 'DIMENSION_UNKNOWN' } },
    ]);
    expect((await parts({ v: '2.0' })).errors).toMatchObject([{ extensions: { code: 'CONTRACT_UNSUPPORTED' } }]);
  });

  test('does not start on a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const options = {
      level: 'STREET',
      kinds: kindsOf.STREET,
      database: locationOf(await filledLevel(open, 'STREET')),
      owns: '310105',
    } as const;
    expect(await reasonOf(startLevelServer({ ...options, port }))).toMatchObject({
      code: 'PORT_IN_USE',
      params: { found: port },
    });
    await new Promise((resolve) => taken.close(resolve));
    const started = await startLevelServer({ ...options, port });
    expect(new URL(started.url).port).toBe(String(port));
    await started.close();
  });
});
