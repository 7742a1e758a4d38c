import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { importRecords, type NodeDatabase } from '@onenx/node';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { gb18030 } from '../kit/gb18030.js';
import { creditCode, csv, organization, organizationRow, stored, tree } from '../kit/records.js';

onEachDatabase('the file of an import', (open) => {
  const write = temporaryFiles();
  const rows = [organizationRow(1), organizationRow(2, { name: '上海“示例”,二' })];
  const bring = (database: NodeDatabase, file: string, more = {}) =>
    importRecords({ database, kind: organization, file, source: 'civil-affairs', tree, ...more });

  async function names(name: string, content: string | Uint8Array): Promise<unknown[]> {
    const database = await open([organization]);
    const summary = await bring(database, await write(name, content));
    expect(summary).toMatchObject({ rows: 2, inserted: 2, rejected: 0, problems: [], rejectsFile: null });
    return (await stored(database, organization)).map((row) => row['name']);
  }

  test('is UTF-8 with or without byte order mark, or GB18030, with line ends of any system', async () => {
    const expected = ['示例组织1', '上海“示例”,二'];
    expect(await names('plain.csv', csv(rows))).toEqual(expected);
    expect(await names('marked.csv', `\ufeff${csv(rows).replaceAll('\n', '\r\n')}`)).toEqual(expected);
    expect(await names('chinese.csv', gb18030(csv(rows)))).toEqual(expected);
    expect(await names('old.csv', csv(rows).replaceAll('\n', '\r'))).toEqual(expected);
  });

  test('is NDJSON by its name or its first character', async () => {
    const text = rows.map((row) => `${JSON.stringify({ ...row, communityOrganization: true })}\n`).join('');
    expect(await names('records.ndjson', text)).toHaveLength(2);
    expect(await names('records.txt', `\n${text}`)).toHaveLength(2);
  });

  test('has its columns in any order, under Chinese or English labels', async () => {
    const labels = { uscc: '统一社会信用代码', place: ' 所属区划代码 ', name: 'NAME', legalForm: '法人形式' } as Record<
      string,
      string
    >;
    const turned = rows.map((row) => Object.fromEntries(Object.entries(row).reverse()));
    const [header = '', ...body] = csv(turned).split('\n');
    const labelled = header.split(',').map((column) => labels[column] ?? column);
    expect(await names('labels.csv', [labelled.join(','), ...body].join('\n'))).toHaveLength(2);
  });

  test('may be of another system, whose columns and values are mapped', async () => {
    const database = await open([organization]);
    const theirs = csv([organizationRow(1, { status: '正常', 备注: 'x' })]).replace('uscc', '信用代码');
    const map = { columns: { 信用代码: 'uscc', 备注: null }, values: { status: { 正常: 'ACTIVE' } } };
    expect(await bring(database, await write('theirs.csv', theirs), { map })).toMatchObject({
      inserted: 1,
      rejected: 0,
    });
    expect(await stored(database, organization)).toMatchObject([{ status: 'ACTIVE', uscc: creditCode(1) }]);
  });

  test.each([
    ['a required column is missing', csv(rows).replace('uscc', '备注'), 'COLUMN_MISSING'],
    ['a column is unknown', csv([organizationRow(1, { remarks: 'x' })]), 'COLUMN_UNKNOWN'],
    ['a column stands twice', csv([organizationRow(1, { 名称: 'x' })]), 'COLUMN_UNKNOWN'],
    ['it is empty', '\n\n', 'FILE_EMPTY'],
    ['it has NUL bytes', Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0), 'FILE_NOT_TEXT'],
    ['it is an archive, whatever its name', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'FILE_NOT_WORKBOOK'],
    ['it is in no encoding', Uint8Array.of(0x61, 0xff, 0xff, 0x0a), 'FILE_NOT_TEXT'],
    ['its last byte is not text', Buffer.concat([Buffer.from(csv(rows)), Buffer.of(0xff)]), 'FILE_NOT_TEXT'],
  ])('lands nothing when %s', async (_, content, code) => {
    const database = await open([organization]);
    const file = await write('bad.csv', content);
    await expect(bring(database, file)).rejects.toMatchObject({ code });
    expect(await stored(database, organization)).toEqual([]);
    expect(await database.query({ text: 'SELECT * FROM import_batch', params: [] })).toEqual([]);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
  });

  test('has to be there', async () => {
    const database = await open([organization]);
    await expect(bring(database, '/nowhere/file.csv')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  test('tells how far it was read, and stops where it is told to', async () => {
    const database = await open([organization]);
    const many = await write('many.csv', csv(Array.from({ length: 2500 }, (_, n) => organizationRow(n))));
    const stop = new AbortController();
    const seen: unknown[] = [];
    const onProgress = (progress: { rows: number }) => {
      seen.push(progress);
      if (progress.rows === 2000) stop.abort(new Error('enough'));
    };
    await expect(bring(database, many, { onProgress, signal: stop.signal })).rejects.toThrow('enough');
    expect(seen).toMatchObject([
      { rows: 1000, landed: 1000, rejected: 0 },
      { rows: 2000, landed: 2000, rejected: 0 },
    ]);
    expect(await stored(database, organization)).toHaveLength(2000);
  });
});
