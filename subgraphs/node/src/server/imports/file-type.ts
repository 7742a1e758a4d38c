import type { FileFormat } from '../../import/write/file-shape.js';

/** The media type of each format of files. */
export const MEDIA_TYPE: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
