import { open, rm, type FileHandle } from 'node:fs/promises';
import { OneNXError } from '@onenx/schema';
import { csvLine } from './csv-line.js';
import type { RowReport } from './rows/row-report.js';

const FIRST = 100;
const COLUMNS = ['line', 'column', 'code', 'found', 'expected', 'messageZh', 'messageEn'] as const;

/** The rows that were refused: all of them in a CSV file, which exists only if there are any, and the first 100 in memory. */
export class ReportFile {
  readonly problems: RowReport[] = [];
  private handle: FileHandle | null = null;

  constructor(private readonly file: string) {}

  /** Takes away the report of an earlier import of the same file. */
  async clear(): Promise<void> {
    await rm(this.file, { force: true });
  }

  /** Where the report is; null while no row was refused. */
  get path(): string | null {
    return this.handle === null ? null : this.file;
  }

  async add(reports: readonly RowReport[]): Promise<void> {
    if (reports.length === 0) return;
    for (const report of reports.slice(0, FIRST - this.problems.length)) this.problems.push(report);
    this.handle ??= await this.begin();
    await this.handle.write(reports.map((report) => csvLine(COLUMNS.map((name) => safe(report[name])))).join(''));
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }

  /** With a byte order mark: spreadsheets then read the Chinese messages as UTF-8. */
  private async begin(): Promise<FileHandle> {
    try {
      const handle = await open(this.file, 'w');
      await handle.write(`\ufeff${csvLine(COLUMNS)}`);
      return handle;
    } catch (cause) {
      throw new OneNXError('FILE_NOT_FOUND', { found: this.file }, { cause });
    }
  }
}

/** What a spreadsheet would run as a formula is kept from it by an apostrophe: the text came from a file that was refused. */
function safe(value: string | number): string {
  const text = String(value);
  return /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text;
}
