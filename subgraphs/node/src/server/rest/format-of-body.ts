import { OneNXError } from '@onenx/schema';
import type { IncomingMessage } from 'node:http';

/** The one of several formats, each with its media type, that a request says its body has. @throws MEDIA_TYPE_UNSUPPORTED */
export function formatOfBody<Format extends string>(
  { headers }: IncomingMessage,
  types: Readonly<Record<Format, string>>,
): Format {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const format = (Object.keys(types) as Format[]).find((one) => types[one] === type.trim());
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (format !== undefined && isPlain) return format;
  const found = isPlain ? type.trim() || '-' : `content-encoding ${headers['content-encoding']}`;
  throw new OneNXError('MEDIA_TYPE_UNSUPPORTED', { found, expected: Object.values(types).join(', ') });
}
