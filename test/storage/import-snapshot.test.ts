import { expect, test } from '@jest/globals';
import { importRecords, type NodeDatabase } from '@onenx/node';
import { parseCodeSet } from '@onenx/schema';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { csv, kindNamed, OTHER_STREET, stored, team, teamRow, tree } from '../kit/records.js';

const TODAY = '2026-03-05';

onEachDatabase('a snapshot', (open) => {
  const write = temporaryFiles();
  const teams = Array.from({ length: 10 }, (_, n) => teamRow(n));

  async function bring(database: NodeDatabase, rows: Parameters<typeof csv>[0], more = {}) {
    const file = await write('teams.csv', csv(rows));
    const now = () => new Date(`${TODAY}T01:00:00Z`);
    return importRecords({ database, kind: team, file, source: 'a', tree, now, ...more });
  }
  const snapshot = { mode: 'snapshot', maxClosePercent: 20 } as const;
  const ended = async (database: NodeDatabase) =>
    (await stored(database, team)).flatMap((row) =>
      row['ended_at'] === null ? [] : [[row['team_no'], row['ended_at']]],
    );

  test('ends what it no longer names, once', async () => {
    const database = await open([team]);
    await bring(database, teams);
    const rows = [...teams.slice(2), teamRow(10)];
    expect(await bring(database, rows, snapshot)).toMatchObject({ inserted: 1, unchanged: 8, closed: 2, withheld: 0 });
    expect(await ended(database)).toEqual([
      ['T0', TODAY],
      ['T1', TODAY],
    ]);
    expect((await stored(database, team))[0]).toMatchObject({ version: 2, updated_at: TODAY });
    expect(await bring(database, rows, snapshot)).toMatchObject({ unchanged: 9, closed: 0 });
  });

  test('over the limit changes nothing at all', async () => {
    const database = await open([team]);
    await bring(database, teams);
    const before = await stored(database, team);
    const rows = [...teams.slice(3), teamRow(10)];
    await expect(bring(database, rows, snapshot)).rejects.toMatchObject({
      code: 'CLOSE_LIMIT',
      params: { found: '3/10 (30%)', expected: '20%' },
    });
    await expect(bring(database, teams.slice(1), { mode: 'snapshot' })).rejects.toMatchObject({ code: 'CLOSE_LIMIT' });
    expect(await stored(database, team)).toEqual(before);
  });

  test('ends only what is of its source and within the node', async () => {
    const database = await open([team]);
    await bring(database, teams);
    await bring(database, [teamRow(20)], { source: 'b' });
    await bring(database, [teamRow(30, { place: OTHER_STREET })]);
    const rest = { ...snapshot, owns: parseCodeSet('310105001') };
    expect(await bring(database, teams.slice(1), rest)).toMatchObject({ closed: 1 });
    expect(await ended(database)).toEqual([['T0', TODAY]]);
  });

  test('keeps a record whose row is refused, and ends nothing while a key cannot be read', async () => {
    const database = await open([team]);
    await bring(database, teams);
    const faulty = [teamRow(0, { status: 'x' }), ...teams.slice(1, 9)];
    expect(await bring(database, faulty, snapshot)).toMatchObject({ rejected: 1, closed: 1 });
    const unreadable = [{ ...teamRow(0), teamNo: '' }, ...teams.slice(1, 9)];
    expect(await bring(database, unreadable, snapshot)).toMatchObject({ rejected: 1, closed: 0, withheld: 1 });
  });

  test('knows a record by the number of its source though its key is another', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { externalId: 'x' })]);
    const rows = [{ ...teamRow(1, { externalId: 'x' }), teamNo: 'T9' }];
    expect(await bring(database, rows, snapshot)).toMatchObject({ updated: 1, closed: 0 });
    expect(await bring(database, rows, snapshot)).toMatchObject({ unchanged: 1, closed: 0 });
  });

  test('is refused where the end of a record is part of its key', async () => {
    const kind = kindNamed('DistrictObservation');
    const database = await open([kind]);
    await expect(bring(database, teams, { kind, ...snapshot })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});
