import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { OneNXError } from '@onenx/schema';

/** A file that was read to its end once and is known to be text; nothing is written from a file that was not. */
export interface TextFile {
  readonly path: string;
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly format: 'csv' | 'ndjson';
}

const CHUNK_BYTES = 256 * 1024;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Throws FILE_NOT_TEXT where the bytes of a file are neither UTF-8 nor GB18030 text. */
export async function inspectText({ path, bytes, start }: FileStart): Promise<TextFile> {
  await refuseControlBytes(path);
  const encoding = await encodingOf(path, start);
  return { path, bytes, encoding, format: formatOf(path, start) };
}

/** What a file begins with, which tells what it is. */
export interface FileStart {
  readonly path: string;
  readonly bytes: number;
  readonly start: Buffer;
}

/** Throws FILE_NOT_FOUND where the path cannot be read. */
export async function readStart(path: string): Promise<FileStart> {
  try {
    const { size } = await stat(path);
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
      return { path, bytes: size, start: buffer.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new OneNXError('FILE_NOT_FOUND', { found: path }, { cause });
  }
}

/** In both encodings a byte under 0x20 stands for itself alone, so that bytes tell what a text never has. */
async function refuseControlBytes(path: string): Promise<void> {
  let offset = 0;
  for await (const chunk of chunksOf(path)) {
    const at = firstControl(chunk);
    if (at >= 0) {
      const byte = (chunk[at] ?? 0).toString(16).padStart(2, '0');
      throw new OneNXError('FILE_NOT_TEXT', { found: `0x${byte} @ ${offset + at}` });
    }
    offset += chunk.length;
  }
}

/** A plain loop: this runs over every byte of a file. */
function firstControl(chunk: Buffer): number {
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) return at;
  }
  return -1;
}

async function encodingOf(path: string, start: Buffer): Promise<TextFile['encoding']> {
  if (await decodes(path, 'utf-8')) return 'utf-8';
  const marked = start.subarray(0, 3).equals(UTF8_BOM);
  if (!marked && (await decodes(path, 'gb18030'))) return 'gb18030';
  throw new OneNXError('FILE_NOT_TEXT', { found: marked ? 'UTF-8 BOM ≠ UTF-8' : '≠ UTF-8, ≠ GB18030' });
}

async function decodes(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunksOf(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

function formatOf(path: string, start: Buffer): TextFile['format'] {
  if (/\.(ndjson|jsonl)$/i.test(path)) return 'ndjson';
  const text = start.subarray(0, 3).equals(UTF8_BOM) ? start.subarray(3) : start;
  return text.toString('latin1').trimStart().startsWith('{') ? 'ndjson' : 'csv';
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) yield chunk as Buffer;
}

/** The text of a file, piece by piece, without byte order mark and with every line end as `\n`. */
export async function* readText(file: TextFile, onBytes: (count: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding, { fatal: true });
  let held = '';
  let first = true;
  for await (const chunk of chunksOf(file.path)) {
    const text = held + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be the first half of a line end that the next piece completes.
    held = text.endsWith('\r') ? '\r' : '';
    yield unixLines(first ? text.replace(/^\ufeff/, '') : text, held);
    first = false;
    onBytes(chunk.length);
  }
  const rest = held + decoder.decode();
  if (rest !== '') yield unixLines(rest, '');
}

function unixLines(text: string, held: string): string {
  const body = held === '' ? text : text.slice(0, -1);
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
