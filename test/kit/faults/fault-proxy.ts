import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a proxy does to the answers that pass it. */
export type ProxyFault =
  | 'NONE'
  /** The answer comes, in good time, but late. */
  | 'LATE'
  /** The answer comes long after anybody waits for it. */
  | 'SLOW'
  /** Half of the answer: the connection breaks, or what is there ends as if it were whole. */
  | 'HALF'
  /** HTTP 500, 502, 503 in turn. */
  | 'STATUS'
  /** Bytes that are no HTTP, or HTTP that is no JSON. */
  | 'GARBAGE'
  /** The operation is refused as invalid, as a server of another schema does. */
  | 'SCHEMA'
  /** Every third call fails: of the two that a request makes here it is now the one, now the other. */
  | 'FLAKY';

/** Well within the time-out of the tests' hub, and well past it; in milliseconds. */
const LATE_MS = 150;
const SLOW_MS = 20_000;

const REFUSAL = JSON.stringify({
  errors: [{ message: 'Cannot query that.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
});

interface Passed {
  readonly status: number;
  readonly body: Buffer;
}

/** A listener of this process in front of an endpoint, which spoils its answers as it is told. */
export class FaultProxy {
  private fault: ProxyFault = 'NONE';
  private turn = 0;
  private readonly closing = new AbortController();

  private constructor(
    private readonly server: Server,
    private readonly target: string,
  ) {}

  /** Starts one in front of a GraphQL address. */
  static async start(target: string): Promise<FaultProxy> {
    const server = createServer((request, response) => {
      // A hub that has gone, or an endpoint that has, breaks this connection and no more.
      proxy.handle(request, response).catch(() => response.destroy());
    });
    const proxy = new FaultProxy(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${new URL(this.target).pathname}`;
  }

  /** From now on; what was being answered before ends as it began. */
  set(fault: ProxyFault): void {
    this.fault = fault;
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { fault } = this;
    const isOdd = this.turn++ % 2 === 1;
    const asked = await readAll(request);
    if (fault === 'STATUS') return answer(response, { status: [500, 502, 503][this.turn % 3] ?? 500, body: asked });
    if (fault === 'FLAKY' && this.turn % 3 === 0) return answer(response, { status: 500, body: asked });
    if (fault === 'SCHEMA') return answer(response, { status: isOdd ? 400 : 200, body: Buffer.from(REFUSAL) });
    if (fault === 'GARBAGE' && isOdd) return answer(response, { status: 200, body: randomBytes(500) });
    if (fault === 'GARBAGE') return void response.socket?.end(randomBytes(500));
    const passed = await this.pass(request, asked);
    if (fault === 'HALF') return half(response, passed, isOdd);
    if (fault === 'LATE') await this.wait(LATE_MS);
    if (fault === 'SLOW') await this.wait(SLOW_MS);
    answer(response, passed);
  }

  private async wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.closing.signal, ref: false });
  }

  private async pass(request: IncomingMessage, asked: Buffer): Promise<Passed> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (!OF_CONNECTION.has(name)) headers.set(name, String(value));
    }
    const got = await fetch(this.target, { method: 'POST', headers, body: new Uint8Array(asked) });
    return { status: got.status, body: Buffer.from(await got.arrayBuffer()) };
  }
}

/** These speak of the connection to the proxy, not of the request. */
const OF_CONNECTION = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, { status, body }: Passed): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

/** Cut in the middle: with the length of the whole promised and the connection broken, or ended in all form. */
function half(response: ServerResponse, { status, body }: Passed, inForm: boolean): void {
  const cut = body.subarray(0, Math.floor(body.length / 2));
  if (inForm) return answer(response, { status, body: cut });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.write(cut, () => response.destroy());
}
