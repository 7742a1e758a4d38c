import { createInflateRaw } from 'node:zlib';
import { zipDirectory, zipEntries } from './zip-directory.js';

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
  const directory = zipDirectory(archive);
  if (directory === null) return null;
  const listed = zipEntries(archive, { start: directory.offset, count: directory.count });
  if (listed === null || listed.some(({ header }) => header + 30 > archive.length)) return null;
  return listed.map(({ header, packedBytes, isStored }) => {
    const data = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    return { packed: archive.subarray(data, data + packedBytes), isStored };
  });
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
