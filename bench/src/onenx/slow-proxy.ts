import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** An endpoint that thinks before it answers. */
export interface SlowProxy {
  readonly url: string;
  close(): void;
}

/** Stands before an endpoint and passes each request on only after `delayMs`. */
export async function startSlowProxy(target: string, delayMs: number): Promise<SlowProxy> {
  const server = createServer((request, response) => {
    const passOn = async (): Promise<void> => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      // Nobody waits for it once the benchmark is over.
      await sleep(delayMs, undefined, { ref: false });
      const codes = request.headers['x-onenx-codes'];
      const headers = {
        'content-type': 'application/json',
        ...(typeof codes === 'string' && { 'x-onenx-codes': codes }),
      };
      const answer = await fetch(target, { method: 'POST', headers, body: Buffer.concat(parts) });
      response.setHeader('content-type', 'application/json').end(await answer.text());
    };
    // Whoever asked has gone by then; that is what the proxy is for.
    passOn().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
