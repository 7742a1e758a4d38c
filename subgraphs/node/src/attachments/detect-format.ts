import { OneNXError } from '@onenx/schema';
import { open, type FileHandle } from 'node:fs/promises';
import { inspectText } from '../import/source/text-file.js';
import { ZIP_TAIL_BYTES, zipDirectory, zipEntries } from '../import/source/workbook/zip-directory.js';
import type { AttachmentFormat } from './formats.js';

const MAGIC = [
  ['pdf', Buffer.from('%PDF-')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
] as const;

const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** The part by which a document of Office Open XML (ECMA-376) is what it is. */
const MAIN_PART = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' } as const;
const MACROS = /vbaProject\.bin$/i;
const MOST_DIRECTORY_BYTES = 1024 * 1024;
const START_BYTES = 1024;

/** What the bytes of a file are, whatever its name; null for what may not be attached. Text is UTF-8 without control bytes. */
export async function detectFormat(path: string): Promise<AttachmentFormat | null> {
  await using file = await open(path);
  const { size } = await file.stat();
  const start = await bytesAt(file, { from: 0, count: Math.min(START_BYTES, size) });
  const known = MAGIC.find(([, magic]) => start.subarray(0, magic.length).equals(magic));
  if (known !== undefined) return known[0];
  if (start.subarray(0, ARCHIVE.length).equals(ARCHIVE)) return await officeFormat(file, size);
  return (await isUtf8({ path, bytes: size, start })) ? 'txt' : null;
}

/** A document with macros is a program too, and of another type. */
async function officeFormat(file: FileHandle, size: number): Promise<AttachmentFormat | null> {
  const names = await namesInArchive(file, size);
  if (names.some((name) => MACROS.test(name))) return null;
  if (names.includes(MAIN_PART.xlsx)) return 'xlsx';
  return names.includes(MAIN_PART.docx) ? 'docx' : null;
}

/** Reads no more of an archive than its directory; none where that is broken or larger than any document's. */
async function namesInArchive(file: FileHandle, size: number): Promise<string[]> {
  const tail = Math.min(ZIP_TAIL_BYTES, size);
  const directory = zipDirectory(await bytesAt(file, { from: size - tail, count: tail }));
  if (directory === null || directory.bytes > MOST_DIRECTORY_BYTES) return [];
  const bytes = await bytesAt(file, { from: directory.offset, count: directory.bytes });
  return (zipEntries(bytes, { start: 0, count: directory.count }) ?? []).map(({ name }) => name);
}

async function bytesAt(file: FileHandle, { from, count }: { from: number; count: number }): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
  return buffer.subarray(0, bytesRead);
}

async function isUtf8(file: Parameters<typeof inspectText>[0]): Promise<boolean> {
  try {
    return (await inspectText(file)).encoding === 'utf-8';
  } catch (error) {
    if (error instanceof OneNXError && error.code === 'FILE_NOT_TEXT') return false;
    throw error;
  }
}
