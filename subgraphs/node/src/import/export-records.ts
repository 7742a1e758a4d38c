import type { Writable } from 'node:stream';
import type { KindDefinition } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { raw } from '../database/sql.js';
import type { FileLanguage } from './columns/cell-writer.js';
import { columnsOf } from './columns/import-column.js';
import { RecordTable } from './store/record-table.js';
import { fileStart, lineWriter, writeTo } from './write-file.js';

const PAGE_ROWS = 1000;

export interface ExportOptions {
  readonly database: NodeDatabase;
  readonly kind: KindDefinition;
  /** Is written to, and left open. */
  readonly out: Writable;
  readonly language: FileLanguage;
  readonly format: 'csv' | 'ndjson';
  /** Personal fields are left out unless this says so; importing a file without them leaves them as they are. */
  readonly withPersonal?: boolean;
}

/**
 * Writes the records of a kind in the order of their ids, page by page, as `importRecords` reads them: importing the file
 * into the same node changes nothing. Resolves to the number of records.
 */
export async function exportRecords(options: ExportOptions): Promise<number> {
  const { database, kind, out, language, format, withPersonal = false } = options;
  const columns = columnsOf(kind).filter((column) => withPersonal || !column.personal);
  const line = lineWriter({ columns, language, format });
  const table = new RecordTable(kind, database);
  await writeTo(out, fileStart({ columns, language, format }));
  let written = 0;
  for (let after = ''; ;) {
    const page = await table.page(database.em(), { where: raw('1 = 1'), after, rows: PAGE_ROWS });
    const lines = page.map(({ values }) => line({ ...values, externalId: values['sourceKey'] }));
    await writeTo(out, lines.join(''));
    written += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return written;
    after = last.id;
  }
}
