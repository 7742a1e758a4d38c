import type { Writable } from 'node:stream';
import type { CodeSet, KindDefinition } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { raw } from '../database/sql.js';
import { answeredFor } from '../lists/answered-for.js';
import type { FileLanguage } from './columns/cell-writer.js';
import { columnsOf } from './columns/import-column.js';
import { RecordTable } from './store/record-table.js';
import type { FileFormat } from './write/file-shape.js';
import { openWriter } from './write/open-writer.js';

const PAGE_ROWS = 1000;

export interface ExportOptions {
  readonly database: NodeDatabase;
  readonly kind: KindDefinition;
  /** Is written to, and left open. */
  readonly out: Writable;
  readonly language: FileLanguage;
  readonly format: FileFormat;
  /** Records of these places alone; all when left out. */
  readonly codes?: CodeSet;
  /** Personal fields are left out unless this says so; importing a file without them leaves them as they are. */
  readonly withPersonal?: boolean;
}

/**
 * Writes the records of a kind in the order of their ids, page by page, as `importRecords` reads them: importing the file
 * into the same node changes nothing. Resolves to the number of records. @throws FILE_TOO_LARGE for a workbook
 */
export async function exportRecords(options: ExportOptions): Promise<number> {
  const { database, kind, out, language, format, codes, withPersonal = false } = options;
  const columns = columnsOf(kind).filter((column) => withPersonal || !column.personal);
  const writer = await openWriter(out, { columns, language, format });
  const table = new RecordTable(kind, database);
  const where = codes === undefined ? raw('1 = 1') : answeredFor(codes);
  let written = 0;
  for (let after = ''; ;) {
    const page = await table.page(database.em(), { where, after, rows: PAGE_ROWS });
    await writer.add(page.map(({ values }) => ({ ...values, externalId: values['sourceKey'] })));
    written += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) break;
    after = last.id;
  }
  await writer.end();
  return written;
}
