import { OneNXError } from '@onenx/schema';
import type { IncomingMessage } from 'node:http';
import type { FileFormat } from '../../import/write/file-shape.js';

/** The media type of each format of files. */
export const MEDIA_TYPE: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const FORMATS = Object.keys(MEDIA_TYPE) as FileFormat[];

/** The format that a request says its body has. @throws MEDIA_TYPE_UNSUPPORTED */
export function formatOfBody({ headers }: IncomingMessage): FileFormat {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const format = FORMATS.find((one) => MEDIA_TYPE[one] === type.trim());
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (format !== undefined && isPlain) return format;
  const found = isPlain ? type.trim() || '-' : `content-encoding ${headers['content-encoding']}`;
  throw new OneNXError('MEDIA_TYPE_UNSUPPORTED', { found, expected: Object.values(MEDIA_TYPE).join(', ') });
}
