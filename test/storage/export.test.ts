import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { exportRecords, importRecords, template, type NodeDatabase } from '@onenx/node';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { csv, kindNamed, organization, organizationRow, stored, STREET, team, teamRow, tree } from '../kit/records.js';

onEachDatabase('an export', (open) => {
  const write = temporaryFiles();

  async function bring(database: NodeDatabase, kind = team, content = '', more = {}) {
    const file = await write('rows.csv', content);
    return importRecords({ database, kind, file, source: 'a', tree, ...more });
  }

  async function exported(options: Omit<Parameters<typeof exportRecords>[0], 'out'>): Promise<string> {
    const out = new PassThrough({ highWaterMark: 512 });
    const reading = buffer(out);
    await exportRecords({ ...options, out });
    out.end();
    return (await reading).toString();
  }

  const shapes = (['names', 'zh', 'en'] as const).flatMap((language) =>
    (['csv', 'ndjson'] as const).map((format) => ({ language, format })),
  );

  test.each(shapes)('that is imported again changes nothing ($language, $format)', async (shape) => {
    const database = await open([organization]);
    const odd = {
      name: '“引号”"与,逗号\n和换行',
      closedAt: '2020-01-01',
      category: 'CHARITY',
      legalRepresentative: '某人',
    };
    const plain = {
      closedAt: '',
      category: '',
      legalRepresentative: '',
      state: 'LOCKED',
      externalId: 'x1',
      synthetic: '是',
    };
    const rows = [organizationRow(1, { ...plain, ...odd }), organizationRow(2, plain)];
    await bring(database, organization, csv(rows.map((row, n) => ({ ...row, externalId: `x${n}` }))));
    const before = await stored(database, organization);
    const content = await exported({ database, kind: organization, ...shape });
    expect(content).not.toContain('某人');
    expect(await bring(database, organization, content)).toMatchObject({ rows: 2, unchanged: 2, rejected: 0 });
    expect(await bring(database, organization, content, { source: 'other' })).toMatchObject({ unchanged: 2 });
    expect(await stored(database, organization)).toEqual(before);

    const whole = await exported({ database, kind: organization, ...shape, withPersonal: true });
    const copy = await open([organization]);
    expect(await bring(copy, organization, whole)).toMatchObject({ inserted: 2, problems: [] });
    expect(await stored(copy, organization)).toEqual(before);
  });

  test('has numbers as an import reads them', async () => {
    const kind = kindNamed('CommitteeObservation');
    const measure = kind.measures.flatMap((one) =>
      'basis' in one && 'observed' in one.basis ? [one.basis.observed] : [],
    )[0];
    const database = await open([kind]);
    const row = { place: '310105001001', measure: measure ?? '', periodFrom: '2024-01-01', periodTo: '2024-12-31' };
    await bring(
      database,
      kind,
      csv([
        { ...row, numerator: '0.00000012' },
        { ...row, periodTo: '2024-06-30', numerator: `1${'0'.repeat(22)}` },
      ]),
    );
    const content = await exported({ database, kind, language: 'names', format: 'csv' });
    expect(content).toContain(',0.00000012,');
    expect(content).toContain(`,1${'0'.repeat(22)},`);
    expect(await bring(database, kind, content)).toMatchObject({ unchanged: 2, rejected: 0 });
  });

  test('is read in pages by id and begins with the header of the template', async () => {
    const statements: string[] = [];
    const database = await open([team], (text) => statements.push(text));
    await bring(database, team, csv(Array.from({ length: 2100 }, (_, n) => teamRow(n, { leader: '某' }))));
    statements.length = 0;
    const content = await exported({ database, kind: team, language: 'zh', format: 'csv', withPersonal: true });
    expect(content.trimEnd().split('\n')).toHaveLength(2101);
    expect(content.startsWith(template(team, 'zh'))).toBe(true);
    expect(content).toContain(`\n${STREET},T1,示例团队1,文体活动,`);
    expect(statements.filter((text) => text.includes('activity_team'))).toHaveLength(3);
  });
});
