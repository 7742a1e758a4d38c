import { OneNXError } from '@onenx/schema';
import { required } from '../server/rest/read-query.js';
import { extensionsOf, type AttachmentFormat } from './formats.js';

const MOST_CHARACTERS = 255;

/** Control characters, separators of paths, and what turns the direction of writing: `exe.gpj` would look like `jpg.exe`. */
const FORBIDDEN = /[\p{Cc}\p{Bidi_Control}/\\]/u;

/**
 * The `filename` of a query: what its reader's machine goes by, so that it has to end as its format does. It names nothing
 * here, and may be personal: no error repeats it. @throws ARGUMENT_INVALID
 */
export function readFilename(query: URLSearchParams, format: AttachmentFormat): string {
  const [extension = '', ...others] = extensionsOf(format);
  const name = required(query, 'filename', `*${extension}`).normalize('NFC');
  const forbidden = FORBIDDEN.exec(name)?.[0];
  if (forbidden !== undefined) throw invalid(codePoint(forbidden), '≠ control, / \\');
  const length = Array.from(name).length;
  if (length > MOST_CHARACTERS) throw invalid(length, `≤ ${MOST_CHARACTERS}`);
  const ends = [extension, ...others];
  if (ends.some((end) => name.length > end.length && name.toLowerCase().endsWith(end))) return name;
  throw invalid(`≠ *${extension}`, ends.map((end) => `*${end}`).join(', '));
}

/** RFC 6266: the name in ASCII for old clients, and as it is by RFC 8187. */
export function contentDisposition(filename: string): string {
  const ascii = filename.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function invalid(found: string | number, expected: string): OneNXError {
  return new OneNXError('ARGUMENT_INVALID', { argument: 'filename', found, expected });
}
