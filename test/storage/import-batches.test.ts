import { expect, test } from '@jest/globals';
import { importRecords, type NodeDatabase } from '@onenx/node';
import * as fc from 'fast-check';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { csv, OTHER_STREET, stored, STREET, team, teamRow, tree } from '../kit/records.js';

const CATEGORIES = ['CHARITY', 'LIFE_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_SPORT'];

onEachDatabase('the batches of an import', (open) => {
  const write = temporaryFiles();

  async function bring(database: NodeDatabase, rows: Parameters<typeof csv>[0]) {
    const file = await write('teams.csv', csv(rows));
    return importRecords({ database, kind: team, file, source: 'a', tree });
  }

  test('are whole or not there at all, and importing again completes them', async () => {
    const database = await open([team]);
    const rows = Array.from({ length: 3500 }, (_, n) => teamRow(n));
    await bring(database, rows.slice(1200, 1210));
    await fail(database, 'T2500');
    const renamed = rows.map((row, n) => (n === 1205 ? { ...row, name: '新名' } : row));
    await expect(bring(database, renamed)).rejects.toThrow();
    expect(await stored(database, team)).toHaveLength(2000);
    await mend(database);
    expect(await bring(database, renamed)).toMatchObject({ inserted: 1500, updated: 0, unchanged: 2000, rejected: 0 });
  });

  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((value) => value.replaceAll(/\p{C}|\p{Z}/gu, '\'"?\\$1,'));
  const row = fc.record({
    place: fc.constantFrom(STREET, OTHER_STREET),
    name: text.map((value) => `名${value}`),
    category: fc.constantFrom(...CATEGORIES),
    members: fc.option(fc.nat(100_000)),
    meetingPlace: fc.option(text),
    externalId: fc.constant(null),
    filedAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map(day),
  });
  const rowsOf = fc
    .array(row, { minLength: 1, maxLength: 30 })
    .map((rows) => rows.map((one, n) => ({ ...teamRow(n), ...one, externalId: n % 2 === 0 ? `x${n}` : null })));

  test('any rows: importing twice is importing once, and their order does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.infiniteStream(fc.nat()), async (rows, random) => {
        const once = await open([team]);
        const turned = await open([team]);
        expect(await bring(once, rows)).toMatchObject({ inserted: rows.length, rejected: 0, problems: [] });
        const before = await stored(once, team);
        expect(await bring(once, rows)).toMatchObject({ unchanged: rows.length, inserted: 0, updated: 0 });
        expect(await stored(once, team)).toEqual(before);
        const shuffled = rows.map((one) => ({ one, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        await bring(
          turned,
          shuffled.map(({ one }) => one),
        );
        expect(await stored(turned, team)).toEqual(before);
        expect(before.map(({ name, members }) => [name, members])).toEqual(
          [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ name, members }) => [name, members]),
        );
      }),
      { numRuns: 10 },
    );
  });
});

function key({ place, teamNo }: { place?: unknown; teamNo?: unknown }): string {
  return `${String(place)}-${String(teamNo)}`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Makes the database refuse one record, as a full disk would in the middle of a batch. */
async function fail(database: NodeDatabase, teamNo: string): Promise<void> {
  const text =
    database.dialect === 'sqlite'
      ? `CREATE TRIGGER full BEFORE INSERT ON activity_team WHEN NEW.team_no = '${teamNo}' BEGIN SELECT RAISE(ABORT, 'full'); END`
      : `ALTER TABLE activity_team ADD CONSTRAINT disk CHECK (team_no <> '${teamNo}')`;
  await database.query({ text, params: [] });
}

async function mend(database: NodeDatabase): Promise<void> {
  const sqlite = database.dialect === 'sqlite';
  await database.query({
    text: sqlite ? 'DROP TRIGGER full' : 'ALTER TABLE activity_team DROP CONSTRAINT disk',
    params: [],
  });
}
