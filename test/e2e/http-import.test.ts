import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { LevelServer, NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { onEachDatabase } from '../kit/databases.js';
import { ask, levelServers } from '../kit/level.js';
import { csv, OTHER_STREET, stored, STREET, team, teamRow, tree } from '../kit/records.js';
import { codeOf, rest, type RestAnswer } from '../kit/rest.js';
import { putTree } from '../kit/store.js';
import { workbook } from '../../subgraphs/node/src/import/write/workbook.js';

const CSV = { 'content-type': 'text/csv' };
const XLSX = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const PATH = '/import/ActivityTeam?source=office';

onEachDatabase('an import over HTTP', (open) => {
  const start = levelServers();

  async function street(): Promise<{ server: LevelServer; database: NodeDatabase }> {
    const database = await open(streetKinds);
    await putTree(database, tree);
    return { server: await start(database, 'STREET'), database };
  }

  async function post(
    server: LevelServer,
    body: string | Uint8Array<ArrayBuffer>,
    more: { path?: string; headers?: Record<string, string> } = {},
  ) {
    return rest(server, more.path ?? PATH, { method: 'POST', body, headers: { ...CSV, ...more.headers } });
  }

  test('lands what can land and says of each row why the others do not', async () => {
    const { server, database } = await street();
    const whole = await post(server, csv([teamRow(1), teamRow(2)]));
    expect([whole.status, whole.json]).toMatchObject([200, { rows: 2, inserted: 2, rejected: 0, problems: [] }]);
    expect(await stored(database, team)).toMatchObject([
      { name: '示例团队1', action: 'IMPORT', actor: 'STREET_OFFICER@310105000000', source_system: 'office' },
      {},
    ]);
    const some = await post(server, csv([teamRow(3), teamRow(4, { status: '无' }), teamRow(1)]));
    expect([some.status, some.json]).toMatchObject([207, { rows: 3, inserted: 1, unchanged: 1, rejected: 1 }]);
    expect(some.json['problems']).toMatchObject([{ line: 3, column: 'status', code: 'VALUE_NOT_IN_LIST' }]);
    const none = await post(server, csv([teamRow(5, { status: '无' })]));
    expect([none.status, none.json]).toMatchObject([422, { rejected: 1, inserted: 0 }]);
    expect(JSON.stringify(none.json)).not.toContain(tmpdir());
    expect(await stored(database, team)).toHaveLength(3);
  });

  test('takes NDJSON, a workbook, and a file of another system by its map', async () => {
    const { server, database } = await street();
    const ndjson = await post(server, `${JSON.stringify(teamRow(1))}\n`, {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(ndjson.json).toMatchObject({ inserted: 1 });
    const row = teamRow(2);
    const rows = [Object.keys(row), Object.values(row).map(String)];
    const sheet = await workbook([{ title: 'x', rows }]);
    expect((await post(server, new Uint8Array(sheet), { headers: XLSX })).json).toMatchObject({ inserted: 1 });
    const map = encodeURIComponent(
      JSON.stringify({ columns: { 编号: 'teamNo' }, values: { status: { 在册: 'FILED' } } }),
    );
    const theirs = csv([teamRow(3, { status: '在册' })]).replace('teamNo', '编号');
    expect((await post(server, theirs, { path: `${PATH}&map=${map}` })).json).toMatchObject({ inserted: 1 });
    expect(await stored(database, team)).toHaveLength(3);
  });

  test('gives out what was taken in, and taking that in changes nothing', async () => {
    const { server } = await street();
    await post(server, csv([teamRow(1, { externalId: 'x1', leader: '某人' }), teamRow(2, { place: OTHER_STREET })]));
    for (const [format, headers] of [
      ['csv', CSV],
      ['ndjson', { 'content-type': 'application/x-ndjson' }],
      ['xlsx', XLSX],
    ] as const) {
      const out = await rest(server, `/export/activityTeams?format=${format}`);
      expect([out.status, out.headers.get('content-type')]).toEqual([200, headers['content-type']]);
      expect(out.headers.get('content-disposition')).toBe(`attachment; filename="ActivityTeam.${format}"`);
      expect(out.bytes.includes('某人')).toBe(false);
      expect((await post(server, new Uint8Array(out.bytes), { headers })).json).toMatchObject({
        unchanged: 2,
        rejected: 0,
      });
    }
    const some = await rest(server, '/export/ActivityTeam', { headers: { 'x-onenx-codes': '310105001' } });
    expect(some.bytes.toString().trim().split('\n')).toHaveLength(2);
    const template = await rest(server, '/import/ActivityTeam');
    expect([template.status, template.bytes.toString()]).toEqual([
      200,
      expect.stringMatching(/^\ufeff所属区划代码,备案编号/),
    ]);
    expect((await rest(server, '/import/ActivityTeam?format=xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('ends what a snapshot leaves out, within what it may', async () => {
    const { server } = await street();
    const rows = Array.from({ length: 10 }, (_, n) => teamRow(n));
    await post(server, csv(rows));
    const path = `${PATH}&mode=snapshot`;
    const refused = await post(server, csv(rows.slice(5)), { path });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'CLOSE_LIMIT']);
    expect((await post(server, csv(rows.slice(1)), { path: `${path}&max-close=10` })).json).toMatchObject({
      closed: 1,
    });
  });

  test('is for those who may save the kind, at their places', async () => {
    const { server, database } = await street();
    const both = csv([teamRow(1), teamRow(2, { place: OTHER_STREET })]);
    const as = async (actor: string): Promise<RestAnswer> =>
      post(server, both, { headers: { 'x-onenx-actor': actor } });
    for (const actor of [`ANALYST@${STREET}`, 'STREET_OFFICER@310104000000']) {
      const refused = await as(actor);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'ROLE_REQUIRED']);
    }
    expect(codeOf(await as('KING@310105'))).toBe('ARGUMENT_INVALID');
    const own = await as(`ANALYST@310105,STREET_OFFICER@${STREET}`);
    expect([own.status, own.json]).toMatchObject([
      207,
      { inserted: 1, problems: [{ line: 3, code: 'PLACE_OUTSIDE_NODE' }] },
    ]);
    expect(await stored(database, team)).toMatchObject([{ place: STREET, actor: `STREET_OFFICER@${STREET}` }]);
  });

  test('can be left alone and asked how far it is', async () => {
    const { server, database } = await street();
    const rows = Array.from({ length: 3000 }, (_, n) => teamRow(n));
    const started = await post(server, csv(rows), { path: `${PATH}&wait=false` });
    expect([started.status, started.json]).toMatchObject([202, { kind: 'ActivityTeam', summary: null, error: null }]);
    const where = started.headers.get('location') ?? '';
    const seen: Record<string, unknown>[] = [];
    for (let n = 0; n < 600 && seen.at(-1)?.['state'] !== 'DONE'; n += 1) {
      seen.push((await rest(server, where)).json);
      await sleep(20);
    }
    expect(seen.at(-1)).toMatchObject({ state: 'DONE', rows: 3000, summary: { inserted: 3000 } });
    const read = seen.map(({ bytesRead }) => Number(bytesRead));
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(seen.at(-1)?.['bytesRead']).toBe(seen.at(-1)?.['bytesTotal']);
    expect(await stored(database, team)).toHaveLength(3000);
    const failed = await post(server, 'nonsense\n', { path: `${PATH}&wait=false` });
    await sleep(200);
    const later = await rest(server, failed.headers.get('location') ?? '', { headers: { 'accept-language': 'en' } });
    expect(later.json).toMatchObject({ state: 'FAILED', error: { extensions: { code: 'COLUMN_MISSING' } } });
    expect(codeOf(await rest(server, '/imports/none'))).toBe('IMPORT_UNKNOWN');
  });

  test('is refused by name, and nothing lands', async () => {
    const { server, database } = await street();
    const file = csv([teamRow(1)]);
    const cases: [string, Promise<RestAnswer>, number][] = [
      ['KIND_UNKNOWN', post(server, file, { path: '/import/Nonsense?source=a' }), 404],
      ['KIND_UNKNOWN', post(server, file, { path: '/import/RegisteredOrganization?source=a' }), 404],
      ['ARGUMENT_INVALID', post(server, file, { path: '/import/ActivityTeam' }), 400],
      ['ARGUMENT_INVALID', post(server, file, { path: `${PATH}&mode=all` }), 400],
      ['ARGUMENT_INVALID', post(server, file, { path: `${PATH}&max-close=101` }), 400],
      ['ARGUMENT_INVALID', post(server, file, { path: `${PATH}&map=7` }), 400],
      ['MEDIA_TYPE_UNSUPPORTED', post(server, file, { headers: { 'content-type': 'text/plain' } }), 415],
      ['MEDIA_TYPE_UNSUPPORTED', post(server, file, { headers: { 'content-encoding': 'gzip' } }), 415],
      ['CSRF_PREVENTED', post(server, file, { headers: { origin: 'http://elsewhere.example' } }), 403],
      ['FILE_EMPTY', post(server, ''), 400],
      ['FILE_NOT_WORKBOOK', post(server, 'PK\u0003\u0004', { headers: XLSX }), 400],
      ['ROUTE_UNKNOWN', rest(server, '/import/ActivityTeam', { method: 'DELETE' }), 404],
      ['ROUTE_UNKNOWN', rest(server, '/import'), 404],
    ];
    for (const [code, asked, status] of cases) {
      const answer = await asked;
      expect([codeOf(answer), answer.status]).toEqual([code, status]);
      expect(JSON.stringify(answer.json)).not.toMatch(/node_modules|onenx-body/);
    }
    expect(await stored(database, team)).toEqual([]);
  });

  test('whose sender goes away leaves nothing, and the server serves on', async () => {
    const { server, database } = await street();
    const before = await bodies();
    for (let n = 0; n < 5; n += 1) {
      const sending = request(new URL(PATH, server.url), { method: 'POST', headers: CSV });
      const gone = new Promise((resolve) => sending.on('error', () => {}).on('close', resolve));
      sending.write(csv(Array.from({ length: 2000 }, (_, i) => teamRow(i))));
      await sleep(20);
      sending.destroy();
      await gone;
    }
    await sleep(100);
    expect(await bodies()).toEqual(before);
    expect(await stored(database, team)).toEqual([]);
    expect((await post(server, csv([teamRow(1)]))).json).toMatchObject({ inserted: 1 });
  });

  test('that is cut by the end of the server is taken up by sending it again', async () => {
    const { server, database } = await street();
    const rows = csv(Array.from({ length: 20_000 }, (_, n) => teamRow(n)));
    await post(server, rows, { path: `${PATH}&wait=false` });
    await server.close();
    const landed = (await stored(database, team)).length;
    expect(landed % 1000).toBe(0);
    expect(landed).toBeLessThan(20_000);
    const again = await start(database, 'STREET');
    expect((await post(again, rows)).json).toMatchObject({
      rows: 20_000,
      unchanged: landed,
      inserted: 20_000 - landed,
    });
  });

  test('leaves GraphQL as it was, and no page of another origin reads it', async () => {
    const { server } = await street();
    expect((await ask(server, `{ activityTeams(under: "${STREET}") { totalCount } }`)).data).toEqual({
      activityTeams: { totalCount: 0 },
    });
    const get = await rest(server, '/?query={__typename}', { headers: { 'apollo-require-preflight': 'true' } });
    expect(get.json).toEqual({ data: { __typename: 'Query' } });
    for (const [name] of get.headers) expect(name).not.toMatch(/^access-control/);
    const simple = await rest(server, '/', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } });
    expect(simple.status).toBe(400);
    const json = { 'content-type': 'application/json' };
    const broken = await rest(server, '/', { method: 'POST', body: '{"query":', headers: json });
    expect([broken.status, codeOf(broken)]).toEqual([400, 'OPERATION_MALFORMED']);
    const large = await rest(server, '/', { method: 'POST', body: ' '.repeat(51 * 2 ** 20), headers: json }).catch(
      () => null,
    );
    expect(large === null || large.status === 413).toBe(true);
    const preflight = await rest(server, '/', { method: 'OPTIONS', headers: { origin: 'http://elsewhere.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

async function bodies(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('onenx-body-'));
}
