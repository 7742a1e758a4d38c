import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { FollowedRegister, registerEntry } from '@onenx/cli';
import { importRecords, loadTree, NodeDatabase } from '@onenx/node';
import { placeKind, placeLevel, PlaceTree, type PlaceVersion } from '@onenx/schema';
import { locationOf, onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { putTree } from '../kit/store.js';

const CODES = ['310105000000', '310105001000', '310105001001', '310105001002'];
const HEADER = 'level,place,recordKind,keptSince,keptUntil,basis';
const DAY = '2026-01-01';

const write = temporaryFiles();

function version(code: string, index: number): PlaceVersion {
  const parent = [null, CODES[0], CODES[1], CODES[1]][index] ?? null;
  const dates = { validFrom: '2010-01-01', validTo: null };
  const said = { name: code, level: placeLevel(code), kind: placeKind(code), parent };
  return { code, ...said, ...dates, predecessors: [], synthetic: true };
}

onEachDatabase('the registers of nodes', (open) => {
  async function hub() {
    const database = await open([registerEntry]);
    await putTree(database, PlaceTree.of(CODES.map(version)));
    const tree = await loadTree(database);
    const own = await NodeDatabase.open({ location: locationOf(database), kinds: [registerEntry] });
    const add = async (...lines: string[]): Promise<number> => {
      const file = await write('registers.csv', [HEADER, ...lines, ''].join('\n'));
      const summary = await importRecords({ database, kind: registerEntry, tree, file, source: 'registers' });
      return summary.inserted + summary.updated;
    };
    return { add, own, register: await FollowedRegister.read(own, tree) };
  }

  const keeps = (register: FollowedRegister, code: string, request: object = {}): boolean =>
    register.of(request).keeps({ level: 'COMMITTEE', code }, 'Need', DAY);

  test('everybody keeps everything until somebody says something, and then what is said', async () => {
    const { add, register } = await hub();
    register.follow();
    try {
      expect(['310105001001', '310105001002'].map((code) => keeps(register, code))).toEqual([true, true]);
      const request = {};
      expect(keeps(register, '310105001002', request)).toBe(true);
      expect(await add('COMMITTEE,310105001000,*,2026-02-01,,x', 'COMMITTEE,310105001001,Need,2025-01-01,,x')).toBe(2);
      while (keeps(register, '310105001002')) await wait(50);
      expect(keeps(register, '310105001001')).toBe(true);
      // A request that began before goes on with what was said then.
      expect(keeps(register, '310105001002', request)).toBe(true);
      expect(await add('COMMITTEE,310105001001,Need,2025-01-01,2025-12-31,x')).toBe(1);
      while (keeps(register, '310105001001')) await wait(50);
    } finally {
      await register.close();
    }
  });

  test('stay as they were while the database does not answer', async () => {
    const { add, own, register } = await hub();
    await add('COMMITTEE,310105001001,Need,2026-02-01,,x');
    const followed = await FollowedRegister.read(own, await loadTree(own));
    await own.close();
    followed.follow();
    await wait(2_500);
    expect(keeps(followed, '310105001001')).toBe(false);
    expect(keeps(register, '310105001001')).toBe(true);
    await followed.close();
  });
});
