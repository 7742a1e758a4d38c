import { LEVELS } from '@onenx/schema';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './gateway/child.js';
import { sameAnswers } from './gateway/compare.js';
import type { Contestant } from './gateway/contestants.js';
import { installPeers } from './gateway/peers.js';
import { startCommand, type RunningCommand } from './onenx/command.js';
import { cpuPerRequest, median, type Load, type Measured } from './onenx/load.js';
import { withSample, type Sample } from './onenx/sample.js';
import { viewQuery } from './onenx/view-query.js';

const rounds = 5;
const load = { requests: 40, connections: 4 };
// The first requests are the compiler's (JIT).
const warmUp = { requests: 120, connections: 4 };
const limit = 1 / 5;

/** The three ways to the same view. */
const inOne = 'onenx serve: gateway and hub in one process';
const ourGateway = "OneNX's gateway, the hub served alone";
const apollo = '@apollo/gateway, the hub served alone';

interface Figures {
  readonly gateway: number[];
  readonly hub: number[];
}

/** The 1+N+X view through ours and through @apollo/gateway, over the same levels, each level a process. */
async function run(sample: Sample): Promise<void> {
  installPeers();
  const running: { readonly stop: () => void }[] = [];
  const keep = <One extends { readonly stop: () => void }>(one: One): One => {
    running.push(one);
    return one;
  };
  try {
    const { hub, ways } = await startAll(sample, keep);
    const { different } = await sameAnswers(ways, [viewQuery]);
    if (different[0]) throw new Error(`${different[0].name} answers otherwise: ${different[0].why}`);
    report(await measureAll(ways, hub));
  } finally {
    for (const one of running) one.stop();
  }
}

type Keep = <One extends { readonly stop: () => void }>(one: One) => One;

async function startAll(sample: Sample, keep: Keep): Promise<{ hub: RunningCommand; ways: Contestant[] }> {
  const levels: { name: string; url: string }[] = [];
  for (const level of LEVELS) {
    const name = level.toLowerCase();
    const words = ['node', '--level', name, '--owns', '310105', '--database', sample.databaseOf(level), '--port', '0'];
    levels.push({ name, url: keep(await startCommand(words)).url });
  }
  const words = [...levels.flatMap(({ name, url }) => [`--${name}`, url]), '--data', sample.data, '--port', '0'];
  const [serve, hub] = [keep(await startCommand(['serve', ...words])), keep(await startCommand(['hub', ...words]))];
  const subgraphs = [...levels, { name: 'hub', url: hub.url }];
  const supergraphSdl = await supergraphOver(subgraphs);
  const usage = async () => ({ cpuMs: await serve.cpuMs(), rssBytes: 0 });
  const ways: Contestant[] = [{ name: inOne, url: serve.url, usage, stop: serve.stop }];
  for (const [name, script] of [
    [ourGateway, 'ours.js'],
    [apollo, 'apollo.js'],
  ] as const) {
    const child = keep(await startChild<{ url: string }>(script, { supergraphSdl, subgraphs }));
    ways.push({ ...child, name, url: child.started.url });
  }
  return { hub, ways };
}

/** The composed supergraph as it is, but for where its subgraphs listen. */
async function supergraphOver(subgraphs: readonly { name: string; url: string }[]): Promise<string> {
  const file = fileURLToPath(import.meta.resolve('@onenx/schema/sdl/supergraph.graphql'));
  const sdl = await readFile(file, 'utf8');
  return subgraphs.reduce((text, { name, url }) => text.replace(`url: "http://${name}"`, `url: "${url}"`), sdl);
}

async function measureAll(ways: readonly Contestant[], hub: RunningCommand): Promise<Map<string, Figures>> {
  const found = new Map(ways.map(({ name }): [string, Figures] => [name, { gateway: [], hub: [] }]));
  for (const way of ways) await measure(way, hub, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      const [gateway = Number.NaN, itsHub = Number.NaN] = await measure(way, hub, load);
      found.get(way.name)?.gateway.push(gateway);
      found.get(way.name)?.hub.push(itsHub);
    }
  }
  return found;
}

async function measure(way: Contestant, hub: Measured, asked: Load): Promise<number[]> {
  const gateway: Measured = { url: way.url, cpuMs: async () => (await way.usage()).cpuMs };
  return cpuPerRequest({ url: way.url, query: viewQuery, load: asked }, [gateway, hub]);
}

function report(found: ReadonlyMap<string, Figures>): void {
  const cpuOf = (name: string): { gateway: number; hub: number } => {
    const { gateway, hub } = found.get(name) ?? { gateway: [], hub: [] };
    return { gateway: median(gateway), hub: median(hub) };
  };
  const [one, ours, theirs] = [cpuOf(inOne), cpuOf(ourGateway), cpuOf(apollo)];
  const times = (value: number): string => (value / theirs.gateway).toFixed(3);
  const share = ours.gateway / theirs.gateway;
  console.log(
    [
      `the 1+N+X view, processor time for one request as multiples of @apollo/gateway's own process`,
      `(medians of ${rounds} alternating rounds of ${load.requests} requests, ${load.connections} at once; all answers the same):`,
      `  @apollo/gateway's process                              1`,
      `  the hub's process behind it                            ${times(theirs.hub)}`,
      `  OneNX's gateway in its place, over the same hub        ${times(ours.gateway)}`,
      `  the hub's process behind that                          ${times(ours.hub)}`,
      `  onenx serve: gateway and hub in one process            ${times(one.gateway)}`,
      `  the same less the hub served alone                     ${times(one.gateway - theirs.hub)}`,
      `whole to whole: onenx serve takes ${(one.gateway / (theirs.gateway + theirs.hub)).toFixed(3)} of @apollo/gateway and its hub together`,
      `${share > limit ? 'MISSED' : 'met'}: gateway beside gateway, ours takes ${share.toFixed(3)} of @apollo/gateway (target: at most ${limit})`,
    ].join('\n'),
  );
  if (share > limit) process.exitCode = 1;
}

await withSample(run);
