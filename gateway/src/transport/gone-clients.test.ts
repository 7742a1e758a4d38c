import { afterEach, expect, test } from '@jest/globals';
import { createHttpServer, type HttpServer } from '../http/server.js';
import { testGateway } from '../testing/test-gateway.js';
import { endpointService } from './endpoint-service.js';
import { loopbackKit, settled, type Asked } from './loopback.test-kit.js';

const kit = loopbackKit();
let gatewayServer: HttpServer | undefined;
afterEach(async () => gatewayServer?.close());

interface Held extends Asked {
  /** When the connection of this request ended before its answer. */
  readonly cut: Promise<void>;
}

/** A gateway over HTTP whose endpoint holds each request until told. */
async function holding() {
  const waiting: ((held: Held) => void)[] = [];
  const came: Held[] = [];
  const endpoint = await kit.serve((asked) => {
    const cut = new Promise<void>((resolve) => asked.response.on('close', resolve));
    const next = waiting.shift();
    if (next === undefined) came.push({ ...asked, cut });
    else next({ ...asked, cut });
  });
  const arrival = (): Promise<Held> => {
    const [first] = came.splice(0, 1);
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
  };
  const service = kit.using(endpointService(endpoint.url));
  const { gateway } = testGateway({ services: { hub: service, street: service, committee: service } });
  const server = await createHttpServer(gateway, { port: 0 });
  gatewayServer = server;
  const ask = (query: string, signal?: AbortSignal) =>
    settled(
      fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        ...(signal && { signal }),
      }).then((response) => response.json()),
    );
  return { endpoint, arrival, ask };
}

const good = ({ response }: Asked) => response.end('{"data":{"unit":"HECTARE"}}');

test('a client that goes away cuts the connections of its fetches', async () => {
  const { endpoint, arrival, ask } = await holding();
  const client = new AbortController();
  const query = ask('{ unit }', client.signal);
  const held = await arrival();
  client.abort();
  await Promise.all([query, held.cut]);
  expect(held.response.writableEnded).toBe(false);
  const next = ask('{ unit }');
  good(await arrival());
  expect(await next).toEqual({ data: { unit: 'HECTARE' } });
  expect(endpoint.asked).toHaveLength(2);
});

test('one of two that share a fetch goes away, and the other is answered by it', async () => {
  const { endpoint, arrival, ask } = await holding();
  const client = new AbortController();
  const first = ask('{ unit }', client.signal);
  const held = await arrival();
  const second = ask('{ unit }');
  // A fetch of its own, which arrives after the gateway has read the second request.
  const third = ask('{ district { name } }');
  const heldToo = await arrival();
  client.abort();
  await first;
  // The gateway learns of it before it has read and answered this.
  await ask('{ __typename }');
  good(held);
  expect(await second).toEqual({ data: { unit: 'HECTARE' } });
  heldToo.response.end('{"data":{"district":{"name":"Changning"}}}');
  expect(await third).toEqual({ data: { district: { name: 'Changning' } } });
  expect(endpoint.asked).toHaveLength(2);
});
