import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { exportRecords, importRecords, templateFile, type NodeDatabase } from '@onenx/node';
import * as fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { workbook } from '../../subgraphs/node/src/import/write/workbook.js';
import { readSheet } from '../../subgraphs/node/src/import/source/workbook/read-sheet.js';
import { archive } from '../kit/archive.js';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { csv, kindNamed, organization, organizationRow, stored, STREET, team, teamRow, tree } from '../kit/records.js';

/** What a person typed into a spreadsheet, which chose the cells' types. */
async function typed(data: SheetData, options = {}): Promise<Buffer> {
  return writeWorkbook(data, { dateFormat: 'yyyy-mm-dd', ...options }).toBuffer();
}

const HEADER = ['所属区划代码', '备案编号', '名称', '类别(四个领域)', '备案状态', '成员人数', '备案日期'];
const TEXT = ['310105001', 'T1', '示例团队', '文体活动', '已备案'];

onEachDatabase('the workbook of an import', (open) => {
  const write = temporaryFiles();

  async function bring(database: NodeDatabase, content: Uint8Array, more = {}) {
    const file = await write('teams.xlsx', content);
    return importRecords({ database, kind: team, file, source: 'a', tree, ...more });
  }

  test('has days, numbers and codes as a spreadsheet keeps them, and its lines are its rows', async () => {
    const database = await open([team]);
    const rows = [
      [],
      HEADER,
      [...TEXT, 12, new Date('2024-05-06')],
      [],
      [310105001000, 'T2', '示例二队', '文体活动', 'FILED', '15', '2024/5/7'],
      ['310105001', 'T3', '示例三队', '文体活动', '无此状态', 1.5, new Date('2024-05-06T13:30:00Z')],
    ];
    const summary = await bring(database, await typed(rows));
    expect(summary).toMatchObject({ rows: 3, inserted: 2, rejected: 1 });
    expect(summary.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '6 status VALUE_NOT_IN_LIST',
      '6 members NUMBER_INVALID',
      '6 filedAt DATE_INVALID',
    ]);
    expect(await stored(database, team)).toMatchObject([
      { place: STREET, team_no: 'T1', members: 12, filed_at: '2024-05-06' },
      { place: STREET, team_no: 'T2', members: 15, filed_at: '2024-05-07' },
    ]);
  });

  test('gives what CSV gives, and its export changes nothing', async () => {
    const rows = Array.from({ length: 2100 }, (_, n) => organizationRow(n, { synthetic: '是', category: 'CHARITY' }));
    const [fromSheet, fromText] = [await open([organization]), await open([organization])];
    const columns = Object.keys(rows[0] ?? {});
    const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
    const kind = { kind: organization };
    expect(await bring(fromSheet, await workbook([{ title: 'x', rows: cells }]), kind)).toMatchObject({
      inserted: 2100,
    });
    await bring(fromText, Buffer.from(csv(rows)), kind);
    expect(await stored(fromSheet, organization)).toEqual(await stored(fromText, organization));
    for (const language of ['names', 'zh', 'en'] as const) {
      const out = new PassThrough();
      const reading = buffer(out);
      await exportRecords({ database: fromSheet, ...kind, out, language, format: 'xlsx' });
      out.end();
      expect(await bring(fromSheet, await reading, kind)).toMatchObject({ rows: 2100, unchanged: 2100, rejected: 0 });
    }
  });

  test('is read from its first sheet alone', async () => {
    const database = await open([team]);
    const columns = ['place', 'teamNo', 'name', 'category', 'status', 'filedAt'];
    const sheet = (n: number) => [columns, columns.map((column) => String(teamRow(n)[column]))];
    const content = await workbook([
      { title: 'one', rows: sheet(1) },
      { title: 'two', rows: sheet(2) },
    ]);
    expect(await bring(database, content)).toMatchObject({ rows: 1, inserted: 1 });
  });

  test.each([
    ['is no workbook', async () => Buffer.from('PK\u0003\u0004nothing'), 'FILE_NOT_WORKBOOK'],
    ['is cut off', async () => (await typed([HEADER])).subarray(0, -30), 'FILE_NOT_WORKBOOK'],
    ['is another archive', async () => archive('a.txt', Buffer.from('a'), 1), 'FILE_NOT_WORKBOOK'],
    ['is empty', async () => typed([[]]), 'FILE_EMPTY'],
    ['unpacks to more than it says', async () => archive('xl/a.xml', Buffer.alloc(300 * 2 ** 20), 1), 'FILE_TOO_LARGE'],
    [
      'is larger than memory',
      async () => Buffer.concat([await typed([[]]), Buffer.alloc(33 * 2 ** 20)]),
      'FILE_TOO_LARGE',
    ],
  ])('lands nothing when it %s', async (_, content, code) => {
    const database = await open([team]);
    await expect(bring(database, await content())).rejects.toMatchObject({ code });
    expect(await stored(database, team)).toEqual([]);
  });

  test('tells how far it was read', async () => {
    const database = await open([team]);
    const columns = Object.keys(teamRow(0));
    const rows = [columns, ...Array.from({ length: 2500 }, (_, n) => columns.map((name) => String(teamRow(n)[name])))];
    const content = await workbook([{ title: 'x', rows }]);
    const seen: { bytesRead: number; bytesTotal: number; rows: number }[] = [];
    await bring(database, content, { onProgress: (progress: (typeof seen)[number]) => seen.push(progress) });
    expect(seen.map((one) => one.rows)).toEqual([1000, 2000, 2500]);
    expect(seen.at(-1)?.bytesRead).toBe(content.length);
    expect(seen.at(-1)?.bytesTotal).toBe(content.length);
  });

  test('of an export with more than a workbook can hold is refused by name', async () => {
    const database = await open([team]);
    const columns = Object.keys(teamRow(0));
    const line = (n: number) => columns.map((name) => String(teamRow(n)[name])).join(',');
    await bring(
      database,
      Buffer.from(`${columns.join()}\n${Array.from({ length: 28_000 }, (_, n) => line(n)).join('\n')}`),
    );
    const out = new PassThrough();
    out.resume();
    const asked = { database, kind: team, out, language: 'names', format: 'xlsx' } as const;
    await expect(exportRecords(asked)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('a workbook', () => {
  const write = temporaryFiles();

  test('keeps any text to the last character', async () => {
    const odd = fc.constantFrom(
      '_x0041_',
      '__proto__',
      'constructor',
      'toString',
      '_x005F_x0041_',
      '\u0001',
      '\r\n',
      '\uffff',
      '000123',
      '310105009000',
      '=1+1',
      ' a ',
    );
    const text = fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1 })).filter((value) => value.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const file = await write(
          'any.xlsx',
          await workbook([{ title: 'x', rows: [['x'], ...texts.map((one) => [one])] }]),
        );
        expect((await readSheet(file)).slice(1).flat()).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });

  test('as a template has the columns, what they hold and the codes there are', async () => {
    const file = await templateFile(kindNamed('ActivityTeam'), { language: 'zh', format: 'xlsx' });
    const sheets = await readWorkbook(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['data', '说明 columns', '代码表 lists']);
    expect(sheets[0]?.data[0]?.slice(0, 3)).toEqual(['所属区划代码', '备案编号', '名称']);
    expect(sheets[1]?.data).toContainEqual([
      'members',
      '成员人数',
      'Members',
      null,
      '整数 (whole number) ≥ 0 ≤ 100000',
    ]);
    expect(sheets[2]?.data).toContainEqual(['TeamStatus', 'FILED', '已备案', 'Filed']);
  });
});
