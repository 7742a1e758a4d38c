import { OneNXError } from '@onenx/schema';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { limitBytes } from './limit-bytes.js';

/** A body that was written to a file of its own. */
export interface Spooled {
  readonly file: string;
  /** Takes the file away, and what was written beside it. */
  readonly remove: () => Promise<void>;
}

/** Writes a body to a temporary file, piece by piece. One that is cut off or too large leaves nothing. @throws FILE_TOO_LARGE */
export async function spool(
  request: IncomingMessage,
  { name, maxBytes }: { name: string; maxBytes: number },
): Promise<Spooled> {
  expectSmall(request, maxBytes);
  const directory = await mkdtemp(join(tmpdir(), 'onenx-body-'));
  const remove = async (): Promise<void> => rm(directory, { recursive: true, force: true });
  const file = join(directory, name);
  try {
    // The request stays open where its body is refused, so that its sender can be told.
    const body = request.iterator({ destroyOnReturn: false });
    await pipeline(body, limitBytes(maxBytes), createWriteStream(file));
    return { file, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Refuses by what the request says of its length, before anything is read. @throws FILE_TOO_LARGE */
export function expectSmall({ headers }: IncomingMessage, maxBytes: number): void {
  const said = Number(headers['content-length'] ?? 0);
  if (said > maxBytes) throw new OneNXError('FILE_TOO_LARGE', { found: `${said} B`, expected: `${maxBytes} B` });
}
