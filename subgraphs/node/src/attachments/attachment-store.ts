import { OneNXError } from '@onenx/schema';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { dialectOf } from '../database/dialect.js';
import { limitBytes } from '../server/rest/limit-bytes.js';
import { expectSmall } from '../server/rest/spool.js';
import type { Attachment } from './attachment-table.js';

/** The largest attached file. */
export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** How the name of a file begins that is being taken in; those that are whole are called by their hash. */
const UPLOADING = '.uploading-';
const HOUR_MS = 3_600_000;

/** A body that lies whole on the disk and is not kept yet; disposing of it takes it away unless it was kept. */
export interface Received extends AsyncDisposable {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The directory of attachments of an embedded database; none for one that lies elsewhere, or nowhere. */
export function besideDatabase(location: string): string | undefined {
  return dialectOf(location) === 'postgresql' || location === ':memory:' ? undefined : `${location}.attachments`;
}

/** The bytes of attached files, each under its SHA-256: a file of such a name is whole. */
export class AttachmentStore {
  private constructor(private readonly directory: string | undefined) {}

  /** Also takes away what uploads left behind that were cut off an hour ago or more, and no younger ones. */
  static async open(directory: string | undefined): Promise<AttachmentStore> {
    if (directory !== undefined) await removeOldUploads(directory);
    return new AttachmentStore(directory);
  }

  /** @throws ATTACHMENTS_UNAVAILABLE */
  expectDirectory(): string {
    if (this.directory !== undefined) return this.directory;
    throw new OneNXError('ATTACHMENTS_UNAVAILABLE', { expected: '--attachments' });
  }

  /** Writes a body to the disk, piece by piece. One that is cut off or too large leaves nothing. @throws FILE_TOO_LARGE */
  async receive(request: IncomingMessage): Promise<Received> {
    expectSmall(request, MOST_ATTACHMENT_BYTES);
    const directory = await this.ready();
    const file = join(directory, `${UPLOADING}${randomUUID()}`);
    const remove = async (): Promise<void> => rm(file, { force: true });
    try {
      return { file, ...(await writeBody(request, file)), [Symbol.asyncDispose]: remove };
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** Gives a file the name of its content, over one that was damaged too; it outlives a power cut. */
  async keep({ file, sha256 }: Received): Promise<void> {
    const directory = this.expectDirectory();
    await rename(file, join(directory, sha256));
    await syncDirectory(directory);
  }

  /** Opens the file of an attachment. @throws ATTACHMENT_DAMAGED where it is missing or has another length */
  async read({ id, sha256, bytes }: Attachment): Promise<FileHandle> {
    const file = await openIfThere(join(this.expectDirectory(), sha256));
    if (file !== null && (await file.stat()).size === bytes) return file;
    await file?.close();
    throw new OneNXError('ATTACHMENT_DAMAGED', { found: id });
  }

  private async ready(): Promise<string> {
    const directory = this.expectDirectory();
    const made = await mkdir(directory, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncDirectory(dirname(made));
    return directory;
  }
}

async function writeBody(request: IncomingMessage, path: string): Promise<{ bytes: number; sha256: string }> {
  await using file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  // The request stays open where its body is refused, so that its sender can be told.
  const body = request.iterator({ destroyOnReturn: false });
  await pipeline(body, limitBytes(MOST_ATTACHMENT_BYTES), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.appendFile(chunk);
    }
  });
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
}

async function removeOldUploads(directory: string): Promise<void> {
  for (const name of await namesIn(directory)) {
    if (!name.startsWith(UPLOADING)) continue;
    const path = join(directory, name);
    // One that another server has just kept or given up is gone.
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > HOUR_MS) await rm(path, { force: true });
  }
}

async function namesIn(directory: string): Promise<string[]> {
  return (await ifThere(readdir(directory))) ?? [];
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  return ifThere(open(path));
}

async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** So that a new name in a directory outlives a power cut; Windows opens no directories and needs none of it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using directory = await open(path);
  await directory.sync();
}
