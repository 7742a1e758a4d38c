import { createInflateRaw } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** Why an archive is not read: it is none, or what it holds is larger than the limit. */
type ZipFault = 'BROKEN' | 'TOO_LARGE';

/**
 * Unpacks every entry of a ZIP archive and keeps nothing but the number of its bytes: a small file may hold what no memory
 * does, and what its directory says of sizes need not be true. Null when all is within the limit.
 */
export async function zipFault(archive: Buffer, limit: number): Promise<ZipFault | null> {
  const entries = readDirectory(archive);
  if (entries === null) return 'BROKEN';
  let left = limit;
  for (const entry of entries) {
    const size = entry.isStored ? entry.packed.length : await inflatedSize(entry.packed, left);
    if (size === null) return 'BROKEN';
    left -= size;
    if (left < 0) return 'TOO_LARGE';
  }
  return null;
}

interface Entry {
  readonly packed: Buffer;
  readonly isStored: boolean;
}

/** The entries of the central directory, which is what a reader of workbooks goes by; null where there is no such. */
function readDirectory(archive: Buffer): Entry[] | null {
  const end = findEnd(archive);
  if (end < 0) return null;
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return null;
    const header = archive.readUInt32LE(at + 42);
    if (header + 30 > archive.length) return null;
    const data = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(data, data + archive.readUInt32LE(at + 20));
    entries.push({ packed, isStored: archive.readUInt16LE(at + 10) === 0 });
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - END_BYTES; at >= Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT); at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/** Stops as soon as there is more than `most`; null where the bytes are not deflated data. */
async function inflatedSize(packed: Buffer, most: number): Promise<number | null> {
  const inflate = createInflateRaw();
  let size = 0;
  inflate.end(packed);
  try {
    for await (const chunk of inflate) {
      size += (chunk as Buffer).length;
      if (size > most) break;
    }
    return size;
  } catch {
    return null;
  }
}
