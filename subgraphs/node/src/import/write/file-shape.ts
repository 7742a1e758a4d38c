import type { FieldValue } from '@onenx/schema';
import type { FileLanguage } from '../columns/cell-writer.js';
import type { ImportColumn } from '../columns/import-column.js';

export const FILE_FORMATS = ['csv', 'ndjson', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a file of records looks like. */
export interface FileShape {
  readonly columns: readonly ImportColumn[];
  readonly language: FileLanguage;
  readonly format: FileFormat;
}

export type Values = Readonly<Record<string, FieldValue | undefined>>;

/** Writes records to a file one after the other; `end` writes what is still to come and leaves the stream open. */
export interface FileWriter {
  add(records: readonly Values[]): Promise<void>;
  end(): Promise<void>;
}
