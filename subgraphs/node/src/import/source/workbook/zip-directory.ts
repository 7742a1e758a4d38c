const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** The most bytes at the end of an archive in which its end record lies. */
export const ZIP_TAIL_BYTES = END_BYTES + LONGEST_COMMENT;

/** Where the central directory of an archive lies, as its end record says. */
export interface ZipDirectory {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

/** One entry, as the central directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly packedBytes: number;
  /** Where its own header lies in the archive. */
  readonly header: number;
}

/** Reads the end record out of the last bytes of an archive; null where there is none. */
export function zipDirectory(tail: Buffer): ZipDirectory | null {
  for (let at = tail.length - END_BYTES; at >= Math.max(0, tail.length - ZIP_TAIL_BYTES); at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    return {
      count: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
  }
  return null;
}

/** The entries of the central directory that begins at `start`; null where it is broken. */
export function zipEntries(bytes: Buffer, { start, count }: { start: number; count: number }): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      isStored: bytes.readUInt16LE(at + 10) === 0,
      packedBytes: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
