import { OneNXError } from '@onenx/schema';
import type { IncomingMessage } from 'node:http';
import { expectSmall } from '../rest/spool.js';

const MOST_BYTES = 50 * 1024 * 1024;

/**
 * The JSON of a request's body; undefined for a body of another type, of which Apollo Server says what it thinks. @throws
 * OPERATION_MALFORMED, FILE_TOO_LARGE
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') return undefined;
  expectPlain(request, parameters);
  expectSmall(request, MOST_BYTES);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES)
      throw new OneNXError('FILE_TOO_LARGE', { found: `> ${MOST_BYTES} B`, expected: `${MOST_BYTES} B` });
    chunks.push(chunk as Buffer);
  }
  return parse(Buffer.concat(chunks).toString('utf8'));
}

function expectPlain({ headers }: IncomingMessage, parameters: readonly string[]): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  const charset = parameters
    .map((one) => /^\s*charset="?([^"]*)"?\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  const found = encoding !== 'identity' ? `content-encoding ${encoding}` : charset;
  if (found === undefined || found === 'utf-8' || found === 'utf8') return;
  throw new OneNXError('MEDIA_TYPE_UNSUPPORTED', { found, expected: 'application/json; charset=utf-8' });
}

function parse(text: string): unknown {
  // As with body-parser: a body of nothing is an empty object, which Apollo Server refuses by its own words.
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OneNXError('OPERATION_MALFORMED', { found: 'JSON ✗', expected: 'JSON {"query": …}' }, { cause });
  }
}
