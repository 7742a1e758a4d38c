import { FILE_FORMATS, type FileFormat } from '@onenx/node';
import { extname } from 'node:path';

/** The format that a file's name says; CSV where it says none. */
export function formatOfFile(file: string | undefined): FileFormat {
  const extension = extname(file ?? '')
    .slice(1)
    .toLowerCase();
  return FILE_FORMATS.find((format) => format === extension) ?? (extension === 'jsonl' ? 'ndjson' : 'csv');
}
