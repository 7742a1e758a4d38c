// The load, in a process of its own: so many connections, each with one request at a time, for so many seconds.
import { Pool } from 'undici';
import { runChild } from './child.js';

runChild(async ({ url, body, seconds, connections, length }) => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const times = [];
  let wrong = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const ask = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
      const { byteLength } = await answer.body.arrayBuffer();
      times.push(performance.now() - sent);
      if (answer.statusCode !== 200 || byteLength !== length) wrong++;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const took = performance.now() - began;
  await pool.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, wrong, perSecond: (times.length / took) * 1000, p50: at(0.5), p99: at(0.99) };
});
