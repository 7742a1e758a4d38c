import { OneNXError } from '@onenx/schema';
import type { ImportColumn } from './import-column.js';

/** How the columns and values of another system are called here. */
export interface ColumnMap {
  /** Their column → the name of ours; null: left out on purpose. */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** The name of our column → their value → ours. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a column of the file holds: one of ours, nothing that is wanted, or (without a name) nothing at all. */
export type HeaderColumn = ImportColumn | 'IGNORED' | 'UNNAMED';

export interface HeaderOptions {
  readonly columns: readonly ImportColumn[];
  /** For the messages. */
  readonly kind: string;
  readonly map?: ColumnMap;
}

/**
 * The column behind each heading: by name, English or Chinese label, or by the map. Throws COLUMN_UNKNOWN for a heading that is
 * nothing of these or stands twice, COLUMN_MISSING when a required column is not there.
 */
export function matchHeader(header: readonly string[], options: HeaderOptions): HeaderColumn[] {
  const find = finder(options);
  const matched = header.map((heading) => (heading.trim() === '' ? 'UNNAMED' : find(heading)));
  refuseMissing(header, matched, options);
  return matched.map((column, i) => {
    const heading = header[i]?.trim() ?? '';
    if (column === undefined) throw unknown(options.map?.columns?.[heading] ?? heading, options);
    if (typeof column === 'object' && matched.indexOf(column) < i) throw unknown(`${heading} (×2)`, options);
    return column;
  });
}

function refuseMissing(
  header: readonly string[],
  matched: readonly (HeaderColumn | undefined)[],
  { columns, kind }: HeaderOptions,
): void {
  const missing = columns.filter((column) => column.required && !matched.includes(column));
  if (missing.length === 0) return;
  const found = header.map((heading) => heading.trim()).join(', ');
  throw new OneNXError('COLUMN_MISSING', { expected: namesOf(missing), found, kind });
}

function finder(options: HeaderOptions): (heading: string) => ImportColumn | 'IGNORED' | undefined {
  const ours = new Map<string, ImportColumn>();
  for (const column of options.columns) {
    for (const label of [column.zh, column.en, column.name]) ours.set(normal(label), column);
  }
  const mapped = new Map(Object.entries(options.map?.columns ?? {}).map(([theirs, name]) => [normal(theirs), name]));
  return (heading) => {
    const name = mapped.get(normal(heading));
    return name === null ? 'IGNORED' : ours.get(normal(name ?? heading));
  };
}

function normal(heading: string): string {
  return heading.trim().toLowerCase();
}

function unknown(found: string, { columns }: HeaderOptions): OneNXError {
  return new OneNXError('COLUMN_UNKNOWN', { found, expected: namesOf(columns) });
}

function namesOf(columns: readonly ImportColumn[]): string {
  return columns.map((column) => `${column.name} (${column.zh})`).join(', ');
}
