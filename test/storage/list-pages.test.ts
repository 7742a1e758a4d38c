import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { NodeDatabase } from '@onenx/node';
import { parseCodeSet } from '@onenx/schema';
import { encodeCursor } from '../../subgraphs/node/src/lists/cursor.js';
import { RecordLists, type ListArguments, type Page } from '../../subgraphs/node/src/lists/list.js';
import { completeOrder } from '../../subgraphs/node/src/lists/order.js';
import { onEachDatabase } from '../kit/databases.js';
import { listKind, listRecords } from '../kit/list-kind.js';
import { orders, sorted, type Order } from '../kit/list-order.js';
import { askedPages, expectedPage } from '../kit/list-page.js';
import { passes, wheres, type Where } from '../kit/list-where.js';
import { clear, put, type Values } from '../kit/store.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const RUNS = Number(process.env['RUNS'] ?? 1);
const DISTRICT = '310105000000';
process.stdout.write(`seed of the pages: ${SEED}\n`);

onEachDatabase('the pages of a list', (open) => {
  const lists = (database: NodeDatabase) => new RecordLists(database, listKind, parseCodeSet('310105'));
  const ids = (page: Page | undefined) => (page?.records ?? []).map(({ id }) => id);
  const kept = (records: readonly Values[], where: Where | null) =>
    records.filter((record) => where === null || passes(where, record));

  /** Every page, one cursor after another, in the order of the list. */
  async function readAll(database: NodeDatabase, args: ListArguments): Promise<string[]> {
    const visited: string[] = [];
    const backward = typeof args.last === 'number';
    for (let cursor: string | null = null; ;) {
      const at: ListArguments = backward ? { before: cursor } : { after: cursor };
      const [page]: (Page | undefined)[] = await lists(database).pages([DISTRICT], { ...args, ...at });
      if (backward) visited.unshift(...ids(page));
      else visited.push(...ids(page));
      if (visited.length > 100) throw new Error('the pages do not come to an end');
      const edge = backward ? page?.records[0] : page?.records.at(-1);
      if (!page?.isCut || edge === undefined) return visited;
      cursor = encodeCursor(page.order, edge);
    }
  }

  test('visit every record once, in the asked order, from either end', async () => {
    const database = await open([listKind]);
    const asked = fc.tuple(orders, fc.integer({ min: 1, max: 9 }), fc.option(wheres));
    await fc.assert(
      fc.asyncProperty(listRecords, fc.array(asked, { minLength: 3, maxLength: 3 }), async (records, questions) => {
        await clear(database, [listKind]);
        await put(database, listKind, records);
        for (const [orderBy, size, where] of questions) {
          const expected = sorted(kept(records, where), orderBy).map(({ id }) => id);
          expect(await readAll(database, { orderBy, where, first: size })).toEqual(expected);
          expect(await readAll(database, { orderBy, where, last: size })).toEqual(expected);
        }
      }),
      { seed: SEED, numRuns: 12 * RUNS, endOnFailure: true },
    );
  });

  test('lie between their cursors, and know what lies beside them', async () => {
    const database = await open([listKind]);
    const asked = fc.tuple(orders, askedPages, fc.option(wheres, { freq: 1 }));
    await fc.assert(
      fc.asyncProperty(listRecords, fc.array(asked, { minLength: 12, maxLength: 12 }), async (records, questions) => {
        await clear(database, [listKind]);
        await put(database, listKind, records);
        for (const [orderBy, page, where] of questions) {
          const whole = sorted(kept(records, where), orderBy);
          if (whole.length === 0) continue;
          const within = (index: number | null): number | null => (index === null ? null : index % whole.length);
          const wanted = { ...page, after: within(page.after), before: within(page.before) };
          const cursor = (index: number | null) => (index === null ? null : cursorOf(whole[index] ?? {}, orderBy));
          const { first, last } = wanted;
          const args = { orderBy, where, first, last, after: cursor(wanted.after), before: cursor(wanted.before) };
          const [got] = await lists(database).pages([DISTRICT], args);
          const [[before = false], [after = false]] = await Promise.all([
            lists(database).leftOut([DISTRICT], args, 'after'),
            lists(database).leftOut([DISTRICT], args, 'before'),
          ]);
          const { isCut = false, fromEnd = false } = got ?? {};
          expect({
            items: ids(got),
            hasPreviousPage: before || (isCut && fromEnd),
            hasNextPage: after || (isCut && !fromEnd),
          }).toEqual(
            expectedPage(
              whole.map(({ id }) => id),
              wanted,
            ),
          );
        }
      }),
      { seed: SEED, numRuns: 15 * RUNS, endOnFailure: true },
    );
  });

  test('begin where a record was that has gone', async () => {
    const database = await open([listKind]);
    const place = '310105001001';
    await put(database, listKind, [
      { id: 'a', place, members: 1 },
      { id: 'c', place, members: 3 },
      { id: 'd', place },
    ]);
    const orderBy: Order = [{ field: 'members', direction: 'ASC' }];
    const gone = cursorOf({ id: 'b', members: 2 }, orderBy);
    const page = async (args: ListArguments) => ids((await lists(database).pages([DISTRICT], { orderBy, ...args }))[0]);
    expect(await page({ after: gone })).toEqual(['c', 'd']);
    expect(await page({ before: gone, last: 5 })).toEqual(['a']);
    const nothing = cursorOf({ id: 'e' }, orderBy);
    expect(await page({ before: nothing, last: 2 })).toEqual(['c', 'd']);
    expect(await lists(database).leftOut([DISTRICT], { orderBy, before: nothing }, 'before')).toEqual([false]);
  });
});

function cursorOf(record: Values, orderBy: Order): string {
  return encodeCursor(completeOrder(orderBy, listKind), { updatedAt: '2024-05-06T00:00:00.000Z', ...record });
}
