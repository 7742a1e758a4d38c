import { expect, test } from '@jest/globals';
import { importRecords, type NodeDatabase } from '@onenx/node';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { csv, stored, STREET, team, teamRow, tree } from '../kit/records.js';

onEachDatabase('importing again', (open) => {
  const write = temporaryFiles();

  async function bring(database: NodeDatabase, rows: Parameters<typeof csv>[0], more = {}) {
    const file = await write('teams.csv', csv(rows));
    return importRecords({ database, kind: team, file, source: 'a', tree, ...more });
  }

  const batches = (database: NodeDatabase) =>
    database.query({ text: 'SELECT * FROM import_batch ORDER BY finished_at', params: [] });

  test('the same file changes nothing and leaves no trace', async () => {
    const database = await open([team]);
    const rows = [teamRow(1, { externalId: 'x1' }), teamRow(2, { externalId: '' })];
    await bring(database, rows);
    const before = await database.query({ text: 'SELECT * FROM activity_team', params: [] });
    expect(await bring(database, rows)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(await database.query({ text: 'SELECT * FROM activity_team', params: [] })).toEqual(before);
    expect(await batches(database)).toMatchObject([
      { kind: 'ActivityTeam', source: 'a', inserted: 2, updated: 0, unchanged: 0, rejected: 0, closed: 0 },
    ]);
  });

  test('writes only what changed, as a next version', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1), teamRow(2)]);
    const summary = await bring(database, [teamRow(1), teamRow(2, { name: '新名' })]);
    expect(summary).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await stored(database, team)).toMatchObject([
      { team_no: 'T1', version: 1 },
      { team_no: 'T2', version: 2, name: '新名' },
    ]);
  });

  test('leaves alone what the file has no column for, and clears what it leaves empty', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { leader: '某', members: 12, state: 'LOCKED', endedAt: '2025-01-01' })]);
    expect(await bring(database, [teamRow(1)])).toMatchObject({ unchanged: 1 });
    expect(await bring(database, [teamRow(1, { members: '', state: '' })])).toMatchObject({ updated: 1 });
    expect(await stored(database, team)).toMatchObject([{ leader: '某', members: null, state: 'LOCKED' }]);
    const reversed = await bring(database, [teamRow(1, { filedAt: '2025-06-01' })]);
    expect(reversed.problems).toMatchObject([{ code: 'DATES_REVERSED', column: 'endedAt' }]);
  });

  test('refuses what is older than what is stored, unless it says the same', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { updatedAt: '2024-05-02' })]);
    expect(await bring(database, [teamRow(1, { updatedAt: '2024-05-01' })])).toMatchObject({ unchanged: 1 });
    const summary = await bring(database, [teamRow(1, { updatedAt: '2024-05-01', name: '旧名' })]);
    expect(summary.problems).toMatchObject([{ code: 'STALE', found: '2024-05-01', expected: '2024-05-02', line: 2 }]);
    expect(await bring(database, [teamRow(1, { updatedAt: '2024-05-02', name: '新名' })])).toMatchObject({
      updated: 1,
    });
    expect(await stored(database, team)).toMatchObject([{ name: '新名', updated_at: '2024-05-02' }]);
  });

  test('knows a record by the number of its source when its key changes, and by its new key from then on', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { externalId: 'x' })]);
    const id = `${STREET}-T-T1`;
    const byKey = { ...teamRow(1), teamNo: 'T9' };
    const changed = { ...byKey, externalId: 'x' };
    expect(await bring(database, [changed])).toMatchObject({ updated: 1, inserted: 0 });
    expect(await stored(database, team)).toMatchObject([{ id, team_no: 'T9', version: 2 }]);
    expect(await bring(database, [{ ...byKey, name: '新名' }])).toMatchObject({ updated: 1, inserted: 0 });
    expect(await bring(database, [teamRow(1)])).toMatchObject({ updated: 0, inserted: 1 });
    expect(await bring(database, [teamRow(1), byKey])).toMatchObject({ unchanged: 1, updated: 1 });
    expect((await stored(database, team)).map((row) => [row['id'], row['team_no']])).toEqual([
      [id, 'T9'],
      [`${id}~2`, 'T1'],
    ]);
  });

  test('lets a key change hands within one file', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { externalId: 'x' }), teamRow(2, { externalId: 'y' })]);
    const rows = [teamRow(3, { externalId: 'x' }), teamRow(1, { externalId: 'y' }), teamRow(2, { externalId: 'z' })];
    expect(await bring(database, rows)).toMatchObject({ updated: 2, inserted: 1, rejected: 0 });
    const numbered = (await stored(database, team)).map((row) => [row['source_key'], row['team_no']]);
    expect(Object.fromEntries(numbered)).toEqual({ x: 'T3', y: 'T1', z: 'T2' });
    expect(await bring(database, rows)).toMatchObject({ unchanged: 3 });
  });

  test('refuses a row whose key is one record and whose number another', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { externalId: 'x' }), teamRow(2, { externalId: 'y' })]);
    const summary = await bring(database, [teamRow(1, { externalId: 'y' })]);
    expect(summary.problems).toMatchObject([{ code: 'KEY_TAKEN', found: 'T1', expected: 'y' }]);
  });

  test('from another system changes nothing that it does not say otherwise', async () => {
    const database = await open([team]);
    await bring(database, [teamRow(1, { externalId: 'x' })]);
    const other = { source: 'b' };
    expect(await bring(database, [teamRow(1, { externalId: 'other' })], other)).toMatchObject({ unchanged: 1 });
    expect(await bring(database, [teamRow(1, { externalId: 'other', name: '新名' })], other)).toMatchObject({
      updated: 1,
    });
    expect(await stored(database, team)).toMatchObject([{ source_system: 'b', source_key: 'other', name: '新名' }]);
  });
});
