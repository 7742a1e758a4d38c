import { OneNXError } from '@onenx/schema';
import { Transform } from 'node:stream';

/** Lets bytes through up to a limit. @throws FILE_TOO_LARGE, as the error of the stream */
export function limitBytes(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      const isTooLarge = seen > maxBytes;
      done(
        isTooLarge ? new OneNXError('FILE_TOO_LARGE', { found: `> ${maxBytes} B`, expected: `${maxBytes} B` }) : null,
        isTooLarge ? undefined : chunk,
      );
    },
  });
}
