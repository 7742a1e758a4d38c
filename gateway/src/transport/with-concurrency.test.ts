import { expect, test } from '@jest/globals';
import { httpService } from './http-service.js';
import { aRequest, loopbackKit, settled, type Asked } from './loopback.test-kit.js';
import { withConcurrency } from './with-concurrency.js';

const kit = loopbackKit();
const numbered = (number: number) => aRequest({ variables: { number } });
const numberOf = ({ body }: Asked) => (JSON.parse(body) as { variables: { number: number } }).variables.number;

/** A server that holds every request until told. */
async function holding() {
  const server = await kit.serve(() => undefined);
  const arrived = async (count: number) => {
    while (server.asked.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const release = (index: number) => server.asked[index]?.response.end('{"data":{}}');
  return { server, arrived, release, http: kit.using(httpService(server.url)) };
}

test('so many calls are under way at once, and the others follow in the order in which they came', async () => {
  let under = 0;
  let most = 0;
  const server = await kit.serve(({ response }) => {
    most = Math.max(most, ++under);
    setTimeout(() => {
      under--;
      response.end('{"data":{}}');
    }, 2);
  });
  const service = withConcurrency(kit.using(httpService(server.url)), { inFlight: 1 });
  await Promise.all(Array.from({ length: 30 }, (_, number) => service(numbered(number))));
  expect(most).toBe(1);
  expect(server.asked.map(numberOf)).toEqual(Array.from({ length: 30 }, (_, number) => number));
});

test('one that waits longer than it may is silent, and leaves the queue', async () => {
  const { server, arrived, release, http } = await holding();
  const service = withConcurrency(http, { inFlight: 1 });
  const first = service(numbered(1));
  await arrived(1);
  const hasty = service({ ...numbered(2), deadline: Date.now() + 20 });
  const gone = new AbortController();
  const leaving = service({ ...numbered(3), signal: gone.signal });
  const patient = service(numbered(4));
  gone.abort();
  await expect(leaving).rejects.toMatchObject({ cause: { kind: 'GONE' } });
  await expect(hasty).rejects.toMatchObject({ reason: 'TIMEOUT' });
  release(0);
  await first;
  await arrived(2);
  release(1);
  await patient;
  expect(server.asked.map(numberOf)).toEqual([1, 4]);
});

test('one that finds the queue full is silent at once; when there is room again, the next may wait', async () => {
  const { arrived, release, http } = await holding();
  const service = withConcurrency(http, { inFlight: 1, queue: 1 });
  const [first, second, third] = [service(numbered(1)), service(numbered(2)), settled(service(numbered(3)))];
  expect(await third).toMatchObject({ reason: 'TIMEOUT', cause: { kind: 'QUEUE_FULL' } });
  await arrived(1);
  release(0);
  await first;
  const fourth = service(numbered(4));
  await arrived(2);
  release(1);
  await arrived(3);
  release(2);
  expect(await Promise.all([second, fourth])).toEqual([{ data: {} }, { data: {} }]);
});

test('a call that fails gives its place back', async () => {
  const server = await kit.serve(({ response }) => response.destroy());
  const service = withConcurrency(kit.using(httpService(server.url)), { inFlight: 2, queue: 0 });
  for (let round = 0; round < 5; round++)
    expect(await settled(service(aRequest()))).toMatchObject({ reason: 'UNREACHABLE' });
});
