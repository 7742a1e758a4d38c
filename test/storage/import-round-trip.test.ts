import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { exportRecords, FILE_FORMATS, importRecords, type FileFormat, type NodeDatabase } from '@onenx/node';
import { LEVELS, type KindDefinition } from '@onenx/schema';
import * as fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { anyRecords } from '../kit/any-record.js';
import { onEachDatabase } from '../kit/databases.js';
import { temporaryFiles } from '../kit/files.js';
import { allKinds, tree } from '../kit/records.js';
import { clear, put } from '../kit/store.js';

/** Of each kind, in each format; every run of the tests has a seed of its own. */
const RUNS = Number(process.env['ONENX_ROUND_TRIPS'] ?? 1);

const LANGUAGES = ['names', 'zh', 'en'] as const;

interface Exported {
  readonly kind: KindDefinition;
  readonly format: FileFormat;
  readonly language: (typeof LANGUAGES)[number];
}

async function exported(database: NodeDatabase, shape: Exported): Promise<Buffer> {
  const out = new PassThrough();
  const reading = buffer(out);
  await exportRecords({ database, out, withPersonal: true, ...shape });
  out.end();
  return reading;
}

/** What a file says; of a workbook its cells, since an archive also holds the moment at which it was made. */
async function content(file: Buffer, format: FileFormat): Promise<unknown> {
  return format === 'xlsx' ? readWorkbook(file, { trim: false }) : file.toString('utf8');
}

onEachDatabase('what is exported and imported into an empty database', (open) => {
  const write = temporaryFiles();

  const language = fc.constantFrom(...LANGUAGES);

  test.each(LEVELS)(
    'is exported as the same file, in any format and language: every kind of the level %s',
    async (level) => {
      const kinds = allKinds.filter((kind) => kind.level === level);
      const [database, copy] = [await open(kinds), await open(kinds)];
      for (const kind of kinds) {
        const property = fc.asyncProperty(anyRecords(kind), language, async (records, language) => {
          await clear(database, [kind]);
          await put(database, kind, records);
          for (const format of FILE_FORMATS) {
            await clear(copy, [kind]);
            const first = await exported(database, { kind, format, language });
            const file = await write(`${kind.name}.${format}`, first);
            const summary = await importRecords({ database: copy, kind, file, source: 'office', tree });
            expect(summary).toMatchObject({ problems: [], rows: records.length, inserted: records.length });
            const second = await exported(copy, { kind, format, language });
            expect(await content(second, format)).toEqual(await content(first, format));
          }
        });
        await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
      }
    },
    60_000 * RUNS,
  );
});
