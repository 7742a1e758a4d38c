import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import {
  exportParameters,
  importParameters,
  shippedParameters,
  type LevelServer,
  type NodeDatabase,
} from '@onenx/node';
import { districtKinds } from '@onenx/district';
import { fillShipped } from '../../subgraphs/node/src/parameters/fill-shipped.js';
import { loadParameters } from '../../subgraphs/node/src/parameters/parameter-table.js';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { ask, levelServers } from '../kit/level.js';
import { DISTRICT, STREET, tree } from '../kit/records.js';
import { codeOf, rest } from '../kit/rest.js';
import { putTree } from '../kit/store.js';

const HEADER = 'name,place,value,unit,validFrom,validTo,zh,en,source,confirmed\n';
const OWN = 'team.members.least,310105,8,persons,2024-01-01,,备案团队最少固定成员,Least members,示例区文件,true\n';
const [shippedOne] = shippedParameters().all;
if (shippedOne === undefined) throw new Error('nothing is shipped');

onEachDatabase('the legal parameters of a node', (open) => {
  const write = temporaryFiles();
  const start = levelServers();

  const bring = async (database: NodeDatabase, content: string) =>
    importParameters({ database, file: await write('parameters.csv', content) });

  async function exported(database: NodeDatabase): Promise<string> {
    const out = new PassThrough();
    const reading = text(out);
    await exportParameters({ database, out, language: 'names', format: 'csv' });
    out.end();
    return reading;
  }

  async function district(): Promise<{ server: LevelServer; database: NodeDatabase }> {
    const database = await open(districtKinds);
    await putTree(database, tree);
    return { server: await start(database, 'DISTRICT'), database };
  }

  async function asked(server: LevelServer, args: string): Promise<Record<string, unknown>[]> {
    const query = `{ legalParameters${args} { name place value unit validFrom validTo zh en source confirmed } }`;
    const { data, errors } = await ask(server, query);
    expect(errors).toBeUndefined();
    return data?.['legalParameters'] as Record<string, unknown>[];
  }

  test('are the shipped ones from the first start, and follow the shipped file', async () => {
    const { database } = await district();
    const stored = await loadParameters(database);
    for (const one of shippedParameters().all) expect(stored).toContainEqual({ ...one, origin: 'SHIPPED' });
    expect(stored).toHaveLength(shippedParameters().all.length);
    const [, ...rest] = shippedParameters().all;
    await fillShipped(database, [...rest.slice(1), { ...rest[0]!, value: 77 }]);
    const later = await loadParameters(database);
    expect(later).toHaveLength(stored.length - 1);
    expect(later.filter(({ value }) => value === 77)).toMatchObject([{ name: rest[0]?.name, origin: 'SHIPPED' }]);
  });

  test('that an operator imported are kept, whatever is shipped', async () => {
    const database = await open([]);
    await fillShipped(database, shippedParameters().all);
    const { name, place, unit, validFrom, zh, en } = shippedOne;
    const line = `${name},${place},99,${unit},${validFrom},,${zh},${en},示例文件,true\n`;
    expect(await bring(database, HEADER + line + OWN)).toMatchObject({ rows: 2, inserted: 1, updated: 1, rejected: 0 });
    expect(await bring(database, HEADER + line + OWN)).toMatchObject({ unchanged: 2 });
    await fillShipped(database, shippedParameters().all);
    await fillShipped(database, []);
    const kept = await loadParameters(database);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(expect.objectContaining({ name, value: 99, source: '示例文件', origin: 'IMPORTED' }));
  });

  test('are refused row by row, the others land', async () => {
    const database = await open([]);
    const rows = [
      OWN,
      'a,,1,fortnights,2024-01-01,,甲,A,x,true\n',
      'b,,1,days,2024-01-01,2023-01-01,乙,B,x,true\n',
      'c,,1332,monthDay,2024-01-01,,丙,C,x,true\n',
      'd,,,days,2024-01-01,,丁,D,,true\n',
      'e,99,1,days,2024-01-01,,戊,E,x,true\n',
      OWN,
    ];
    const summary = await bring(database, HEADER + rows.join(''));
    expect(summary).toMatchObject({ rows: 7, inserted: 1, rejected: 6 });
    expect(summary.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '3 unit VALUE_NOT_IN_LIST',
      '4 validTo DATES_REVERSED',
      '5 value NUMBER_INVALID',
      '6 value VALUE_REQUIRED',
      '6 source VALUE_REQUIRED',
      '7 place DIVISION_CODE_MALFORMED',
      '8  KEY_REPEATED',
    ]);
  });

  test('go out and in again without loss', async () => {
    const [database, copy] = [await open([]), await open([])];
    await fillShipped(database, shippedParameters().all);
    const content = await exported(database);
    await bring(copy, content);
    expect(await exported(copy)).toBe(content);
    expect((await loadParameters(copy)).length).toBe(shippedParameters().all.length);
  });

  test('are told with place, validity and source, the most specific of a name', async () => {
    const { server, database } = await district();
    await bring(database, `${HEADER}${OWN}old,,1,days,2000-01-01,2010-01-01,旧,Old,示例,false\n`);
    const response = await rest(server, '/import/legal-parameters', {
      method: 'POST',
      body: HEADER,
      headers: { 'content-type': 'text/csv' },
    });
    expect(response.status).toBe(200);
    const there = await asked(server, `(under: "${STREET}", on: "2024-06-01")`);
    expect(there.filter(({ name }) => name === 'team.members.least')).toEqual([
      expect.objectContaining({ place: DISTRICT, value: 8, source: '示例区文件', confirmed: true }),
    ]);
    const before = await asked(server, `(under: "${STREET}", on: "2023-06-01")`);
    expect(before.filter(({ name }) => name === 'team.members.least')).toMatchObject([
      { place: '310000000000', value: 10 },
    ]);
    const names = there.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('old');
    expect((await asked(server, '(on: "2005-01-01")')).map(({ name }) => name)).toContain('old');
    expect(there.find(({ name }) => name === 'team.filing.months')).toMatchObject({ confirmed: false, place: null });
  });

  test('change while the server serves: at once over HTTP, soon after an import beside it', async () => {
    const { server, database } = await district();
    const least = async () =>
      (await asked(server, `(under: "${STREET}")`)).find(({ name }) => name === 'team.members.least');
    const post = async (body: string, actor: string) =>
      rest(server, '/import/legal-parameters', {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/csv', 'x-onenx-actor': actor },
      });
    const barred = await post(HEADER + OWN, `STREET_OFFICER@${STREET}`);
    expect([barred.status, codeOf(barred)]).toEqual([403, 'ROLE_REQUIRED']);
    expect(await least()).toMatchObject({ value: 10 });
    expect((await post(HEADER + OWN, 'DISTRICT_SUPERVISOR@310105')).json).toMatchObject({ inserted: 1 });
    expect(await least()).toMatchObject({ value: 8 });
    await bring(database, HEADER + OWN.replace(',8,', ',6,'));
    for (let n = 0; n < 100 && (await least())?.['value'] !== 6; n += 1) await sleep(200);
    expect(await least()).toMatchObject({ value: 6 });
  });
});
