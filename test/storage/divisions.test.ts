import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { loadTree, type NodeDatabase } from '@onenx/node';
import { exportDivisions, importDivisions } from '../../subgraphs/node/src/import/import-divisions.js';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';

const PUBLISHED = `code,name,level,parent
310105000000,长宁区,district,
310105001000,华阳路街道,street,310105000000
310105001001,示例居委会,committee,310105001000
310105102000,新泾镇,STREET,310105000000
`;

onEachDatabase('importing divisions', (open) => {
  const write = temporaryFiles();
  const bring = async (database: NodeDatabase, content: string, validFrom?: string) =>
    importDivisions({ database, file: await write('places.csv', content), validFrom });
  const count = async (database: NodeDatabase) =>
    database.query<{ n: unknown }>({ text: 'SELECT count(*) AS n FROM place_version', params: [] });

  test('makes the tree, once', async () => {
    const database = await open([]);
    expect((await loadTree(database)).editions).toEqual([]);
    const { summary, again } = {
      summary: await bring(database, PUBLISHED, '2014-01-01'),
      again: await bring(database, PUBLISHED, '2014-01-01'),
    };
    expect(summary).toMatchObject({ rows: 4, inserted: 4, rejected: 0, rejectsFile: null });
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
    const tree = await loadTree(database);
    expect(tree.version('310105102000', '2020-01-01')).toEqual({
      code: '310105102000',
      name: '新泾镇',
      level: 'STREET',
      kind: 'TOWN',
      parent: '310105000000',
      validFrom: '2014-01-01',
      validTo: null,
      predecessors: [],
      synthetic: false,
    });
    expect(tree.at('2020-01-01').descendants('310105000000')).toHaveLength(3);
    const noted = await database.query({ text: 'SELECT kind, inserted FROM import_batch', params: [] });
    expect(noted).toMatchObject([{ kind: 'PlaceVersion', inserted: 4 }]);
  });

  test('reads Chinese headings, short codes, dates and predecessors, and takes the parent from the code', async () => {
    const database = await open([]);
    const file = `名称,代码,级别,生效日期,失效日期,前身代码,示例数据
示例区,310105,区,2000/1/1,,,是
示例街道,310105001,街镇,2000/1/1,2020-01-01,,是
示例新街道,310105003,街镇,2020-01-01,,310105001 310105002,是
`;
    expect(await bring(database, file)).toMatchObject({ inserted: 3, problems: [] });
    const tree = await loadTree(database);
    expect(tree.version('310105003000', '2021-01-01')).toMatchObject({
      parent: '310105000000',
      predecessors: ['310105001000', '310105002000'],
      synthetic: true,
    });
    expect(tree.resolve('310105001000', '2021-01-01')).toBe('310105003000');
  });

  test('merges with what is there by code and first day', async () => {
    const database = await open([]);
    await bring(database, PUBLISHED, '2014-01-01');
    const later = `code,name,validFrom,validTo
310105001001,示例居委会,2014-01-01,2020-01-01
310105001001,示例新居委会,2020-01-01,
310105102000,新泾镇,2014-01-01,
`;
    expect(await bring(database, later)).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
    expect((await loadTree(database)).latest('310105001001')).toMatchObject({ name: '示例新居委会' });
  });

  test.each([
    ['a code of another level than it says', '310105009000,x,district,310105000000', 'DIVISION_CODE_LEVEL'],
    ['a malformed code', '31010,x,street,310105000000', 'DIVISION_CODE_MALFORMED'],
    ['a province', '310000000000,x,,', 'DIVISION_CODE_LEVEL'],
    ['another name for the same place and day', '310105001000,x,street,310105000000', 'KEY_REPEATED'],
  ])('lands nothing where a row has %s', async (_, row, code) => {
    const database = await open([]);
    const summary = await bring(database, `${PUBLISHED}${row}\n`, '2014-01-01');
    expect(summary).toMatchObject({ rows: 5, inserted: 0, rejected: 1 });
    expect(summary.problems).toMatchObject([{ line: 6, code }]);
    expect(summary.rejectsFile).not.toBeNull();
    expect(Number((await count(database))[0]?.n)).toBe(0);
  });

  test.each([
    ['a parent is missing', '310105999001,x,committee,310105999000', 'DIVISION_TREE_BROKEN'],
    ['a place ends before it begins', '310105003000,x,street,310105000000,2013-01-01', 'DATES_REVERSED'],
  ])('lands nothing where %s', async (_, row, code) => {
    const database = await open([]);
    const rows = PUBLISHED.trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => `${line},`);
    const file = ['code,name,level,parent,validTo', ...rows, row.split(',').length === 5 ? row : `${row},`].join('\n');
    await expect(bring(database, file, '2014-01-01')).rejects.toMatchObject({ code });
    expect(Number((await count(database))[0]?.n)).toBe(0);
  });

  test('needs the first day from the file or its caller', async () => {
    const database = await open([]);
    await expect(bring(database, PUBLISHED)).rejects.toMatchObject({ code: 'COLUMN_MISSING' });
  });

  test.each(['names', 'zh', 'en'] as const)(
    'an export that is imported again changes nothing (%s)',
    async (language) => {
      const database = await open([]);
      await bring(database, PUBLISHED, '2014-01-01');
      const out = new PassThrough();
      const reading = readAll(out);
      expect(await exportDivisions({ database, out, language, format: 'csv' })).toBe(4);
      out.end();
      expect(await bring(database, await reading)).toMatchObject({ rows: 4, unchanged: 4, rejected: 0 });
    },
  );
});
