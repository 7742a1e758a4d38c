import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { NodeDatabase } from '@onenx/node';
import { parseCodeSet } from '@onenx/schema';
import { encodeCursor } from '../../subgraphs/node/src/lists/cursor.js';
import { RecordLists, type ListArguments, type Page } from '../../subgraphs/node/src/lists/list.js';
import { onEachDatabase } from '../kit/databases.js';
import { listKind, listRecords, PLACES } from '../kit/list-kind.js';
import { sorted, type Order } from '../kit/list-order.js';
import { passes, wheres } from '../kit/list-where.js';
import { clear, put } from '../kit/store.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const RUNS = Number(process.env['RUNS'] ?? 1);
const DISTRICT = '310105000000';
process.stdout.write(`seed of the lists: ${SEED}\n`);

onEachDatabase('a list', (open) => {
  const lists = (database: NodeDatabase, codes = '310105') => new RecordLists(database, listKind, parseCodeSet(codes));
  const ids = (page: Page | undefined) => (page?.records ?? []).map(({ id }) => id);

  test('holds what its filter lets through, and its opposite the rest', async () => {
    const database = await open([listKind]);
    await fc.assert(
      fc.asyncProperty(listRecords, fc.array(wheres, { minLength: 10, maxLength: 10 }), async (records, filters) => {
        await clear(database, [listKind]);
        await put(database, listKind, records);
        for (const where of filters) {
          const [page] = await lists(database).pages([DISTRICT], { where, first: 1000 });
          const wanted = records.filter((record) => passes(where, record)).map(({ id }) => String(id));
          expect([where, ids(page).sort()]).toEqual([where, wanted.sort()]);
          const [kept, left] = await Promise.all([
            lists(database).counts([DISTRICT], where),
            lists(database).counts([DISTRICT], { not: where }),
          ]);
          expect([where, kept, left]).toEqual([where, [wanted.length], [records.length - wanted.length]]);
        }
      }),
      { seed: SEED, numRuns: 15 * RUNS },
    );
  });

  test('holds the values as they were put, but no personal ones', async () => {
    const database = await open([listKind]);
    const records = fc.sample(listRecords, { seed: SEED, numRuns: 1 })[0] ?? [];
    await put(database, listKind, records);
    const [page] = await lists(database).pages([DISTRICT], { first: 1000 });
    const expected = sorted(records, []).map((record) => ({ ...record, secret: null, synthetic: true, version: 1 }));
    expect(page?.records).toMatchObject(expected);
    expect(await lists(database).byIds(['none', String(records[3]?.['id']), '\0'])).toMatchObject([
      null,
      { id: records[3]?.['id'], secret: null },
      null,
    ]);
  });

  test('is of the places answered for and asked about', async () => {
    const database = await open([listKind]);
    await put(
      database,
      listKind,
      PLACES.map((place) => ({ id: `${place}-LC-1`, place })),
    );
    const places = async (codes: string, under: readonly string[]): Promise<unknown[]> =>
      (await lists(database, codes).pages(under, {})).map((page) => page.records.map(({ place }) => place));
    expect(await places('310105', [DISTRICT])).toEqual([PLACES]);
    expect(await places('310105,-310105009', [DISTRICT, '310105009000'])).toEqual([PLACES.slice(0, 4), []]);
    expect(await places('310105,-310105009,310105009001', [DISTRICT, '310105009000'])).toEqual([
      [...PLACES.slice(0, 4), '310105009001'],
      ['310105009001'],
    ]);
    expect(await places('310105', ['310105002000', '310105001001', '310105001000', '310105003000'])).toEqual([
      ['310105002000'],
      ['310105001001'],
      ['310105001000', '310105001001', '310105001002'],
      [],
    ]);
    expect(await lists(database, '310105,-310105009').counts([DISTRICT, '310105001001', '310105009000'], null)).toEqual(
      [4, 1, 0],
    );
    const some = await lists(database, '310105,-310105009').byIds(['310105009000-LC-1', '310105002000-LC-1']);
    expect(some).toMatchObject([null, { place: '310105002000' }]);
  });

  test('refuses a cursor that it did not make in this order', async () => {
    const database = await open([listKind]);
    await put(database, listKind, [{ id: 'x', place: PLACES[0] ?? '', members: 1 }]);
    const byMembers = [{ field: 'members', direction: 'ASC' }] as const;
    const cursor = encodeCursor([...byMembers, { field: 'id', direction: 'ASC' }], { id: 'x', members: 1 });
    const made = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const page = async (orderBy: Order, after: string) => lists(database).pages([DISTRICT], { orderBy, after });
    const until = async (orderBy: Order, before: string) => lists(database).pages([DISTRICT], { orderBy, before });
    expect(await page(byMembers, cursor)).toMatchObject([{ records: [] }]);
    const others: Order[] = [[], [{ field: 'members', direction: 'DESC' }], [{ field: 'amount', direction: 'ASC' }]];
    for (const orderBy of others) await expect(page(orderBy, cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const mark = 'members:ASC,id:ASC';
    const garbage = [
      '',
      'x',
      '%',
      made(null),
      made({}),
      made([]),
      made([mark]),
      made([mark, 1]),
      made([mark, 'many', 'x']),
    ];
    const worse = [
      made([mark, 1, null]),
      made([mark, 1, 5]),
      made([mark, 1e300, 'x']),
      made([mark, 1.5, 'x']),
      made([mark, 1, 'x\0']),
      made([mark, [1], 'x']),
    ];
    for (const after of [...garbage, ...worse]) {
      expect([after, await code(page(byMembers, after))]).toEqual([after, 'CURSOR_INVALID']);
      expect([after, await code(until(byMembers, after))]).toEqual([after, 'CURSOR_INVALID']);
    }
  });

  test('refuses a field it does not have, a personal one too, and a number of records out of range', async () => {
    const database = await open([listKind]);
    const page = async (field: string, first = 20) =>
      lists(database).pages([DISTRICT], { orderBy: [{ field, direction: 'ASC' }], first });
    await expect(page('memberz')).rejects.toMatchObject({
      code: 'FIELD_UNKNOWN',
      params: { found: 'memberz', nearest: expect.stringMatching(/^members/) },
    });
    for (const field of ['secret', 'id"', 'begun_at', '']) expect(await code(page(field))).toBe('FIELD_UNKNOWN');
    for (const first of [-1, 1001]) expect(await code(page('id', first))).toBe('ARGUMENT_INVALID');
    for (const first of [0, 1000]) expect(await code(page('id', first))).toBeNull();
    const fromEnd = async (last: number) => lists(database).pages([DISTRICT], { last });
    for (const last of [-1, 1001]) expect(await code(fromEnd(last))).toBe('ARGUMENT_INVALID');
    expect(await code(fromEnd(1000))).toBeNull();
  });

  test('refuses to be read from both ends at once', async () => {
    const database = await open([listKind]);
    const page = async (args: ListArguments) => lists(database).pages([DISTRICT], args);
    await expect(page({ first: 3, last: 3 })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await code(page({ first: null, last: 3 }))).toBeNull();
    expect(await code(page({ first: 3, last: null }))).toBeNull();
  });

  test('refuses a filter nested too deep', async () => {
    const database = await open([listKind]);
    let where = {};
    for (let depth = 0; depth < 12; depth++) where = { not: where };
    expect(await code(lists(database).pages([DISTRICT], { where }))).toBe('ARGUMENT_INVALID');
  });
});

async function code(answer: Promise<unknown>): Promise<unknown> {
  try {
    await answer;
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
}
