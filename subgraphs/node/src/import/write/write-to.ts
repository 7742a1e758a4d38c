import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and waits where the reader is slower. */
export async function writeTo(out: Writable, content: string | Uint8Array): Promise<void> {
  if (content.length > 0 && !out.write(content)) await once(out, 'drain');
}
