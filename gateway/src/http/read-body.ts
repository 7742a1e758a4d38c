import type { IncomingMessage } from 'node:http';

/** Reads a request's body as text; undefined for one of more than `maxBytes`. Of a client that goes away nothing comes. */
export function readBody(request: IncomingMessage, maxBytes: number, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const take = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else refuse();
  };
  const end = (): void => done(textOf(chunks));
  const refuse = (): void => {
    request.off('data', take).off('end', end);
    done(undefined);
  };
  if (Number(request.headers['content-length']) > maxBytes) refuse();
  else request.on('data', take).on('end', end);
}

/** Decoded at once: a character may be in two chunks. */
function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8');
}
