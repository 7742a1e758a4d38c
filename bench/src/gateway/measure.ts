import { startChild } from './child.js';
import { ask, type Query } from './compare.js';
import type { Contestant } from './contestants.js';

/** One stretch of load on one gateway. */
export interface Sample {
  readonly contestant: string;
  readonly query: string;
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssBytes: number;
}

interface LoadResult {
  readonly requests: number;
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const connections = 50;

/** Puts load on a gateway for some seconds. Throws when an answer was not the one that was compared before. */
export async function measure(contestant: Contestant, query: Query, seconds: number): Promise<Sample> {
  const { url, name } = contestant;
  const length = Buffer.byteLength(await ask(url, query));
  const before = await contestant.usage();
  const load = await startChild<LoadResult>('load.js', { url, body: query.body, seconds, connections, length });
  const after = await contestant.usage();
  load.stop();
  const { requests, wrong, perSecond, p50, p99 } = load.started;
  if (wrong > 0) throw new Error(`${name} gave ${wrong} of ${requests} wrong answers to "${query.name}" under load.`);
  const cpuMs = (after.cpuMs - before.cpuMs) / requests;
  return { contestant: name, query: query.name, cpuMs, perSecond, p50, p99, rssBytes: after.rssBytes };
}
